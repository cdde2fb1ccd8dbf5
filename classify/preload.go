package classify

// Preload loads the tables now; otherwise they are loaded at first use.
func Preload() {
	standard()
	builtinContacts()
	shorteners()
	posing()
	hosts()
	sought()
}

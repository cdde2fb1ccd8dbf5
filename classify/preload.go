package classify

// Preload loads the tables now, which are loaded at first use otherwise.
func Preload() {
	standard()
	builtinContacts()
	shorteners()
	posing()
	hosts()
	sought()
}

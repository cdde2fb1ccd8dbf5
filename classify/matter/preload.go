package matter

// Preload loads the tables now, which are loaded at first use otherwise.
func Preload() {
	rows.Get()
	links.Get()
	meant.Get()
	roleWords.Get()
	productWords.Get()
}

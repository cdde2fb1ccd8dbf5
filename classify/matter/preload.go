package matter

// Preload loads the tables now, which are loaded at first use otherwise.
func Preload() {
	withdrawing.Get()
	rows.Get()
	links.Get()
	aboutWords.Get()
	roleWords.Get()
	productWords.Get()
}

package matter

// Preload loads the tables now; otherwise they are loaded at first use.
func Preload() {
	rows.Get()
	links.Get()
	meant.Get()
	meantIndex.Get()
	roleWords.Get()
	productIndex.Get()
}

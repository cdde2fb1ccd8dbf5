package plain

// Preload loads the tables now; otherwise they are loaded at first use.
func Preload() {
	words()
	sayings()
	placings()
}

package plain

// Preload loads the tables now, which are loaded at first use otherwise.
func Preload() {
	words()
	sayings()
	placings()
}

package number

// Load reads the tables that most texts need, which the first reader does otherwise.
func Load() {
	loadPrecision()
	loadCurrencies()
	loadCompounds()
	loadAddends()
	loadHeadings()
}

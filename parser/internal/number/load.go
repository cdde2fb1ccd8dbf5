package number

// Load reads the tables that most texts need, which otherwise the first reader
// reads.
func Load() {
	loadPrecision()
	loadCurrencies()
	loadCompounds()
	loadAddends()
	loadHeadings()
}

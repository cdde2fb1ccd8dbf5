package calendar

// Load reads the tables that most texts need, which otherwise the first reader
// reads.
func Load() {
	loadAfterUnits()
	loadLunar()
	loadCompounds()
	runesOfTime()
}

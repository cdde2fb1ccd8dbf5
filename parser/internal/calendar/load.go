package calendar

// Load reads the tables that most texts need, which the first reader does otherwise.
func Load() {
	loadAfterUnits()
	loadLunar()
	loadCompounds()
	runesOfTime()
}

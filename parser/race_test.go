//go:build race

package parser

// raceEnabled: the race detector makes code five to twenty times slower.
const raceEnabled = true

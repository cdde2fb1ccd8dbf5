//go:build race

package segment

// raceEnabled: the race detector makes sync.Pool drop what it is given.
const raceEnabled = true

package parser

// Preload makes the parser of the embedded tables now, which the first Parse does otherwise.
// It takes as long as that, and does nothing when called again. A Parser of [New] needs none.
func Preload() { standard() }

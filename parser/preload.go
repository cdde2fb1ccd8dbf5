package parser

// Preload makes the parser of the embedded tables, which otherwise the first Parse makes. It
// takes as long as that, and does nothing when called again. A Parser made by [New] needs no
// Preload.
func Preload() { standard() }

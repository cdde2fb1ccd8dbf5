package names

import "github.com/dunsms/dunsms/internal/surnames"

// Load reads the tables, which the first Find does otherwise.
func Load() {
	embeddedWords.Get()
	embeddedPoints.Get()
	surnames.Load()
}

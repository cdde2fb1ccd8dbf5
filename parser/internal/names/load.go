package names

import "github.com/dunsms/dunsms/internal/surnames"

// Load reads the tables, which otherwise the first Find does.
func Load() {
	embeddedWords.Get()
	embeddedPoints.Get()
	surnames.Load()
}

// Package slow lets tests that take long run only where they are asked for, as
// .ci/run does.
package slow

import (
	"os"
	"testing"
)

// Asked reports whether they are: DUNSMS_TESTS is all.
func Asked() bool { return os.Getenv("DUNSMS_TESTS") == "all" }

// Skip skips a test unless it is asked for.
func Skip(t testing.TB) {
	t.Helper()
	if !Asked() {
		t.Skip("takes long: set DUNSMS_TESTS=all")
	}
}

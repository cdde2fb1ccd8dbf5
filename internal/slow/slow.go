// Package slow lets tests that take long run only when they are asked for, as
// .ci/run does.
package slow

import (
	"os"
	"testing"
)

// Asked reports whether slow tests are asked for: DUNSMS_TESTS is all.
func Asked() bool { return os.Getenv("DUNSMS_TESTS") == "all" }

// Skip skips a test unless slow tests are asked for.
func Skip(t testing.TB) {
	t.Helper()
	if !Asked() {
		t.Skip("takes long: set DUNSMS_TESTS=all")
	}
}

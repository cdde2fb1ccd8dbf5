package slow

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSkip(t *testing.T) {
	for value, want := range map[string]bool{"": true, "some": true, "all": false} {
		t.Setenv("DUNSMS_TESTS", value)
		r := recorder{TB: t}
		Skip(&r)
		assert.Equal(t, want, r.skipped, value)
	}
}

// recorder notes that it is skipped, and is not.
type recorder struct {
	testing.TB
	skipped bool
}

func (r *recorder) Skip(...any) { r.skipped = true }

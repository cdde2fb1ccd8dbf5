package fold

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/unicode/norm"
)

// TestDecomposed has what norm's table says of a character be what NFKC makes of it.
func TestDecomposed(t *testing.T) {
	for _, block := range compatible {
		for c := block[0]; c <= block[1]; c++ {
			assert.Equal(t, norm.NFKC.String(string(c)), decomposed(c), "%U", c)
		}
	}
}

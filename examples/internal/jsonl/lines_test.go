package jsonl

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLines has the ways in which a line may begin and end.
func TestLines(t *testing.T) {
	full := strings.Repeat("x", MaxLine)
	for _, c := range []struct {
		name, in string
		want     []string // "…" stands for a line that is too long, "full" for MaxLine bytes
	}{
		{"nothing", "", nil},
		{"one, not ended", "a", []string{"a"}},
		{"ended", "a\nb\n", []string{"a", "b"}},
		{"CR LF", "a\r\nb\r\n", []string{"a", "b"}},
		{"a lone CR stays within a line", "a\rb\n", []string{"a\rb"}},
		{"empty lines count", "\n\na\n\n", []string{"", "", "a", ""}},
		{"full", full + "\nb", []string{"full", "b"}},
		{"full, CR LF", full + "\r\nb", []string{"full", "b"}},
		{"full, not ended", full, []string{"full"}},
		{"too long", full + "x\nb", []string{"…", "b"}},
		{"too long by a CR", full + "\rx\nb", []string{"…", "b"}},
		{"far too long", full + full + full + "\nb", []string{"…", "b"}},
		{"far too long, not ended", "a\n" + full + full, []string{"a", "…"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			var size int64
			for l, err := range Lines(strings.NewReader(c.in)) {
				require.NoError(t, err)
				size += l.Size
				switch {
				case l.TooLong:
					require.Nil(t, l.Data)
					got = append(got, "…")
				case len(l.Data) == MaxLine:
					got = append(got, "full")
				default:
					got = append(got, string(l.Data))
				}
			}
			assert.Equal(t, c.want, got)
			assert.Equal(t, int64(len(c.in)), size, "every byte is accounted for")
		})
	}
}

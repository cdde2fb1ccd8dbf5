package shape

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dlclark/regexp2"
	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/growth"
)

// patterns are all patterns: what each reads and refuses, and what is hard on it.
var patterns = []struct {
	name   string
	re     func() *regexp2.Regexp
	hits   []string
	misses []string
	hard   []string
}{
	{
		"landline", landlinePattern,
		[]string{"(010)80001234", "010-8000 1234", "0755 80001234-8012", "( 010 ) 80001234", "010-8000123-4", "02195588", "0755-00009021", "(010)00009021"},
		[]string{"0110-80001234", "075500009021", "010 00009021", "010-800012345", "010-8000123", "010-8000123-45", "(010-80001234", "", "0"},
		[]string{"0755 80001234-", "0-", " ", "-", "(", "10"},
	},
	{
		"landline abroad", landlineAbroadPattern,
		[]string{"10 80001234", "020-80001234", "(0)755-80001234", "755 80001234-801", "0311 8000123"},
		[]string{"10 800012345", "11 80001234", "", "(0)"},
		[]string{"755 80001234-", "0", " ", "-"},
	},
}

// TestPatterns walks all patterns.
func TestPatterns(t *testing.T) {
	for _, p := range patterns {
		for _, hit := range p.hits {
			for _, context := range []string{"§", "致电§。", "(§)"} {
				text := strings.Replace(context, "§", hit, 1)
				r := []rune(text)
				i := len([]rune(context[:strings.Index(context, "§")]))
				assert.Equal(t, i+len([]rune(hit)), matchAt(p.re(), r, i), "%s: %s", p.name, text)
				assert.Less(t, len([]rune(hit)), patternReach, "%s: within reach", p.name)
			}
		}
		for _, miss := range p.misses {
			assert.Zero(t, matchAt(p.re(), []rune(miss), 0), "%s: %s", p.name, miss)
		}
	}
}

// TestPatternsGrowth tries every pattern at every start of repeats of its
// pieces: what its hits begin with, and what is hard on it.
func TestPatternsGrowth(t *testing.T) {
	for _, p := range patterns {
		re := p.re()
		pieces := slices.Clone(p.hard)
		for _, hit := range p.hits {
			for end := 1; end <= len(hit); end += 2 {
				pieces = append(pieces, hit[:end])
			}
		}
		slices.Sort(pieces)
		for _, piece := range slices.Compact(pieces) {
			growth.Linear(t, p.name+" on "+piece, []string{"pattern"}, func(size int) []time.Duration {
				r := []rune(growth.Fill(piece, size))
				return growth.Time(func() {
					for i := range r {
						if end := matchAt(re, r, i); end < i || end > i+patternReach {
							t.Fatal("a match beyond its reach")
						}
					}
				})
			})
		}
	}
}

// TestPatternIsAnchored checks that a pattern looks at its start alone.
func TestPatternIsAnchored(t *testing.T) {
	r := []rune("12 010-80001234")
	for i := range r {
		end := matchAt(landlinePattern(), r, i)
		assert.Equal(t, i == 3, end > i, "at %d", i)
	}
}

package parser

import (
	"strings"
	"testing"
	"time"

	"github.com/dlclark/regexp2"
	"github.com/stretchr/testify/assert"
)

// patternCap is the longest message in runes, for the worst case.
const patternCap = 16 << 10

// TestPatterns walks all patterns: what each reads and refuses, and its worst
// case at the input cap.
func TestPatterns(t *testing.T) {
	for _, p := range []struct {
		name   string
		re     func() *regexp2.Regexp
		hits   []string
		misses []string
		worst  []string // repeated up to the cap
	}{
		{
			"landline", landlinePattern,
			[]string{"(010)80001234", "010-8000 1234", "0755 80001234-8012", "( 010 ) 80001234", "02195588"},
			[]string{"0110-80001234", "010-800012345", "010-8000123", "(010-80001234", "", "0"},
			[]string{"0", "01", "(0", "0755", "0755-", "0755-8000-", "010 8000 ", "0755 80001234-", "( 010 ) ", "0-"},
		},
		{
			"landline abroad", landlineAbroadPattern,
			[]string{"10 80001234", "020-80001234", "(0)755-80001234", "755 80001234-801", "0311 8000123"},
			[]string{"10 800012345", "11 80001234", "", "(0)"},
			[]string{"0", "(0)", "10 ", "10 8000 ", "755-8000-", "755 80001234-"},
		},
	} {
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
		for _, unit := range p.worst {
			r := []rune(strings.Repeat(unit, patternCap/len(unit)))
			began := time.Now()
			for i := range r {
				end := matchAt(p.re(), r, i)
				assert.True(t, i <= end && end <= i+patternReach)
			}
			assert.Less(t, time.Since(began), time.Second, "%s on %q: tried at every start of the longest message", p.name, unit)
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

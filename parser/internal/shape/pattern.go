package shape

import (
	"sync"

	"github.com/dlclark/regexp2"
)

// patternReach is how many runes from its start a pattern may look at. The longest
// match of any pattern is shorter.
const patternReach = 40

// landlinePattern returns the pattern of a landline with its area code: three digits
// and eight, or four and seven or eight, and an extension. The code may be in brackets;
// the local number may be divided once. Area codes: 10, 2x, and three digits from 3 to
// 9. No local number begins with 0, but a number that does, after a code that is set
// off, was still written to be called. A service number may follow the code too.
//
//	(010)80001234  010-8000 1234  010-8000123-4  0755 80001234-8012  02195588
var landlinePattern = sync.OnceValue(func() *regexp2.Regexp {
	return regexp2.MustCompile(`\G(?:`+
		`(?:(?:\( ?0(?:10|2\d) ?\)(?: ?[-‐–—−]{1,2} ?| )?|0(?:10|2\d) ?[-‐–—−]{1,2} ?)\d|0(?:10|2\d) ?[1-9])\d{3}[- ]?\d{4}`+
		`|(?:(?:\( ?0[3-9]\d{2} ?\)(?: ?[-‐–—−]{1,2} ?| )?|0[3-9]\d{2} ?[-‐–—−]{1,2} ?)\d|0[3-9]\d{2} ?[1-9])\d{2,3}[- ]?\d{4}`+
		`|0(?:10|2\d|[3-9]\d{2})[- ]?95\d{3}`+
		`|0(?:10|2\d)[- ]?[1-9]\d{6}-\d`+
		`)(?!\d)(?:-\d{1,5}(?![\d-]))?`, regexp2.RE2)
})

// landlineAbroadPattern returns the pattern of what follows +86 in a landline: the zero
// of the area code may be left out.
//
//	10 80001234  020-80001234  (0)755-80001234
var landlineAbroadPattern = sync.OnceValue(func() *regexp2.Regexp {
	return regexp2.MustCompile(`\G(?:\(0\) ?|0)?(?:`+
		`(?:10|2\d)[- ]?[1-9]\d{3}[- ]?\d{4}`+
		`|[3-9]\d{2}[- ]?[1-9]\d{2,3}[- ]?\d{4}`+
		`)(?!\d)(?:-\d{1,5}(?![\d-]))?`, regexp2.RE2)
})

// matchAt returns the end of p's match at i, or i if there is none. The pattern sees
// what comes before i, and at most patternReach runes after it.
func matchAt(p *regexp2.Regexp, r []rune, i int) int {
	m, err := p.FindRunesMatchStartingAt(r[:min(len(r), i+patternReach)], i)
	if err != nil || m == nil {
		return i
	}
	return i + m.Length
}

package shape

import (
	"sync"

	"github.com/dlclark/regexp2"
)

// patternReach is how many runes from its start a pattern may look at; the
// longest match any of them allows is shorter.
const patternReach = 40

// landlinePattern reads a landline with its area code: three digits and eight,
// or four and seven or eight, and an extension. The code stands in brackets or
// not; the local number may be cut once. Area codes: 10, 2x, and three digits
// from 3 to 9. No local number begins with 0; one that does, behind a code that is set
// off, was written to be called all the same.
//
// A service number may follow the code as well.
//
//	(010)80001234  010-8000 1234  0755 80001234-8012  02195588
var landlinePattern = sync.OnceValue(func() *regexp2.Regexp {
	return regexp2.MustCompile(`\G(?:`+
		`(?:(?:\( ?0(?:10|2\d) ?\)(?: ?[-‐–—−]{1,2} ?| )?|0(?:10|2\d) ?[-‐–—−]{1,2} ?)\d|0(?:10|2\d) ?[1-9])\d{3}[- ]?\d{4}`+
		`|(?:(?:\( ?0[3-9]\d{2} ?\)(?: ?[-‐–—−]{1,2} ?| )?|0[3-9]\d{2} ?[-‐–—−]{1,2} ?)\d|0[3-9]\d{2} ?[1-9])\d{2,3}[- ]?\d{4}`+
		`|0(?:10|2\d|[3-9]\d{2})[- ]?95\d{3}`+
		`)(?!\d)(?:-\d{1,5}(?![\d-]))?`, regexp2.RE2)
})

// landlineAbroadPattern reads what follows +86 in a landline: the area code's
// zero may be left out.
//
//	10 80001234  020-80001234  (0)755-80001234
var landlineAbroadPattern = sync.OnceValue(func() *regexp2.Regexp {
	return regexp2.MustCompile(`\G(?:\(0\) ?|0)?(?:`+
		`(?:10|2\d)[- ]?[1-9]\d{3}[- ]?\d{4}`+
		`|[3-9]\d{2}[- ]?[1-9]\d{2,3}[- ]?\d{4}`+
		`)(?!\d)(?:-\d{1,5}(?![\d-]))?`, regexp2.RE2)
})

// matchAt returns the end of p's match at i, and i where there is none. The
// pattern sees what stands before i, and no more than patternReach runes after.
func matchAt(p *regexp2.Regexp, r []rune, i int) int {
	m, err := p.FindRunesMatchStartingAt(r[:min(len(r), i+patternReach)], i)
	if err != nil || m == nil {
		return i
	}
	return i + m.Length
}

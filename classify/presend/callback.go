package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// lineIn finds a line to call behind words that say so: 400 and 800, of whatever length, banks' own numbers, and landlines.
var lineIn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:致电|拨打|电话|热线|客服|专线|咨询|详询|来电|回电|垂询)(?:我行|我司|为|是|[:： ]){0,3}([48]00-?[0-9]{1,4}-?[0-9]{0,6}|9[56][0-9]{3,6}|0[0-9]{2,3}-?[0-9]{5,9})(?:$|[^0-9-])`)
})

// callbacks finds lines to call that none of the caller's lenders publishes, where package classify does not
// know whose the notice is, or the number is too short, too long or another bank's.
func (k *check) callbacks() {
	var own []string
	for _, l := range slices.Concat(k.notice.Lenders(), k.Lenders) {
		for _, line := range l.Hotlines {
			own = append(own, digitsOf(line))
		}
	}
	if len(own) == 0 || says(k.text, "for_other") || slices.ContainsFunc(k.ownNames(), func(ours string) bool { return says(ours, "collector") }) {
		return // a collector may give the line of the lender
	}
	for _, at := range lineIn().FindAllStringSubmatchIndex(k.text, -1) {
		s := parser.Span{Start: at[2], End: at[3]}
		line := digitsOf(k.text[s.Start:s.End])
		known := slices.Contains(own, line) || slices.Contains(cues()["public_line"], line)
		told := slices.ContainsFunc(k.found, func(f Finding) bool { return f.Code == "CALLBACK_UNKNOWN" && overlaps(f.Spans, s) })
		warned := isWarning(k.text, s) || strings.HasPrefix(k.text[s.End:], "开头")
		if !known && !told && !warned {
			k.add("CALLBACK_UNKNOWN", s)
		}
	}
}

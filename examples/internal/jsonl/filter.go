package jsonl

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/parser"
)

// Kinds and Verdicts are all kinds and verdicts, in display order.
var (
	Kinds    = []parser.Kind{parser.KindOverdue, parser.KindReminder, parser.KindReceipt, parser.KindOther}
	Verdicts = []classify.Verdict{classify.Genuine, classify.Mistake, classify.IdentityTheft, classify.Scam, classify.Undetermined, classify.NotANotice}
)

// Filter is a list of kinds and verdicts. A message passes if it has one of them; an empty Filter
// lets all through.
type Filter []string

// ParseFilter reads the words of a flag -only: kinds and verdicts with commas between
// them. No words let all through.
func ParseFilter(flag string) (Filter, error) {
	if flag == "" {
		return nil, nil
	}
	var f Filter
	for word := range strings.SplitSeq(flag, ",") {
		word = strings.TrimSpace(word)
		if !slices.Contains(Kinds, parser.Kind(word)) && !slices.Contains(Verdicts, classify.Verdict(word)) {
			return nil, fmt.Errorf("-only must be a list of kinds (%s) and verdicts (%s)", list(Kinds), list(Verdicts))
		}
		f = append(f, word)
	}
	return f, nil
}

// list formats words for people.
func list[W ~string](words []W) string {
	return strings.Join(strings.Fields(strings.Trim(fmt.Sprint(words), "[]")), ", ")
}

// Lets reports whether a message passes the filter.
func (f Filter) Lets(r *dunsms.Report) bool {
	return len(f) == 0 || slices.Contains(f, string(r.Notice.Kind)) || slices.Contains(f, string(r.Assessment.Verdict))
}

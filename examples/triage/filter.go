package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/parser"
)

// filter are the kinds and verdicts of which one is enough for a message to be
// answered. None lets all through.
type filter []string

// parseFilter reads the words of -only.
func parseFilter(flag string) (filter, error) {
	if flag == "" {
		return nil, nil
	}
	var f filter
	for word := range strings.SplitSeq(flag, ",") {
		word = strings.TrimSpace(word)
		if !slices.Contains(kinds, parser.Kind(word)) && !slices.Contains(verdicts, classify.Verdict(word)) {
			return nil, fmt.Errorf("-only is a list of kinds (%s) and verdicts (%s)", list(kinds), list(verdicts))
		}
		f = append(f, word)
	}
	return f, nil
}

// list writes words for a person.
func list[W ~string](words []W) string {
	return strings.Join(strings.Fields(strings.Trim(fmt.Sprint(words), "[]")), ", ")
}

// lets tells whether a message is answered.
func (f filter) lets(k parser.Kind, v classify.Verdict) bool {
	return len(f) == 0 || slices.Contains(f, string(k)) || slices.Contains(f, string(v))
}

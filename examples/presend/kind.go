package main

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/classify/remedy"
)

//go:embed findings.tsv
var findingsTSV string

// The parts of a check, in the words of findings.tsv.
const (
	partRecord = "record"
	partRule   = "rule"
	partLook   = "look"
)

// kind is what may be found: a row of findings.tsv.
type kind struct {
	code, part string
	text, fix  map[remedy.Lang]string
	wording    string // for the message, in Chinese, with blanks; "": none
}

// kinds are the rows of findings.tsv, by their codes.
var kinds = sync.OnceValue(func() map[string]kind {
	all := map[string]kind{}
	for row := range strings.Lines(findingsTSV) {
		c := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if strings.HasPrefix(row, "#") || len(c) != 8 {
			continue
		}
		all[c[0]] = kind{
			code: c[0], part: c[1],
			text:    map[remedy.Lang]string{remedy.Chinese: c[3], remedy.English: c[4]},
			fix:     map[remedy.Lang]string{remedy.Chinese: c[5], remedy.English: c[6]},
			wording: strings.TrimSuffix(c[7], "-"),
		}
	}
	return all
})

// codes returns the codes, sorted.
func codes() []string { return slices.Sorted(maps.Keys(kinds())) }

//go:embed cues.tsv
var cuesTSV string

// cues are the words of cues.tsv, by their meaning.
var cues = sync.OnceValue(func() map[string][]string {
	all := map[string][]string{}
	for row := range strings.Lines(cuesTSV) {
		meaning, word, ok := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
		if ok && !strings.HasPrefix(row, "#") {
			all[meaning] = append(all[meaning], word)
		}
	}
	return all
})

// says reports whether a text has a word of a meaning.
func says(text, meaning string) bool {
	return slices.ContainsFunc(cues()[meaning], func(word string) bool { return strings.Contains(text, word) })
}

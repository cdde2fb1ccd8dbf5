package presend

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

// kind is a kind of finding: a row of findings.tsv.
type kind struct {
	part      Part
	differs   bool // the text does not fit its record
	text, fix map[remedy.Lang]string
	wording   string // suggested for the notice, in Chinese, with blanks; "": none
}

// kinds are the rows of findings.tsv by code.
var kinds = sync.OnceValue(func() map[string]kind {
	all := map[string]kind{}
	for row := range strings.Lines(findingsTSV) {
		c := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if strings.HasPrefix(row, "#") || len(c) != 9 {
			continue
		}
		all[c[0]] = kind{
			part: Part(c[1]), differs: c[2] == "yes",
			text:    map[remedy.Lang]string{remedy.Chinese: c[4], remedy.English: c[5]},
			fix:     map[remedy.Lang]string{remedy.Chinese: c[6], remedy.English: c[7]},
			wording: strings.TrimSuffix(c[8], "-"),
		}
	}
	return all
})

// Codes returns the codes of all findings, sorted. Checker.Ignore may have these and, if
// Checker.Rules has rules of the caller, the codes of those.
func Codes() []string { return slices.Sorted(maps.Keys(kinds())) }

//go:embed cues.tsv
var cuesTSV string

// cues are the words of cues.tsv by meaning.
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

// says reports whether a text contains a word of a meaning.
func says(text, meaning string) bool {
	return slices.ContainsFunc(cues()[meaning], func(word string) bool { return strings.Contains(text, word) })
}

// Description says what a code means, in one language.
type Description struct {
	Code      string
	Part      Part
	Text, Fix string
	Wording   string // suggested for the notice, in Chinese, with blanks 〔 〕; "": none
}

// Descriptions returns the descriptions of all findings, sorted by code.
func Descriptions(lang remedy.Lang) []Description {
	var all []Description
	for _, code := range Codes() {
		k := kinds()[code]
		all = append(all, Description{code, k.part, in(k.text, lang), in(k.fix, lang), k.wording})
	}
	return all
}

// in returns the text in English if lang is remedy.English, else in Chinese.
func in(texts map[remedy.Lang]string, lang remedy.Lang) string {
	if lang != remedy.English {
		lang = remedy.Chinese
	}
	return texts[lang]
}

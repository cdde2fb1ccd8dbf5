package presend

import (
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser"
)

//go:embed placeholders.tsv
var placeholdersTSV string

// placeholder is a row of placeholders.tsv.
type placeholder struct {
	name      string
	at        bool // the pattern begins with a gate
	gates     []string
	pattern   *regexp.Regexp
	hit, miss string
}

var placeholders = sync.OnceValue(func() []placeholder {
	fields := slices.Clone(cues()["field"])
	slices.SortFunc(fields, func(a, b string) int { return len(b) - len(a) })
	var all []placeholder
	for row := range strings.Lines(placeholdersTSV) {
		c := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if strings.HasPrefix(row, "#") || len(c) != 6 {
			continue
		}
		pattern := strings.ReplaceAll(c[3], "FIELD", "(?:"+strings.Join(fields, "|")+")")
		if c[1] == "at" {
			pattern = `^(?:` + pattern + `)`
		}
		all = append(all, placeholder{c[0], c[1] == "at", strings.Fields(c[2]), regexp.MustCompile(pattern), c[4], c[5]})
	}
	return all
})

// find returns where the text has the placeholder.
func (p *placeholder) find(text string) (all []parser.Span) {
	for from := 0; ; {
		gate := p.gate(text[from:])
		if gate < 0 {
			return all
		}
		if p.at {
			from += gate
		}
		at := p.pattern.FindStringSubmatchIndex(text[from:])
		switch {
		case at == nil && !p.at:
			return all
		case at == nil:
			_, size := utf8.DecodeRuneInString(text[from:])
			from += size
		default:
			at = at[len(at)-2:] // the group, or all
			all = append(all, parser.Span{Start: from + at[0], End: from + at[1]})
			from += at[1] // what stands behind the group may stand before the next: XX月XX日
		}
	}
}

// gate returns where the first of the gates is, -1 if there is none.
func (p *placeholder) gate(text string) int {
	first := -1
	for _, gate := range p.gates {
		if i := strings.Index(text, gate); i >= 0 && (first < 0 || i < first) {
			first = i
		}
	}
	return first
}

// placeholders finds what should have been a value of the record. A per cent sign in a link writes
// a byte.
func (k *check) placeholders() {
	var where []parser.Span
	rows := placeholders()
	for i := range rows {
		for _, s := range rows[i].find(k.text) {
			inLink := rows[i].name == "percent" && slices.ContainsFunc(k.notice.URLs, func(u parser.Found) bool {
				return u.Span.Start <= s.Start && s.End <= u.Span.End
			})
			if !inLink {
				where = append(where, s)
			}
		}
	}
	if len(where) > 0 {
		k.add("PLACEHOLDER", disjoint(where)...)
	}
}

// disjoint joins spans that overlap.
func disjoint(all []parser.Span) (joined []parser.Span) {
	slices.SortFunc(all, compareSpans)
	for _, s := range all {
		if last := len(joined) - 1; last >= 0 && s.Start < joined[last].End {
			joined[last].End = max(joined[last].End, s.End)
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

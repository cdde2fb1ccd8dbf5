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

// The places in placeholders.tsv other than at.
const (
	placeIn  = "in"
	placeRun = "run"
)

// reach is how many bytes after the beginning of a gate, or after the run that begins there, a
// placeholder may end.
const reach = 256

// anyField matches field names for placeholders besides those in cues.tsv: 课程名称.
const anyField = `\p{Han}{1,4}(?:名称|姓名|编号|尾号|金额|日期|天数|期数|电话|号码)`

// placeholder is a row of placeholders.tsv.
type placeholder struct {
	name      string
	place     string
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
		pattern := strings.ReplaceAll(c[3], "FIELD", "(?:"+strings.Join(fields, "|")+"|"+anyField+")")
		if c[1] != placeIn {
			pattern = `^(?:` + pattern + `)`
		}
		all = append(all, placeholder{c[0], c[1], strings.Fields(c[2]), regexp.MustCompile(pattern), c[4], c[5]})
	}
	return all
})

// find returns where the text has the placeholder.
func (p *placeholder) find(text string) []parser.Span {
	g := gated{text: text, gates: p.gates, at: slices.Repeat([]int{-1}, len(p.gates))}
	switch {
	case g.next(0) == len(text):
		return nil
	case p.place == placeIn:
		return p.anywhere(text)
	}
	var all []parser.Span
	for from := g.next(0); from < len(text); from = g.next(from) {
		behind := from
		if p.place == placeRun {
			behind = behindRun(text, from)
		}
		window := text[from:min(len(text), behind+reach)]
		at := p.pattern.FindStringSubmatchIndex(window)
		switch {
		case at != nil:
			at = at[len(at)-2:] // the group, or the whole match
			all = append(all, parser.Span{Start: from + at[0], End: from + at[1]})
			from += at[1]
		case p.place == placeRun:
			from = behind
		default:
			_, size := utf8.DecodeRuneInString(window)
			from += size
		}
	}
	return all
}

// anywhere returns where the text has the placeholder, which may begin anywhere.
func (p *placeholder) anywhere(text string) (all []parser.Span) {
	for from := 0; ; {
		at := p.pattern.FindStringSubmatchIndex(text[from:])
		if at == nil {
			return all
		}
		at = at[len(at)-2:]
		all = append(all, parser.Span{Start: from + at[0], End: from + at[1]})
		from += at[1] // what follows the group may precede the next one: XX月XX日
	}
}

// behindRun returns where the run of the character at from ends.
func behindRun(text string, from int) int {
	_, size := utf8.DecodeRuneInString(text[from:])
	char, end := text[from:from+size], from+size
	for strings.HasPrefix(text[end:], char) {
		end += size
	}
	return end
}

// gated searches a text for gates, from beginning to end.
type gated struct {
	text  string
	gates []string
	at    []int // where each gate is next; len(text) if nowhere, less than from if it must be searched for
}

// next returns where the first gate at or after from is, len(text) if there is none. From must not
// decrease between calls.
func (g *gated) next(from int) int {
	first := len(g.text)
	for i, gate := range g.gates {
		if g.at[i] < from {
			g.at[i] = len(g.text)
			if n := strings.Index(g.text[from:], gate); n >= 0 {
				g.at[i] = from + n
			}
		}
		first = min(first, g.at[i])
	}
	return first
}

// placeholders finds what should have been a value of the record, and a text that breaks off. A per cent sign in a link writes
// a byte.
func (k *check) placeholders() {
	var where []parser.Span
	rows := placeholders()
	for i := range rows {
		for _, s := range rows[i].find(k.text) {
			inLink := rows[i].name == "percent" && slices.ContainsFunc(k.notice.URLs, func(u parser.Found) bool {
				return u.Span.Start <= s.Start && s.End <= u.Span.End
			})
			if !inLink && !isToSign(k.text[:s.Start]) && !((rows[i].name == "brackets" || rows[i].name == "parens") && k.isHeading(s)) {
				where = append(where, s)
			}
		}
	}
	if at, ok := k.cut(); ok {
		where = append(where, at)
	}
	if len(where) > 0 {
		k.add("PLACEHOLDER", disjoint(where)...)
	}
}

// isToSign reports whether a text ends where the reader is to sign: 签收人：____.
func isToSign(text string) bool {
	return endsWith(strings.TrimRight(text, " 　:："), "signed_before")
}

// isHeading reports whether a word in brackets is followed by its value: 【逾期天数】15天, 【姓名】王小明.
func (k *check) isHeading(s parser.Span) bool {
	value := strings.TrimLeft(k.text[s.End:], " :：¥￥")
	surname, _ := utf8.DecodeRuneInString(k.record.Person.Name)
	return isDigit(value, 0) || k.record.Person.Name != "" && strings.HasPrefix(value, string(surname))
}

// disjoint merges spans that overlap.
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

package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

// version is that of the JSON. Keys and codes are only ever added.
const version = 1

// answerJSON is the JSON of a row.
type answerJSON struct {
	V        int           `json:"v"`
	Row      int           `json:"row"`
	Line     int           `json:"line"`
	Fits     string        `json:"fits,omitempty"` // agree, disagree or unknown
	Findings []findingJSON `json:"findings,omitempty"`
	Error    *errorJSON    `json:"error,omitempty"`
}

// findingJSON is the JSON of a finding.
type findingJSON struct {
	Code    string        `json:"code"`
	Part    string        `json:"part"`
	Spans   []parser.Span `json:"spans,omitempty"`
	Fields  []string      `json:"fields,omitempty"`
	FitsRow int           `json:"fits_row,omitempty"`
	Text    string        `json:"text"`
	Fix     string        `json:"fix,omitempty"`
	Wording string        `json:"wording,omitempty"`
	Source  string        `json:"source,omitempty"`
}

// errorJSON says why a row was not read.
type errorJSON struct {
	Code    code   `json:"code"`
	Message string `json:"message"`
}

// writeJSON writes a row as one line.
func writeJSON(w io.Writer, a answer, lang remedy.Lang) error {
	out := answerJSON{V: version, Row: a.Row, Line: a.Line}
	if a.Problem != "" {
		out.Error = &errorJSON{a.Problem, plain.Name(plain.Error, a.Problem, lang)}
	} else {
		out.Fits = a.Fits.String()
	}
	for _, f := range a.Findings {
		k := kinds()[f.Code]
		out.Findings = append(out.Findings, findingJSON{
			Code: f.Code, Part: partOf(f.Code), Spans: f.Spans, Fields: f.Fields, FitsRow: f.Row,
			Text: textOf(f.Code, lang), Fix: k.fix[lang], Wording: k.wording, Source: f.Source,
		})
	}
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

// textOf says what a code means; of a rule that findings.tsv does not have, what
// package conduct says.
func textOf(code string, lang remedy.Lang) string {
	return cmp.Or(kinds()[code].text[lang], conduct.Builtin().Explain(code, string(lang)))
}

// words are what the table says beside findings.tsv, in Chinese and in English.
var words = map[string][2]string{
	"row":      {"第%d行（文件第%d行）：%s\n", "row %d (line %d of the file): %s\n"},
	"agree":    {"与记录相符", "fits its record"},
	"disagree": {"与记录不符", "does not fit its record"},
	"unknown":  {"无法与记录核对", "cannot be checked against its record"},
	"place":    {"  %-20s  第%s字\n", "  %-20s  characters %s\n"},
	"nowhere":  {"  %s\n", "  %s\n"},
	"text":     {"      问题：%s%s\n", "      what: %s%s\n"},
	"fix":      {"      改法：%s\n", "      fix:  %s\n"},
	"wording":  {"      写法：%s\n", "      as:   %s\n"},
	"source":   {"      依据：%s\n", "      by:   %s\n"},
	"fits_row": {"（第%d行）", " (row %d)"},
	"fields":   {"（%s）", " (%s)"},
	"bad":      {"读不了：", "cannot be read: "},
}

// english is the index of a language in such tables.
func english(lang remedy.Lang) int {
	if lang == remedy.English {
		return 1
	}
	return 0
}

// writeTable writes a row for people, unless nothing was found.
func writeTable(w io.Writer, a answer, lang remedy.Lang) error {
	var b strings.Builder
	say := func(word string, args ...any) { fmt.Fprintf(&b, words[word][english(lang)], args...) }
	switch {
	case a.Problem != "":
		say("row", a.Row, a.Line, words["bad"][english(lang)]+plain.Name(plain.Error, a.Problem, lang))
	case len(a.Findings) == 0:
		return nil
	default:
		say("row", a.Row, a.Line, words[a.Fits.String()][english(lang)])
	}
	for _, f := range a.Findings {
		k := kinds()[f.Code]
		if len(f.Spans) > 0 {
			say("place", f.Code, characters(a.text, f.Spans))
		} else {
			say("nowhere", f.Code)
		}
		more := ""
		switch {
		case f.Row > 0:
			more = fmt.Sprintf(words["fits_row"][english(lang)], f.Row)
		case len(f.Fields) > 0:
			more = fmt.Sprintf(words["fields"][english(lang)], strings.Join(f.Fields, ", "))
		}
		say("text", textOf(f.Code, lang), more)
		for _, line := range []struct{ word, text string }{{"fix", k.fix[lang]}, {"wording", k.wording}, {"source", f.Source}} {
			if line.text != "" {
				say(line.word, line.text)
			}
		}
	}
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// characters writes spans for people, who count characters, from 1.
func characters(text string, all []parser.Span) string {
	var parts []string
	for _, s := range all {
		parts = append(parts, fmt.Sprintf("%d-%d", utf8.RuneCountInString(text[:s.Start])+1, utf8.RuneCountInString(text[:s.End])))
	}
	return strings.Join(parts, ", ")
}

// summary counts rows and findings.
type summary struct {
	begin                    time.Time
	clean, found, unreadable int
	codes                    map[string]int
}

func newSummary() summary { return summary{begin: time.Now(), codes: map[string]int{}} }

// count notes a row.
func (s *summary) count(a answer) {
	switch {
	case a.Problem != "":
		s.unreadable++
	case len(a.Findings) > 0:
		s.found++
	default:
		s.clean++
	}
	for _, f := range a.Findings {
		s.codes[f.Code]++
	}
}

// String is one line, the codes that were found most first.
func (s summary) String() string {
	text := fmt.Sprintf("%d checked in %v: %d clean, %d with findings, %d unreadable",
		s.clean+s.found+s.unreadable, time.Since(s.begin).Round(time.Millisecond), s.clean, s.found, s.unreadable)
	order := slices.SortedFunc(maps.Keys(s.codes), func(a, b string) int {
		if d := s.codes[b] - s.codes[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	for i, c := range order {
		sign := ", "
		if i == 0 {
			sign = "; "
		}
		text += fmt.Sprintf("%s%d %s", sign, s.codes[c], c)
	}
	return text
}

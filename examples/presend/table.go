package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// words are what the table says besides the findings, in Chinese and in English.
var words = map[string][2]string{
	"row":      {"第%d行（文件第%d行）：%s\n", "row %d (line %d of the file): %s\n"},
	"disagree": {"与记录不符", "does not fit its record"},
	"record":   {"内容有矛盾或缺项", "contradicts itself or is incomplete"},
	"rule":     {"违反催收规定", "breaks collection rules"},
	"look":     {"容易被当成诈骗", "looks like a scam"},
	"and":      {"；", "; "},
	"place":    {"  %-20s  第%s字\n", "  %-20s  characters %s\n"},
	"nowhere":  {"  %s\n", "  %s\n"},
	"text":     {"      问题：%s%s\n", "      problem: %s%s\n"},
	"fix":      {"      改法：%s\n", "      fix:     %s\n"},
	"wording":  {"      写法：%s\n", "      write:   %s\n"},
	"source":   {"      依据：%s\n", "      source:  %s\n"},
	"fits_row": {"（第%d行）", " (row %d)"},
	"bad":      {"读不了：", "cannot be read: "},
}

// people writes the rows with findings for people.
type people struct {
	w    io.Writer
	lang remedy.Lang
}

// heading says what kinds of findings a row has.
func (p *people) heading(a answer) string {
	var all []string
	add := func(word string, ok bool) {
		if ok {
			all = append(all, words[word][english(p.lang)])
		}
	}
	has := map[presend.Part]bool{}
	for _, f := range a.Findings {
		has[f.Part] = true
	}
	add("disagree", a.Fits == identity.Disagree)
	add("record", a.Fits != identity.Disagree && has[presend.PartRecord])
	add("rule", has[presend.PartRule])
	add("look", has[presend.PartLook])
	return strings.Join(all, words["and"][english(p.lang)])
}

func (p *people) write(a answer) error {
	var b strings.Builder
	say := func(word string, args ...any) { fmt.Fprintf(&b, words[word][english(p.lang)], args...) }
	switch {
	case a.Problem != "":
		say("row", a.Row, a.Line, words["bad"][english(p.lang)]+plain.Name(plain.Error, a.Problem, p.lang))
	case len(a.Findings) == 0:
		return nil
	default:
		say("row", a.Row, a.Line, p.heading(a))
	}
	for _, f := range a.Findings {
		if len(f.Spans) > 0 {
			say("place", f.Code, characters(a.text, f.Spans))
		} else {
			say("nowhere", f.Code)
		}
		more := ""
		if row := a.fitsRow(f); row > 0 {
			more = fmt.Sprintf(words["fits_row"][english(p.lang)], row)
		}
		say("text", f.Text, more)
		for _, line := range []struct{ word, text string }{{"fix", f.Fix}, {"wording", f.Wording}, {"source", f.Source}} {
			if line.text != "" {
				say(line.word, line.text)
			}
		}
	}
	b.WriteByte('\n')
	_, err := io.WriteString(p.w, b.String())
	return err
}

func (p *people) end(int) error { return nil }

// characters formats spans for people, as characters counted from 1.
func characters(text string, all []parser.Span) string {
	var parts []string
	for _, s := range all {
		parts = append(parts, fmt.Sprintf("%d-%d", utf8.RuneCountInString(text[:s.Start])+1, utf8.RuneCountInString(text[:s.End])))
	}
	return strings.Join(parts, ", ")
}

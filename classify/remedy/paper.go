package remedy

import (
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify"
)

// Letter is a document to read, fill in, sign and send. It holds personal data; under fmt and slog
// it shows only its code.
type Letter struct {
	// Code is "mistake", "identity_theft", "guarantor", "minor" or "credit_objection". New values
	// may be added; readers must accept ones they do not know.
	Code  string `json:"code"`
	Title string `json:"title"` // 异议申请书
	Text  string `json:"text"`
}

// files are the names of the files, by code. They say nothing about a person.
var files = map[string]string{
	formMistake:         "异议申请书-发错人或记录有误.txt",
	formIdentityTheft:   "异议申请书-身份被冒用.txt",
	formGuarantor:       "异议申请书-担保.txt",
	formMinor:           "异议申请书-未成年人借款.txt",
	formCreditObjection: "征信异议申请书.txt",
}

// Letters returns the letters for a case: the objection to the lender, as [Objection] writes it,
// then a separate one to the credit bureau if it is identity theft, or if it is a mistake and the
// credit report shows a wrong record of the applicant's own. If there are two matters at once (see
// [TwoMatters]), each has its letters. If there is nothing to write, Letters returns nil.
func Letters(c Case) []Letter {
	matters := []classify.Verdict{c.matter()}
	if c.Matter == "" && TwoMatters(c.Assessment, c.Facts) {
		matters = []classify.Verdict{classify.IdentityTheft, classify.Mistake}
	}
	given := Builtin().Circumstances(c.situation())
	var all []Letter
	for _, matter := range matters {
		c.Matter = matter
		for _, form := range []string{c.form(given), c.creditForm()} {
			if form == "" || slices.ContainsFunc(all, func(l Letter) bool { return l.Code == form }) {
				continue
			}
			if text, err := c.write(form, given); err == nil { // a test writes them all
				title, _, _ := strings.Cut(text, "\n")
				all = append(all, Letter{Code: form, Title: title, Text: text})
			}
		}
	}
	return all
}

// creditForm returns the form of the objection to the credit bureau, "" for none.
func (c Case) creditForm() string {
	own := c.Facts.HasAccount == classify.Yes || c.Facts.Repaid == classify.Yes
	switch {
	case c.Matter == classify.IdentityTheft,
		c.Matter == classify.Mistake && own && c.Facts.OnCreditReport == classify.Yes:
		return formCreditObjection
	}
	return ""
}

// lineWidth is the most columns in a line of a file: 40 Chinese characters, so that any program
// prints it on A4.
const lineWidth = 80

// File returns the letter as a plain text file to print and sign: UTF-8, with lines of at most 40
// Chinese characters that end in CR LF, as the simplest editors need.
func (l Letter) File() (name string, data []byte) {
	var b strings.Builder
	for line := range strings.Lines(l.Text) {
		for _, part := range wrap(strings.TrimRight(line, "\n")) {
			b.WriteString(part)
			b.WriteString("\r\n")
		}
	}
	if name = files[l.Code]; name == "" {
		name = "异议申请书.txt"
	}
	return name, []byte(b.String())
}

// Format shows only the code, whatever the verb.
func (l Letter) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, l.hidden()) }

// LogValue shows slog only the code.
func (l Letter) LogValue() slog.Value { return slog.StringValue(l.hidden()) }

// hidden shows the code only if it is one of ours: a caller may have set any text.
func (l Letter) hidden() string {
	if files[l.Code] == "" {
		return "letter"
	}
	return "letter: " + l.Code
}

// wrap breaks a line into lines of at most lineWidth columns. A line does not begin with a closing
// mark or end with an opening one, and numbers that fit on a line stay whole.
func wrap(line string) (lines []string) {
	var b strings.Builder
	width := 0
	for len(line) > 0 {
		piece := line[:pieceEnd(line)]
		line = line[len(piece):]
		w := columns(piece)
		if width > 0 && width+w > lineWidth {
			lines = append(lines, strings.TrimRight(b.String(), " "))
			b.Reset()
			width = 0
		}
		for ; w > lineWidth; w = columns(piece) { // no place to break
			cut := cutAt(piece, lineWidth)
			lines = append(lines, piece[:cut])
			piece = piece[cut:]
		}
		b.WriteString(piece)
		width += w
	}
	return append(lines, b.String())
}

// Marks that close and that open.
const (
	closing = "，。；：！？、）》”’,.;:!?)"
	opening = "（《“‘("
)

// pieceEnd returns the end of the unbreakable piece at the front of s: opening marks, then one
// character or a run of ASCII without spaces, then closing marks.
func pieceEnd(s string) int {
	i := skip(s, 0, func(c rune) bool { return strings.ContainsRune(opening, c) })
	isASCII := func(c rune) bool { return c > ' ' && c < utf8.RuneSelf }
	if j := skip(s, i, isASCII); j > i {
		i = j
	} else if i < len(s) {
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return skip(s, i, func(c rune) bool { return strings.ContainsRune(closing, c) })
}

// skip returns the end of the run of characters from i on for which is returns true.
func skip(s string, i int, is func(rune) bool) int {
	for i < len(s) {
		c, size := utf8.DecodeRuneInString(s[i:])
		if !is(c) {
			break
		}
		i += size
	}
	return i
}

// columns returns the width of s: one column for a Latin character, two for any other.
func columns(s string) (n int) {
	for _, c := range s {
		n += columnsOf(c)
	}
	return n
}

func columnsOf(c rune) int {
	const lastLatin = 0x24f
	if c <= lastLatin {
		return 1
	}
	return 2
}

// cutAt returns the end of the longest prefix of s that fits into most columns.
func cutAt(s string, most int) int {
	n := 0
	for i, c := range s {
		if n += columnsOf(c); n > most {
			return i
		}
	}
	return len(s)
}

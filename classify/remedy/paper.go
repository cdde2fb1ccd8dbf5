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

// Letter is a document that somebody may read, fill in, sign and send. It holds
// personal data; under fmt and slog it shows its code alone.
type Letter struct {
	// Code is "mistake", "identity_theft", "guarantor", "minor" or "credit_objection".
	// Readers must accept words they do not know.
	Code  string `json:"code"`
	Title string `json:"title"` // 异议申请书
	Text  string `json:"text"`
}

// files are the names of the files, by code. They tell nothing of a person.
var files = map[string]string{
	formMistake:         "异议申请书-发错人或记录有误.txt",
	formIdentityTheft:   "异议申请书-身份被冒用.txt",
	formGuarantor:       "异议申请书-担保.txt",
	formMinor:           "异议申请书-未成年人借款.txt",
	formCreditObjection: "征信异议申请书.txt",
}

// Letters returns the letters of a case: the objection to the lender, as [Objection]
// writes it, then that to the credit bureau, which is a document of its own, where it
// is identity theft or the credit report shows a wrong record of one's own. Of two
// matters at once (see [TwoMatters]) each has its letter. None where there is none to
// write.
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

// lineWidth is how many columns a line of a file has at most: 40 Chinese characters, so
// that it prints on A4 from any program.
const lineWidth = 80

// File returns the letter as a file of plain text to print and sign: UTF-8, lines of
// at most 40 Chinese characters, ended by CR LF as the plainest of editors wants it.
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

// Format shows the code alone, whatever the verb.
func (l Letter) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, l.hidden()) }

// LogValue shows slog the code alone.
func (l Letter) LogValue() slog.Value { return slog.StringValue(l.hidden()) }

// hidden shows only a code of ours: a caller may have set any text.
func (l Letter) hidden() string {
	if files[l.Code] == "" {
		return "letter"
	}
	return "letter: " + l.Code
}

// wrap breaks a line into lines of at most lineWidth columns. A line does not begin
// with what closes, nor end with what opens, and numbers stay whole where they fit.
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

// What closes and what opens.
const (
	closing = "，。；：！？、）》”’,.;:!?)"
	opening = "（《“‘("
)

// pieceEnd returns the end of what is not broken at the front of s: what opens, then
// one character, or what is written in ASCII without a space, then what closes.
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

// skip returns where from i on the characters that are so end.
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

// columns returns how wide s is shown: one column for what is Latin, two for the rest.
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

// cutAt returns the end of the most of s that fits into so many columns.
func cutAt(s string, most int) int {
	n := 0
	for i, c := range s {
		if n += columnsOf(c); n > most {
			return i
		}
	}
	return len(s)
}

package remedy

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify/internal/phrase"
)

// cues find circumstances by the rows of circumstances.tsv. The zero cues finds none.
type cues struct {
	rows []cueRow
	// text are the phrases of the rows for text. The ID of a phrase is twice the index of its row,
	// plus one if it hides the others.
	text *phrase.Index
	// longest is the most bytes that a phrase takes in a text.
	longest int
}

// cueRow is a row of the table.
type cueRow struct {
	circumstance circumstanceSet
	where        string
	words        []string
	hides        []string
}

// The values of the column "where".
const (
	inSignature = "signature"
	inLender    = "lender"
	inText      = "text"
	inThreats   = "threat"
	inSignals   = "signal"
	inEvidence  = "evidence"
	inSender    = "sender"
)

func (t *Tables) readCircumstances(r io.Reader) error {
	last := ""
	t.cues.text = new(phrase.Index)
	return rows("circumstances", r, circumstancesTable, 6, func(f []string) string {
		key := f[0] + "\t" + f[1]
		switch {
		case key <= last:
			return "not sorted"
		case !slices.Contains(circumstances, Circumstance(f[0])):
			return "no such circumstance"
		case !slices.Contains([]string{inSignature, inLender, inText, inThreats, inSignals, inEvidence, inSender}, f[1]):
			return "no such place"
		}
		last = key
		row := cueRow{circumstance: setOf(Circumstance(f[0])), where: f[1]}
		var broken string
		if row.words, broken = t.cues.phrases(f[2]); broken != "" {
			return broken
		}
		if f[3] != "-" {
			if row.hides, broken = t.cues.phrases(f[3]); broken != "" {
				return broken
			}
		}
		if row.where == inText {
			for _, s := range row.words {
				t.cues.text.Add(2*len(t.cues.rows), s)
			}
			for _, s := range row.hides {
				t.cues.text.Add(2*len(t.cues.rows)+1, s)
			}
		}
		t.cues.rows = append(t.cues.rows, row)
		return ""
	})
}

// maxPhrases is the most phrases that a cell may expand to.
const maxPhrases = 500

// phrases reads the phrases of a cell. Broken is the rule that they break, "" for none.
func (c *cues) phrases(cell string) (all []string, broken string) {
	for word := range strings.FieldsSeq(cell) {
		for _, s := range choices(word) {
			gaps := strings.Count(s, "…")
			if slices.Contains(strings.Split(s, "…"), "") || strings.ContainsAny(s, "{|}") {
				return nil, "no phrase"
			}
			if len(all) == maxPhrases {
				return nil, "too many phrases"
			}
			all = append(all, s)
			c.longest = max(c.longest, len(s)+gaps*phrase.MaxGap*utf8.UTFMax)
		}
	}
	if len(all) == 0 {
		return nil, "no phrase"
	}
	return all, ""
}

// choices expands {a|b} to at most maxPhrases+1 phrases; braces that do not close stay.
func choices(s string) []string {
	head, rest, opened := strings.Cut(s, "{")
	within, tail, closed := strings.Cut(rest, "}")
	if !opened || !closed {
		return []string{s}
	}
	var all []string
	tails := choices(tail)
	for choice := range strings.SplitSeq(within, "|") {
		for _, t := range tails {
			if len(all) > maxPhrases {
				return all
			}
			all = append(all, head+choice+t)
		}
	}
	return all
}

// find returns the circumstances that the rows find in s.
func (c *cues) find(s *Situation) (found circumstanceSet) {
	for i := range c.rows {
		row := &c.rows[i]
		if row.where != inText && found&row.circumstance == 0 && row.fits(s) {
			found |= row.circumstance
		}
	}
	if c.text != nil {
		found |= c.findText(s.text())
	}
	return found
}

// fits reports whether a row that is not for the text finds its circumstance.
func (r *cueRow) fits(s *Situation) bool {
	switch n := s.Notice; {
	case r.where == inEvidence:
		for i := range s.Assessment.Evidence {
			if r.has(s.Assessment.Evidence[i].Code) {
				return true
			}
		}
	case r.where == inSender:
		return r.has(s.Assessment.Sender.Status.String())
	case n == nil:
	case r.where == inLender:
		return n.Lender != nil && r.within(cmp.Or(n.Lender.Canonical, n.Lender.Text))
	case r.where == inSignature:
		for i := range n.Signatures {
			if r.within(n.Signatures[i].Text) {
				return true
			}
		}
	case r.where == inThreats:
		for i := range n.Threats {
			if r.has(string(n.Threats[i].Type)) {
				return true
			}
		}
	case r.where == inSignals:
		for i := range n.Signals {
			if r.has(string(n.Signals[i].Type)) {
				return true
			}
		}
	}
	return false
}

// has reports whether word is one of the row's.
func (r *cueRow) has(word string) bool { return slices.Contains(r.words, word) }

// within reports whether name contains one of the row's words and nothing that hides it.
func (r *cueRow) within(name string) bool {
	in := func(word string) bool { return strings.Contains(name, word) }
	return slices.ContainsFunc(r.words, in) && !slices.ContainsFunc(r.hides, in)
}

// hit is where a phrase of a row stands in a text: a half-open range of bytes.
type hit struct{ row, start, end int }

// findText returns the circumstances of the rows of which text contains a phrase that is not
// hidden.
func (c *cues) findText(text string) (found circumstanceSet) {
	var hits, hiders []hit // of the rows that have phrases to hide others, in order of the text
	a, size := phrase.Decode(text, 0)
	for at := 0; at < len(text); {
		b, next := phrase.Decode(text, at+size)
		if c.text.Begins(a) {
			alone, others := c.text.At(a, b)
			for _, all := range [...][]phrase.Phrase{alone, others} {
				for i := range all {
					n := all[i].Match(text[at:])
					row, hides := all[i].ID/2, all[i].ID%2 == 1
					switch h := (hit{row, at, at + n}); {
					case n == 0:
					case hides:
						hiders = append(hiders, h)
					case len(c.rows[row].hides) > 0:
						hits = append(hits, h)
					default:
						found |= c.rows[row].circumstance
					}
				}
			}
		}
		at += size
		a, size = b, next
	}
	slices.SortFunc(hiders, compareHits)
	for _, h := range hits {
		if !h.overlaps(hiders, c.longest) {
			found |= c.rows[h.row].circumstance
		}
	}
	return found
}

func compareHits(a, b hit) int {
	return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.start, b.start))
}

// overlaps reports whether h overlaps one of others of the same row. The others are sorted, and
// none is longer than longest.
func (h hit) overlaps(others []hit, longest int) bool {
	i, _ := slices.BinarySearchFunc(others, hit{row: h.row, start: h.start - longest}, compareHits)
	for ; i < len(others) && others[i].row == h.row && others[i].start < h.end; i++ {
		if others[i].end > h.start {
			return true
		}
	}
	return false
}

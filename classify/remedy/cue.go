package remedy

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// cues find circumstances by the rows of circumstances.tsv. The zero cues find none.
type cues struct {
	rows []cueRow
	// text are the phrases of the rows for text, and of what hides them, by their
	// first character, so that a message is gone through once.
	text map[rune][]phrase
	// longest is how many bytes a phrase takes at most in a text.
	longest int
}

// cueRow is a row of the table.
type cueRow struct {
	circumstance circumstanceSet
	where        string
	words        []phrase
	hides        []phrase
}

// phrase is a phrase of a row: parts, with a gap between.
type phrase struct {
	row   int
	hides bool // it is of what hides the others of the row
	parts []string
}

// The columns "where".
const (
	inSignature = "signature"
	inLender    = "lender"
	inText      = "text"
	inThreats   = "threat"
	inSignals   = "signal"
	inEvidence  = "evidence"
	inSender    = "sender"
)

// maxGap is how many characters … stands for at most.
const maxGap = 10

// gapEnds ends a clause, and with it a gap.
const gapEnds = "，。；！？,;!?"

func (t *Tables) readCircumstances(r io.Reader) error {
	last := ""
	t.cues.text = map[rune][]phrase{}
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
		if row.words, broken = t.cues.phrases(f[2], false); broken != "" {
			return broken
		}
		if f[3] != "-" {
			if row.hides, broken = t.cues.phrases(f[3], true); broken != "" {
				return broken
			}
		}
		t.cues.rows = append(t.cues.rows, row)
		if row.where == inText {
			for _, p := range slices.Concat(row.words, row.hides) {
				first, _ := utf8.DecodeRuneInString(p.parts[0])
				t.cues.text[first] = append(t.cues.text[first], p)
			}
		}
		return ""
	})
}

// maxPhrases is how many phrases a cell may expand to.
const maxPhrases = 500

// phrases reads the phrases of a cell of the row that comes next; it returns what
// they break, "" for nothing.
func (c *cues) phrases(cell string, hides bool) (all []phrase, broken string) {
	for word := range strings.FieldsSeq(cell) {
		for _, s := range choices(word) {
			parts := strings.Split(s, "…")
			if slices.Contains(parts, "") || strings.ContainsAny(s, "{|}") {
				return nil, "no phrase"
			}
			if len(all) == maxPhrases {
				return nil, "too many phrases"
			}
			all = append(all, phrase{row: len(c.rows), hides: hides, parts: parts})
			c.longest = max(c.longest, len(s)+(len(parts)-1)*maxGap*utf8.UTFMax)
		}
	}
	if len(all) == 0 {
		return nil, "no phrase"
	}
	return all, ""
}

// choices writes out {a|b}, at most one more than maxPhrases of them; braces that do
// not close stay.
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

// find returns the circumstances that the rows find.
func (c *cues) find(s *Situation) (found circumstanceSet) {
	for i := range c.rows {
		row := &c.rows[i]
		if row.where != inText && found&row.circumstance == 0 && row.fits(s) {
			found |= row.circumstance
		}
	}
	for _, row := range c.findText(s.text()) {
		found |= c.rows[row].circumstance
	}
	return found
}

// fits reports whether a row for anything but the text finds its circumstance.
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
func (r *cueRow) has(word string) bool {
	return slices.ContainsFunc(r.words, func(p phrase) bool { return p.parts[0] == word })
}

// within reports whether name holds one of the row's words, and nothing that hides it.
func (r *cueRow) within(name string) bool {
	in := func(p phrase) bool { return strings.Contains(name, p.parts[0]) }
	return slices.ContainsFunc(r.words, in) && !slices.ContainsFunc(r.hides, in)
}

// stretch is a half-open range of bytes of a text.
type stretch struct{ start, end int }

// findText returns the rows of which a phrase stands in text and is not hidden, in
// order.
func (c *cues) findText(text string) (found []int) {
	type places struct{ hits, hiders []stretch }
	var at map[int]*places
	for i, first := range text {
		for _, p := range c.text[first] {
			end := p.endIn(text, i)
			if end < 0 {
				continue
			}
			row := at[p.row]
			if row == nil {
				if at == nil {
					at = map[int]*places{}
				}
				row = &places{}
				at[p.row] = row
			}
			if p.hides {
				row.hiders = append(row.hiders, stretch{i, end})
			} else {
				row.hits = append(row.hits, stretch{i, end})
			}
		}
	}
	for row, p := range at {
		if slices.ContainsFunc(p.hits, func(s stretch) bool { return !s.overlaps(p.hiders, c.longest) }) {
			found = append(found, row)
		}
	}
	slices.Sort(found)
	return found
}

// overlaps reports whether s overlaps one of others, which are in order of their
// starts, and none of them longer than longest.
func (s stretch) overlaps(others []stretch, longest int) bool {
	i, _ := slices.BinarySearchFunc(others, s.start-longest, func(o stretch, at int) int { return cmp.Compare(o.start, at) })
	for ; i < len(others) && others[i].start < s.end; i++ {
		if others[i].end > s.start {
			return true
		}
	}
	return false
}

// endIn returns where the phrase ends that begins at i in text, -1 if it does not.
// Of a gap the shortest is taken.
func (p phrase) endIn(text string, i int) int {
	if !strings.HasPrefix(text[i:], p.parts[0]) {
		return -1
	}
	i += len(p.parts[0])
	for _, part := range p.parts[1:] {
		i = endAfterGap(text, i, part)
		if i < 0 {
			return -1
		}
	}
	return i
}

func endAfterGap(text string, i int, part string) int {
	for gap := 0; i < len(text); gap++ {
		if strings.HasPrefix(text[i:], part) {
			return i + len(part)
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		if gap == maxGap || strings.ContainsRune(gapEnds, c) {
			return -1
		}
		i += size
	}
	return -1
}

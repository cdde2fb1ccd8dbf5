package lexicon

import (
	_ "embed"
	"errors"
	"io"
	"iter"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/cues.tsv
var cueTable string

// GapReach is the greatest width of a gap, in runes.
const GapReach = 12

// MaxWord is the length of the longest word of a table, in runes.
const MaxWord = 32

// CueRow is a row of a table of cues, its words folded.
type CueRow struct {
	Parts [][][]rune // the words of each part; several parts have gaps between them
	Meaning
}

// Cue is what the words of one spelling mean, by themselves and as the first part of
// phrases.
type Cue struct {
	Whole   bool // it is a word by itself, even if its meaning is zero
	Meaning      // of the word by itself
	Phrases []Phrase
}

// Phrase is a cue with gaps: the parts after the first, in order, and what it means.
type Phrase struct {
	Begins RuneBits // of Rest[0]; it most often tells that the phrase is not there
	Rest   []Part
	Meaning
}

// Part is a part of a phrase: the words that it may be, and the runes that they begin
// with, for each word and for all.
type Part struct {
	Words  [][]rune
	First  []rune
	Begins RuneBits
}

// RuneBits is a set of runes by their lowest eight bits. Runes with the same bits are not
// told apart, so the set may seem to hold runes that were not added. The zero RuneBits is
// empty.
type RuneBits [4]uint64

// Add adds r.
func (s *RuneBits) Add(r rune) { s[r>>6&3] |= 1 << (r & 63) }

// Has reports whether r may be in s.
func (s *RuneBits) Has(r rune) bool { return s[r>>6&3]&(1<<(r&63)) != 0 }

// Meets reports whether s and t may have a rune in common.
func (s *RuneBits) Meets(t *RuneBits) bool {
	return s[0]&t[0]|s[1]&t[1]|s[2]&t[2]|s[3]&t[3] != 0
}

// Cues is the index of a table of cues.
type Cues struct {
	Words *runes.Trie // values are indexes in All, plus one
	All   []Cue       // if a word stands twice, its place is used once, and the other is empty
	Pairs *fold.Pairs // of all words that mean something, for folding
}

// ReadCues reads a table of cues in the form of data/cues.tsv. Its error is an
// [*Error].
func ReadCues(r io.Reader) ([]CueRow, error) { return readCues(r, 0) }

// readCues is ReadCues with memory for n rows.
func readCues(r io.Reader, n int) ([]CueRow, error) {
	rows := make([]CueRow, 0, n)
	var m cueMemory
	for row, err := range Rows(r) {
		if err != nil {
			return nil, err
		}
		cue, rule := m.row(row)
		if rule != "" {
			return nil, &Error{row.Line, rule}
		}
		rows = append(rows, cue)
	}
	return rows, nil
}

// cueMemory holds the words of a table, which are many and short.
type cueMemory struct {
	scratch fold.Text
	runes   arena[rune]
	words   arena[[]rune]
	parts   arena[[][]rune]
}

// row folds the words of a row and reads its meanings. rule is what is wrong with the
// row, "" if nothing is.
func (m *cueMemory) row(row Row) (cue CueRow, rule string) {
	cue.Parts = m.parts.take(len(row.Parts))
	for k, part := range row.Parts {
		words := m.words.take(len(part))
		for i, word := range part {
			folded := withoutSeparators(m.scratch.Word(word))
			switch n := len(folded); {
			case n == 0:
				return cue, "empty word"
			case n > MaxWord:
				return cue, "word too long"
			}
			words[i] = m.runes.put(folded)
		}
		cue.Parts[k] = words
	}
	for _, s := range row.Meanings {
		m, ok := meaningOf(s)
		if !ok {
			return cue, "unknown meaning"
		}
		cue.Meaning = cue.join(m)
	}
	return cue, ""
}

// withoutSeparators removes the separators between Chinese characters, because folding
// removes them from texts. A slash separates the words of a title and stays: 先生/女士.
// It overwrites r.
func withoutSeparators(r []rune) []rune {
	out := r[:0]
	for i, c := range r {
		if fold.IsSeparator(c) && c != '/' && i > 0 && i+1 < len(r) && runes.IsHan(r[i-1]) && runes.IsHan(r[i+1]) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// BuiltinCues returns the rows of the embedded table, read at first use.
var BuiltinCues = sync.OnceValue(func() []CueRow { return builtinCues(cueTable) })

func builtinCues(table string) []CueRow {
	rows, err := readCues(strings.NewReader(table), strings.Count(table, "\n"))
	if bad, ok := errors.AsType[*Error](err); ok {
		tsv.Broken("cues.tsv", bad.Line, bad.Rule)
	}
	return rows
}

// Words yields the words of all parts of rows.
func Words(rows []CueRow) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, row := range rows {
			for _, part := range row.Parts {
				for _, word := range part {
					if !yield(string(word)) {
						return
					}
				}
			}
		}
	}
}

// BuiltinWords returns the words of the embedded table that need a word boundary: those in
// the first parts.
func BuiltinWords() []string {
	rows := BuiltinCues()
	words := make([]string, 0, firstWords(rows))
	for _, row := range rows {
		for _, w := range row.Parts[0] {
			words = append(words, string(w))
		}
	}
	return words
}

// firstWords counts the words of the first parts.
func firstWords(rows []CueRow) (n int) {
	for _, row := range rows {
		n += len(row.Parts[0])
	}
	return n
}

// NewCues returns the index of rows. The meanings of rows with the same word are
// joined; of two roles the later one stays.
func NewCues(rows []CueRow) *Cues {
	words := make([][]rune, 0, firstWords(rows))
	for _, row := range rows {
		words = append(words, row.Parts[0]...)
	}
	t, values := runes.Index(words)
	c := &Cues{Words: t, All: make([]Cue, len(words)), Pairs: fold.NewPairs(nil)}
	for _, row := range rows {
		if row.Meaning != (Meaning{}) { // nobody disguises a word that means nothing
			for _, part := range row.Parts {
				c.Pairs.Add(part)
			}
		}
		rest := restOf(row)
		for range row.Parts[0] {
			c.All[values[0]-1].add(row, rest)
			values = values[1:]
		}
	}
	return c
}

// restOf returns the parts of a row after the first.
func restOf(row CueRow) []Part {
	if len(row.Parts) == 1 {
		return nil
	}
	parts := make([]Part, len(row.Parts)-1)
	for i, words := range row.Parts[1:] {
		parts[i].Words, parts[i].First = words, make([]rune, len(words))
		for k, w := range words {
			parts[i].First[k] = w[0]
			parts[i].Begins.Add(w[0])
		}
	}
	return parts
}

// add adds a row of which c is the first part, or the word; rest are its other parts.
func (c *Cue) add(row CueRow, rest []Part) {
	if rest == nil {
		c.Whole = true
		c.Meaning = c.join(row.Meaning)
		return
	}
	c.Phrases = append(c.Phrases, Phrase{rest[0].Begins, rest, row.Meaning})
}

// builtin returns the indexes of the embedded table, made at first use.
var builtin = sync.OnceValue(func() (b struct {
	cues *Cues
	gate *Gate
}) {
	rows := BuiltinCues()
	b.cues, b.gate = NewCues(rows), NewGate(nil)
	return b
})

// Builtin returns the cues of the embedded table and their gate, made at first use.
func Builtin() (*Cues, *Gate) {
	b := builtin()
	return b.cues, b.gate
}

package parser

import (
	"bytes"
	_ "embed"
	"errors"
	"io"
	"sync"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
)

//go:embed data/cues.tsv
var cueTable []byte

// gapRunes is how far apart the parts of a word with "…" may stand.
const gapRunes = 12

// cue is what the words of one spelling, or of one first part, say.
type cue struct {
	whole bool // a word by itself, even if it means nothing
	means meaning
	role  uint8      // index into roles plus one, 0: none
	gaps  []cueAfter // spellings that go on after "…"
}

// cueAfter is the rest of a word with "…": its parts in order.
type cueAfter struct {
	parts []part
	means meaning
	role  uint8
}

// part is a part of a word with "…" by the words that may stand there.
type part struct {
	words  [][]rune
	begins runeBits // the runes they begin with
}

// runeBits is a set of runes in which one may stand for others.
type runeBits uint64

func bitOf(r rune) runeBits { return 1 << (r & 63) }

// cueIndex is the table of cues, ready to be looked up.
type cueIndex struct {
	words *trie
	cues  []cue // by the value of words, less one
	pairs pairs
}

// cueRow is a row of the table.
type cueRow struct {
	parts [][][]rune // one, or several where the word has "…"; each by the words that may stand there
	means meaning
	role  uint8
}

const (
	maxTable     = lexicon.MaxTable // bytes of a caller's table
	maxWordRunes = 32
)

// readCues reads a table of cues in the form of data/cues.tsv.
func readCues(r io.Reader) ([]cueRow, error) {
	var rows []cueRow
	var f folded
	for row, err := range lexicon.Rows(r) {
		var bad *lexicon.Error
		if errors.As(err, &bad) {
			return nil, &TableError{Table: "cues", Line: bad.Line, Rule: bad.Rule}
		}
		cue, rule := newCueRow(&f, row)
		if rule != "" {
			return nil, &TableError{Table: "cues", Line: row.Line, Rule: rule}
		}
		rows = append(rows, cue)
	}
	return rows, nil
}

// newCueRow folds the words of a row, with f as its scratch, and reads its
// senses; rule says what is wrong with it, if anything.
func newCueRow(f *folded, row lexicon.Row) (cue cueRow, rule string) {
	for _, part := range row.Parts {
		words := make([][]rune, len(part))
		for i, word := range part {
			words[i] = withoutSeparators(f.foldWord(word))
			switch n := len(words[i]); {
			case n == 0:
				return cue, "empty word"
			case n > maxWordRunes:
				return cue, "word too long"
			}
		}
		cue.parts = append(cue.parts, words)
	}
	for _, s := range row.Senses {
		m, role, ok := parseMeaning(s)
		if !ok {
			return cue, "unknown meaning"
		}
		cue.means |= m
		if role != 0 {
			cue.role = role
		}
	}
	return cue, ""
}

// withoutSeparators drops the separators between Chinese characters, in a text
// they are looked through; a slash parts words of a title, 先生/女士.
func withoutSeparators(r []rune) []rune {
	out := r[:0]
	for i, c := range r {
		if isSeparator(c) && c != '/' && i > 0 && i+1 < len(r) && isHan(r[i-1]) && isHan(r[i+1]) {
			continue
		}
		out = append(out, c)
	}
	return out
}

// builtinCues reads the embedded table, which a test proves to be sound.
func builtinCues() []cueRow {
	rows, err := readCues(bytes.NewReader(cueTable))
	if err != nil {
		return nil
	}
	return rows
}

// newCueIndex builds the index of rows; later rows add to earlier ones of the same
// spelling.
func newCueIndex(rows []cueRow) *cueIndex {
	index := make(map[string]int, len(rows))
	l := &cueIndex{cues: make([]cue, 0, len(rows))}
	var all [][]rune // of all parts
	words := make([][]rune, 0, len(rows))
	for _, row := range rows {
		for _, part := range row.parts {
			all = append(all, part...)
		}
		for _, first := range row.parts[0] {
			i, ok := index[string(first)]
			if !ok {
				i = len(l.cues)
				index[string(first)] = i
				l.cues = append(l.cues, cue{})
				words = append(words, first)
			}
			l.cues[i].add(row)
		}
	}
	l.pairs = newPairs(all, spellingTable().hidden)
	l.words = newTrie(words)
	return l
}

func (c *cue) add(row cueRow) {
	if len(row.parts) > 1 {
		parts := make([]part, len(row.parts)-1)
		for i, words := range row.parts[1:] {
			parts[i].words = words
			for _, w := range words {
				parts[i].begins |= bitOf(w[0])
			}
		}
		c.gaps = append(c.gaps, cueAfter{parts, row.means, row.role})
		return
	}
	c.whole = true
	c.means |= row.means
	if row.role != 0 {
		c.role = row.role
	}
}

// builtin is what is made of the embedded tables at first use. The rows
// themselves are not kept.
var builtin = sync.OnceValue(func() (b struct {
	lex  *cueIndex
	gate *gate
}) {
	rows := builtinCues()
	b.lex, b.gate = newCueIndex(rows), newGate(rows, spellingTable())
	return b
})

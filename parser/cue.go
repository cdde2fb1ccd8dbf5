package parser

import (
	"bufio"
	"bytes"

	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/runes"

	_ "embed"
	"io"
	"strings"
	"sync"
	"unicode/utf8"
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

// lexicon is the table of cues, ready to be looked up.
type lexicon struct {
	words *runes.Trie
	cues  []cue // by the value of words, less one
	pairs fold.Pairs
}

// cueRow is a row of the table.
type cueRow struct {
	parts [][][]rune // one, or several where the word has "…"; each by the words that may stand there
	means meaning
	role  uint8
}

const (
	maxTable     = 4 << 20 // bytes of a caller's table
	maxWordRunes = 32
)

// readCues reads a table of cues in the form of data/cues.tsv.
func readCues(r io.Reader) ([]cueRow, error) {
	var rows []cueRow
	var f fold.Text
	bad := func(line int, rule string) ([]cueRow, error) {
		return nil, &TableError{Table: "cues", Line: line, Rule: rule}
	}
	lines := bufio.NewScanner(io.LimitReader(r, maxTable+1))
	size, n := 0, 0
	for lines.Scan() {
		n++
		line := lines.Text()
		if size += len(line) + 1; size > maxTable {
			return bad(n, "table too long")
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !utf8.ValidString(line) {
			return bad(n, "not UTF-8")
		}
		row, rule := parseCueRow(&f, line)
		if rule != "" {
			return bad(n, rule)
		}
		rows = append(rows, row)
	}
	if lines.Err() != nil {
		return bad(n+1, "cannot be read, or is too long")
	}
	return rows, nil
}

// parseCueRow reads one row with f as its scratch; rule says what is wrong with it, if anything.
func parseCueRow(f *fold.Text, line string) (row cueRow, rule string) {
	word, meanings, ok := strings.Cut(line, "\t")
	if !ok || strings.Contains(meanings, "\t") {
		return row, "not two columns"
	}
	for part := range strings.SplitSeq(word, "…") {
		var words [][]rune
		for w := range strings.SplitSeq(part, "|") {
			r := withoutSeparators(f.Word(w))
			switch n := len(r); {
			case n == 0:
				return row, "empty word"
			case n > maxWordRunes:
				return row, "word too long"
			}
			words = append(words, r)
		}
		row.parts = append(row.parts, words)
	}
	for s := range strings.SplitSeq(meanings, ",") {
		m, role, ok := parseMeaning(s)
		if !ok {
			return row, "unknown meaning"
		}
		row.means |= m
		if role != 0 {
			row.role = role
		}
	}
	return row, ""
}

// withoutSeparators drops the separators between Chinese characters, in a text
// they are looked through; a slash parts words of a title, 先生/女士.
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

// builtinCues reads the embedded table, which a test proves to be sound.
func builtinCues() []cueRow {
	rows, err := readCues(bytes.NewReader(cueTable))
	if err != nil {
		return nil
	}
	return rows
}

// newLexicon builds a lexicon; later rows add to earlier ones of the same
// spelling.
func newLexicon(rows []cueRow) *lexicon {
	index := make(map[string]int, len(rows))
	l := &lexicon{cues: make([]cue, 0, len(rows))}
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
	l.pairs = fold.NewPairs(all)
	l.words = runes.NewTrie(words)
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
	lex  *lexicon
	gate *gate
}) {
	rows := builtinCues()
	b.lex, b.gate = newLexicon(rows), newGate(rows)
	return b
})

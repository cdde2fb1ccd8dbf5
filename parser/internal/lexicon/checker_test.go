package lexicon

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// checkTable returns what is wrong with a table that is maintained by hand, in the order
// of lines: what [Rows] refuses, and
//
//   - rows that are not sorted by first meaning and then by word as written, and
//     named parts that are not sorted by name;
//   - a word that occurs twice, and whether its meanings differ;
//   - a row with gaps that begins like another of the same meanings, and goes on
//     with the same words.
//
// Such a row matches wherever the other does, and ends there. A row that goes on
// with only some of the words is different: if one of the missing words comes first,
// the other row ends at it and this one goes on.
func checkTable(r io.Reader) []Error {
	c := checker{words: map[string]place{}, gaps: map[string]place{}}
	c.table.read(r, func(row Row, err error) bool {
		var bad *Error
		if errors.As(err, &bad) {
			c.bad = append(c.bad, *bad)
			return true
		}
		c.row(row)
		return true
	})
	for i, p := range c.table.parts {
		if i > 0 && p.name < c.table.parts[i-1].name {
			c.refuse(p.line, "part is not in its place")
		}
	}
	slices.SortStableFunc(c.bad, func(a, b Error) int { return cmp.Compare(a.Line, b.Line) })
	return c.bad
}

// checker collects what is wrong with a table.
type checker struct {
	table table
	bad   []Error
	last  Row
	words map[string]place // of rows without gaps, by the word
	gaps  map[string]place // of rows with gaps, by the first word, the meanings and what follows
}

// place is the line of a word, and its meanings.
type place struct {
	line     int
	meanings string
}

func (c *checker) refuse(line int, rule string, args ...any) {
	c.bad = append(c.bad, Error{line, fmt.Sprintf(rule, args...)})
}

func (c *checker) row(row Row) {
	if c.last.Line > 0 && cmp.Or(strings.Compare(c.last.Meanings[0], row.Meanings[0]), strings.Compare(c.last.Word, row.Word)) >= 0 {
		c.refuse(row.Line, "row is not in its place")
	}
	c.last = row
	for s := range strings.SplitSeq(row.Word, Gap) {
		words, _ := c.table.expand(s)
		if slices.Sort(words); len(slices.Compact(words)) < len(words) {
			c.refuse(row.Line, "word occurs twice")
			break
		}
	}
	here := place{row.Line, strings.Join(slices.Sorted(slices.Values(row.Meanings)), ",")}
	if len(row.Parts) == 1 {
		for _, word := range row.Parts[0] {
			c.word(word, here)
		}
		return
	}
	rest := "\t" + here.meanings
	for _, words := range row.Parts[1:] {
		rest += "\t" + strings.Join(words, "|")
	}
	for _, first := range row.Parts[0] {
		if there, ok := c.gaps[first+rest]; ok {
			c.refuse(row.Line, "lies within line %d", there.line)
			return
		}
	}
	for _, first := range row.Parts[0] {
		c.gaps[first+rest] = here
	}
}

func (c *checker) word(word string, here place) {
	there, ok := c.words[word]
	switch {
	case !ok:
		c.words[word] = here
	case there.meanings != here.meanings:
		c.refuse(here.line, "word has other meanings on line %d", there.line)
	default:
		c.refuse(here.line, "word is also on line %d", there.line)
	}
}

// Package lexicon holds the words that the parser knows: cues with their meanings, the
// roles of amounts, and lenders' names; and the gate, which tests whether a message
// has a word about a debt at all.
//
// # The grammar of cues
//
// Tables of cues, the caller's included, are written in a small grammar.
// A row is a word, a tab, and its meanings separated by commas. Two more columns may
// follow: a text that has the word and one that does not:
//
//	{if}已{经|完成}?还款	signal:if_paid_ignore	如果已经还款请忽略	您已还款
//
// A word may contain:
//
//	{经|完成}   one of these
//	{经|完成}?  one of these, or nothing
//	{if}       one of the words of a named part: "@if<tab>如|如果|若" above the rows
//	a|b        outside braces, a or b, each from one gap to the next
//	…          a gap, for characters that the table does not name
//
// There is no repetition, so a row stands for finitely many words.
//
// [Rows] reads such a table without folding the words; [ReadCues] folds them and reads
// their meanings. The texts of the last two columns are for tests.
package lexicon

import (
	"bufio"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"
)

const (
	// MaxTable is the size of the largest table, in bytes.
	MaxTable = 4 << 20
	// MaxWords is the largest number of words that one part of a row may stand for.
	MaxWords = 500

	maxWordBytes  = 256     // of one word
	maxTableWords = 500_000 // of all rows

	tooMany = "more than 500 words"
)

// Gap stands in a word for characters that the table does not name.
const Gap = "…"

// Row is a row of a table with the words that it stands for.
type Row struct {
	Line     int        // from 1
	Word     string     // as it is written
	Parts    [][]string // the words of each part, in the order of wordOrder; there is a gap between parts
	Meanings []string
}

// Error says which line of a table was refused, and why. It holds nothing of the line.
type Error struct {
	Line int    // from 1
	Rule string // the rule that the line breaks
}

// Error returns the line and the rule.
func (e *Error) Error() string { return fmt.Sprintf("lexicon: line %d: %s", e.Line, e.Rule) }

// Rows yields the rows of a table. A line that cannot be used yields an [*Error]; the
// following lines can still be read.
func Rows(r io.Reader) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		var t table
		t.read(r, yield)
	}
}

// table is what the lines read so far have told.
type table struct {
	parts []part
	words int  // of all rows
	below bool // a row has been read
}

// part is a named part.
type part struct {
	name  string
	line  int
	words []string
	used  bool
}

// read yields the rows of a table and the errors of its lines, until yield returns
// false.
func (t *table) read(r io.Reader, yield func(Row, error) bool) {
	lines := bufio.NewScanner(io.LimitReader(r, MaxTable+1))
	size, n := 0, 0
	bad := func(rule string) bool { return yield(Row{}, &Error{n, rule}) }
	for lines.Scan() {
		n++
		line := lines.Text()
		if size += len(line) + 1; size > MaxTable || t.words > maxTableWords {
			bad("table too long")
			return
		}
		if line == "" || line[0] == '#' {
			continue
		}
		row, rule := Row{Line: n}, ""
		switch {
		case !utf8.ValidString(line):
			rule = "not UTF-8"
		case line[0] == '@':
			rule = t.define(n, line[1:])
		default:
			rule = t.parse(&row, line)
		}
		more := true
		if rule != "" {
			more = bad(rule)
		} else if line[0] != '@' {
			more = yield(row, nil)
		}
		if !more {
			return
		}
	}
	if n++; lines.Err() != nil {
		bad("cannot be read, or is too long")
		return
	}
	for _, p := range t.parts {
		if n = p.line; !p.used && !bad("part is not used") {
			return
		}
	}
}

// define reads the line of a named part. rule is what is wrong with it, "" if nothing
// is.
func (t *table) define(line int, s string) (rule string) {
	name, words, _ := strings.Cut(s, "\t")
	switch {
	case !isName(name):
		return "no name of a part"
	case strings.Contains(words, "\t"):
		return "not two columns"
	case t.part(name) != nil:
		return "part defined twice"
	case t.below:
		return "part below a row"
	case strings.Contains(words, Gap):
		return "gap in a part"
	}
	p := part{name: name, line: line}
	if p.words, rule = t.expand(words); rule == "" {
		t.parts = append(t.parts, p)
	}
	return rule
}

// parse reads a row. rule is what is wrong with it, "" if nothing is.
func (t *table) parse(row *Row, line string) (rule string) {
	t.below = true
	word, rest, _ := strings.Cut(line, "\t")
	meanings, texts, more := strings.Cut(rest, "\t")
	hit, miss, _ := strings.Cut(texts, "\t")
	switch tabs := strings.Count(line, "\t"); {
	case tabs != 1 && tabs != 3:
		return "not two or four columns"
	case more && (hit == "" || miss == ""):
		return "empty text"
	}
	row.Word, row.Meanings = word, strings.Split(meanings, ",")
	for s := range strings.SplitSeq(row.Word, Gap) {
		words, rule := t.expand(s)
		if rule != "" {
			return rule
		}
		if t.words += len(words); t.words > maxTableWords {
			return "table too long"
		}
		slices.SortFunc(words, wordOrder)
		row.Parts = append(row.Parts, slices.Compact(words))
	}
	return ""
}

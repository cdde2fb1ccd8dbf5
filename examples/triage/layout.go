package main

import (
	"slices"
	"strings"

	"github.com/dunsms/dunsms/classify/remedy"
)

// column is a column of a row.
type column struct {
	key   string // of words.tsv; "" is empty space
	width int
	right bool // aligned right
	whole bool // shown in full or not at all, as a cut number would mislead
	wraps bool // wraps onto further lines; otherwise it is cut
}

// The least screen widths at which a row takes one line, and two.
const oneLine, twoLines = 110, 72

// The least and the greatest width of the column of lenders.
const leastLender, mostLender = 16, 28

// newTable returns the table that fits a screen.
func newTable(s screen, lang remedy.Lang, matters bool) *table {
	line, count := column{key: "line", width: 6, right: true, whole: true}, column{}
	if matters {
		line = column{key: "matter", width: 8, right: true, whole: true}
		count = column{key: "messages", width: 8, right: true, whole: true}
	}
	verdict, lender := column{key: "verdict", width: 18}, column{key: "lender"}
	sum, now := column{key: "sum", width: 14, right: true, whole: true}, column{key: "now"}
	indent := column{width: line.width}
	t := &table{words: words(lang), screen: s}
	switch {
	case s.width >= oneLine: // now is cut
		lender.width = min(leastLender+s.width-oneLine, mostLender)
		t.rows = [][]column{{line, verdict, count, lender, sum, now}}
	case s.width >= twoLines:
		now.wraps = true
		t.rows = [][]column{{line, verdict, count, lender, sum}, {indent, now}}
	default:
		verdict.width, now.wraps = 0, true
		t.rows = [][]column{{line, verdict}, {indent, lender, sum}, {indent, now}}
	}
	for i, row := range t.rows {
		t.rows[i] = s.fit(slices.DeleteFunc(row, func(c column) bool { return c == column{} }))
	}
	return t
}

// gap is between columns.
const gap = "  "

// fit gives the column without a width what the others leave.
func (s screen) fit(row []column) []column {
	left := s.width - len(gap)*(len(row)-1)
	for _, c := range row {
		left -= c.width
	}
	for i := range row {
		if row[i].width == 0 {
			row[i].width = left
		}
		if row[i].key == "lender" {
			row[i].width = min(row[i].width, mostLender)
		}
	}
	return row
}

// cell is what is in a column.
type cell struct {
	text string
	colour
}

// row returns the lines of a row. Empty lines are left out, except the first. A column that wraps
// has lines of its own.
func (t *table) row(cells map[string]cell) []byte {
	var b strings.Builder
	for i, columns := range t.rows {
		last := columns[len(columns)-1]
		if c := cells[last.key]; last.wraps {
			for _, part := range wrap(strings.Map(visible, c.text), last.width) {
				b.WriteString(t.line(columns, map[string]cell{last.key: {strings.TrimRight(part, " "), c.colour}}) + "\n")
			}
			continue
		}
		if l := t.line(columns, cells); l != "" || i == 0 {
			b.WriteString(l + "\n")
		}
	}
	return []byte(b.String())
}

// line returns a line, without blanks at its end.
func (t *table) line(columns []column, cells map[string]cell) string {
	var b strings.Builder
	blank := 0 // how many blanks come before the next text
	for i, c := range columns {
		if i > 0 {
			blank += len(gap)
		}
		text := c.cut(strings.Map(visible, cells[c.key].text))
		left, right := 0, c.width-width(text)
		if c.right {
			left, right = right, 0
		}
		if text == "" {
			blank += left + right
			continue
		}
		b.WriteString(strings.Repeat(" ", blank+left) + t.paint(cells[c.key].colour, text))
		blank = right
	}
	return b.String()
}

// cut cuts a text of visible characters to the column.
func (c column) cut(text string) string {
	if width(text) <= c.width {
		return text
	}
	if c.whole {
		return cutMark
	}
	head, _ := cutAt(text, c.width-width(cutMark))
	return strings.TrimRight(head, " ") + cutMark
}

// cutMark stands for what is cut off.
const cutMark = "…"

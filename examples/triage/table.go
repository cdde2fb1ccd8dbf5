package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/timeline"
	"github.com/dunsms/dunsms/parser"
)

// table writes a row for each message, or for each matter, for a person to read. How wide its
// columns are depends on the screen alone, so that a row is there as soon as its message is read.
type table struct {
	words
	screen
	rows [][]column // on how many lines of the screen each row stands
}

// column is a part of a row.
type column struct {
	key   string // of words.tsv; "" is room that is left
	width int
	right bool // at its right edge
	whole bool // of a number a part is not shown: better none
	wraps bool // onto further lines; else it is cut
}

// The screens from which a row stands on one line, and on two.
const oneLine, twoLines = 110, 72

// The widths of a lender's name: more is cut, or left empty.
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

// gap stands between columns.
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

// cell is what stands in a column.
type cell struct {
	text string
	colour
}

// head names the columns.
func (t *table) head() []byte {
	cells := map[string]cell{}
	for _, row := range t.rows {
		for _, c := range row {
			cells[c.key] = cell{t.column(c.key), bold}
		}
	}
	return t.row(cells)
}

// column returns what a column is called.
func (t *table) column(key string) string {
	if key == "" {
		return ""
	}
	return t.of("table", key)
}

func (t *table) message(_ dunsms.Message, r *dunsms.Report) ([]byte, error) {
	said := plain.Of(r.Assessment, &r.Notice, r.Steps, remedy.Lang(t.words))
	cells := t.assessed(&r.Assessment, said)
	cells["line"] = cell{text: fmt.Sprint(r.Line)}
	if r.Notice.Lender != nil {
		cells["lender"] = cell{text: r.Notice.Lender.Text}
	}
	if r.Notice.Amount != nil {
		cells["sum"] = cell{text: sumText(r.Notice.Amount)}
	}
	return t.row(cells), nil
}

func (t *table) bad(number int, _ string, bad *jsonl.Error) ([]byte, error) {
	return t.row(map[string]cell{
		"line":    {text: fmt.Sprint(number)},
		"verdict": {t.of("table", "bad"), red},
		"now":     {text: t.name(plain.Error, string(bad.Code)) + t.pick("：", ": ") + bad.Message},
	}), nil
}

// matter returns the row of a matter.
func (t *table) matter(f *foundMatter) []byte {
	m := f.report
	cells := t.assessed(&m.Assessment, summaryOf(m, remedy.Lang(t.words)))
	name := m.ID
	if f.several {
		name = fmt.Sprintf("%d-%s", f.phone, m.ID)
	}
	cells["matter"] = cell{text: name}
	cells["lender"] = cell{text: m.Lender}
	cells["messages"] = cell{text: fmt.Sprint(len(m.Members))}
	if m.Notice.Amount != nil {
		cells["sum"] = cell{text: sumText(m.Notice.Amount)}
	}
	return t.row(cells)
}

// assessed returns the cells of a verdict: with a question mark where it is not sure, and what
// to do first. What is no notice stands back.
func (t *table) assessed(a *classify.Assessment, said plain.Summary) map[string]cell {
	verdict := cell{t.name(plain.Verdict, a.Verdict.String()), colourOf(a.Verdict)}
	if a.Confidence == classify.ConfidenceLow {
		verdict.text += t.pick("？", "?")
	}
	now := cell{text: said.Now}
	if a.Verdict == classify.NotANotice {
		now.colour = faint
	}
	return map[string]cell{"verdict": verdict, "now": now}
}

// colourOf returns the colour of a verdict.
func colourOf(v classify.Verdict) colour {
	switch v {
	case classify.Scam:
		return red
	case classify.IdentityTheft:
		return magenta
	case classify.Mistake:
		return yellow
	case classify.Genuine:
		return green
	case classify.NotANotice:
		return faint
	}
	return ""
}

// sumText writes an amount, with a sign where it is not exact; one that is masked as the message
// has it.
func sumText(m *parser.Money) string {
	sum := strings.TrimPrefix(timeline.Yuan(m.Fen), "¥")
	switch m.Precision {
	case parser.PrecisionMasked:
		return m.Text
	case parser.PrecisionAbout:
		return "~" + sum
	case parser.PrecisionAtLeast, parser.PrecisionRange:
		return ">=" + sum
	case parser.PrecisionAtMost:
		return "<=" + sum
	}
	return sum
}

// row returns the lines of a row; but for the first, one that has nothing to say is left out.
// What wraps has its lines for itself.
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
	blank := 0 // how many come before the next text
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

package main

import (
	"fmt"
	"strings"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/timeline"
	"github.com/dunsms/dunsms/parser"
)

// table writes a row for each message or matter, for a person to read. The widths of its columns
// depend only on the screen, so that a row can be written as soon as its message is read.
type table struct {
	words
	screen
	rows [][]column // the columns on each line of a row
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

// column returns the heading of a column.
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

// assessed returns the cells for a verdict, with a question mark if its confidence is low, and for
// what to do first. NotANotice is shown faint.
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

// sumText formats an amount, with a sign if it is not exact; a masked one as in the message.
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

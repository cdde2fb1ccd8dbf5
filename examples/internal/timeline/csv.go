package timeline

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"time"
)

// row is a line of the table.
type row struct {
	at    time.Time
	order int
	cells []string
}

// CSV returns the timeline as a table that Excel opens: UTF-8 with a byte order mark, lines that
// end in CR LF. The headers are for when, what, who wrote, the number of the message and yuan. It
// quotes nothing of a message.
func (t *Timeline) CSV(headers [5]string) []byte {
	var rows []row
	add := func(at time.Time, order, number int, what, who, yuan string) {
		when := ""
		if !at.IsZero() {
			when = at.In(china).Format(time.DateTime)
		}
		rows = append(rows, row{at, order, []string{when, what, who, strconv.Itoa(number), yuan}})
	}
	for _, l := range t.Lanes {
		for _, m := range l.Messages {
			add(m.At, 0, m.Number, t.Words.Messages, l.Name, "")
		}
	}
	for _, s := range t.Sums {
		what := t.Words.Sum
		if s.Paid {
			what = t.Words.Paid
		}
		add(s.At, 1, s.Number, what, "", fmt.Sprintf("%d.%02d", s.Fen/100, s.Fen%100))
	}
	for _, d := range t.Deadlines {
		add(d.By, 2, d.Number, t.Words.Deadline, "", "")
		rows[len(rows)-1].cells[0] = dayOf(d.By).String()
	}
	slices.SortStableFunc(rows, func(a, b row) int {
		switch {
		case a.at.IsZero() != b.at.IsZero():
			if a.at.IsZero() {
				return 1
			}
			return -1
		}
		return cmp.Or(a.at.Compare(b.at), cmp.Compare(a.order, b.order))
	})
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	_ = w.Write(headers[:]) // writing to memory does not fail
	for _, r := range rows {
		_ = w.Write(r.cells)
	}
	w.Flush()
	return b.Bytes()
}

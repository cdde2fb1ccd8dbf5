package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"text/tabwriter"
)

// report writes tables; err is the first error of writing.
type report struct {
	out      io.Writer
	markdown bool
	err      error
}

func (r *report) printf(format string, args ...any) {
	if r.err == nil {
		_, r.err = fmt.Fprintf(r.out, format, args...)
	}
}

// table writes rows of cells, the first of them the head.
func (r *report) table(cells [][]string) {
	r.printf("\n")
	if r.markdown {
		for i, row := range cells {
			r.printf("| %s |\n", strings.Join(row, " | "))
			if i == 0 {
				r.printf("|%s\n", strings.Repeat(" --- |", len(row)))
			}
		}
		return
	}
	tab := tabwriter.NewWriter(r.out, 0, 0, 2, ' ', 0)
	for _, row := range cells {
		fmt.Fprintln(tab, strings.Join(row, "\t"))
	}
	if err := tab.Flush(); r.err == nil {
		r.err = err
	}
}

// head says what was read, and by whom.
func (r *report) head(lots []string, rows []row, answered []reading) {
	var about, other, forIDs int
	for i := range rows {
		switch {
		case rows[i].forIDs:
			forIDs++
		case rows[i].isDebt():
			about++
		default:
			other++
		}
	}
	r.printf("%d messages about a debt and %d others, of the lots %s; for ID numbers also %d that name a document in the other lots that were not in view.\n",
		about, other, strings.Join(lots, ", "), forIDs)
	var versions []string
	for _, p := range answered {
		versions = append(versions, p.name+" "+p.Version)
	}
	r.printf("%s.\n", strings.Join(versions, ", "))
}

// fields writes a row for each field: precision, recall and F1 of each peer.
func (r *report) fields(rows []row, answered []reading) {
	head := []string{"precision, recall, F1", "labelled"}
	for _, p := range answered {
		head = append(head, p.name)
	}
	cells := [][]string{head}
	for _, f := range fields {
		line := []string{f.name, ""}
		for _, p := range answered {
			if !slices.Contains(p.has, f.feature) {
				line = append(line, "-")
				continue
			}
			var s score
			for i := range rows {
				if f.counts(&rows[i]) {
					s.add(f.score(&rows[i], p.Found[i]))
				}
			}
			line[1] = fmt.Sprint(s.hit + s.missed)
			line = append(line, s.String())
		}
		cells = append(cells, line)
	}
	r.table(cells)
}

// figures writes .981 .972 .976.
func figures(values ...float64) string {
	var list []string
	for _, v := range values {
		list = append(list, strings.TrimPrefix(fmt.Sprintf("%.3f", v), "0"))
	}
	return strings.Join(list, " ")
}

// kinds writes who is taken for overdue, by dunsms on held-out lots and by keyword filters,
// and the days.
func (r *report) kinds(all []row, c card) {
	words := keywords()
	cells := [][]string{{"overdue or not, all lots", "labelled", "precision, recall, F1"}}
	k := c.HeldOut.Kinds["overdue"]
	cells = append(cells, []string{"dunsms, each lot by a model of the others (internal/train/card.json)", fmt.Sprint(k.Wanted), figures(k.Precision, k.Recall, c.overdueF1())})
	for _, f := range []struct {
		name  string
		words []string
		least int
	}{
		{fmt.Sprintf("keyword filter, one of %d words", len(words)), words, 1},
		{fmt.Sprintf("keyword filter, two of %d words", len(words)), words, 2},
		{"the word 逾期 alone", []string{"逾期"}, 1},
	} {
		s := scoreOverdue(all, filter(f.words, f.least))
		cells = append(cells, []string{f.name, fmt.Sprint(s.hit + s.missed), s.String()})
	}
	r.table(cells)
	d := c.Chosen["days"]
	r.printf("\nDays past due, of %d messages that say them, all lots held out in turn (card.json): dunsms F1 %s, its rules alone %s; no peer says which duration it is.\n",
		d.Wanted, figures(d.F1), figures(d.ByRules))
}

// times writes how long each takes.
func (r *report) times(t []timing) {
	cells := [][]string{{"", "µs of CPU a message", "times gojieba's Tokenize"}}
	for _, t := range t {
		times := fmt.Sprintf("%.2g", t.ns/t.base)
		if t.ns >= 100*t.base {
			times = fmt.Sprintf("%.0f", t.ns/t.base)
		}
		cells = append(cells, []string{t.name, fmt.Sprintf("%.1f", t.ns/1000), times})
	}
	r.table(cells)
}

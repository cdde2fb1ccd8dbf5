package parser_test

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"testing"
	"text/tabwriter"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser"
)

// score counts the values of one field: found, found but not wanted, wanted
// but not found. A wrong value is an extra and a missed one.
type score struct{ hit, extra, missed int }

func (s *score) add(o score) {
	s.hit += o.hit
	s.extra += o.extra
	s.missed += o.missed
}

func (s score) empty() bool        { return s == score{} }
func (s score) precision() float64 { return share(s.hit, s.hit+s.extra) }
func (s score) recall() float64    { return share(s.hit, s.hit+s.missed) }
func (s score) f1() float64        { return share(2*s.hit, 2*s.hit+s.extra+s.missed) }

// share is part of whole; all of nothing is 1.
func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// print writes the tables.
func (m *measurement) print(w io.Writer) {
	if !m.all[0].empty() {
		m.printFields(w)
		fmt.Fprintf(w, "kind other because the gate is shut: %d, wrong %d\n", m.gate.hit+m.gate.missed, m.gate.missed)
	}
	for _, pair := range slices.SortedFunc(maps.Keys(m.confused), func(a, b [2]parser.Kind) int {
		return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1]))
	}) {
		fmt.Fprintf(w, "%s said to be %s: %d\n", pair[0], pair[1], m.confused[pair])
	}
	for _, kind := range slices.Sorted(maps.Keys(m.unlabelled)) {
		fmt.Fprintf(w, "without labels, said to be %s: %d\n", kind, m.unlabelled[kind])
	}
	if len(m.overdue) > 0 {
		fmt.Fprintf(w, "rows without labels said to be overdue: %d\n", m.overdue)
	}
	for _, f := range fields {
		for _, miss := range m.misses[f.name] {
			fmt.Fprintf(w, "%s: %s\n", f.name, miss)
		}
	}
}

// printFields writes a line for each field: over all rows, and where rows come
// from templates the mean over these and the worst.
func (m *measurement) printFields(w io.Writer) {
	tab := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	defer tab.Flush()
	fmt.Fprint(tab, "field\twanted\tsaid\tprecision\trecall\tF1")
	if len(m.byTemplate) > 0 {
		fmt.Fprintf(tab, "\tmean of %d templates\tworst", len(m.byTemplate))
	}
	fmt.Fprintln(tab)
	for i, f := range fields {
		s := m.all[i]
		fmt.Fprintf(tab, "%s\t%d\t%d\t", f.name, s.hit+s.missed, s.hit+s.extra)
		if f.accuracy() {
			fmt.Fprintf(tab, "accuracy\t\t%.4f", s.recall())
		} else {
			fmt.Fprintf(tab, "%.4f\t%.4f\t%.4f", s.precision(), s.recall(), s.f1())
		}
		if mean, worst, name := m.overTemplates(i); name != "" {
			fmt.Fprintf(tab, "\t%.4f\t%.4f %s", mean, worst, name)
		} else {
			fmt.Fprint(tab, "\t\t")
		}
		fmt.Fprintln(tab)
	}
}

// overTemplates returns the mean F1 of fields[i] over the templates that carry
// it, and the worst of them with its name; name is "" where none does.
func (m *measurement) overTemplates(i int) (mean, worst float64, name string) {
	var sum float64
	var count int
	for _, template := range m.templates() {
		s := m.byTemplate[template][i]
		if s.empty() {
			continue
		}
		sum += s.f1()
		count++
		if name == "" || s.f1() < worst {
			worst, name = s.f1(), template
		}
	}
	return sum / float64(max(count, 1)), worst, name
}

func TestScore(t *testing.T) {
	fiveHundred, days := int64(50000), 5
	row := labels{
		Kind: parser.KindOverdue, KindAlt: []parser.Kind{parser.KindReminder},
		AmountFen: &fiveHundred, OverdueDays: &days, Name: "王", NameAlt: []string{"王先生"},
		Phones: []string{"400-000-1234", "95599"}, Ambiguous: []string{"lender"}, Lender: "某某金融",
		Threats: []parser.ThreatType{"visit"}, ThreatsOptional: []parser.ThreatType{"freeze"},
	}
	n := &parser.Notice{
		Kind:    parser.KindReminder,
		Amount:  &parser.Money{Fen: 50000, Precision: parser.PrecisionMasked},
		Overdue: &parser.Overdue{Days: new(6)},
		Name:    &parser.Name{Found: parser.Found{Text: "王先生"}},
		Phones:  []parser.Found{{Text: "４００ ０００ １２３４"}, {Text: "13800000000"}},
		Threats: []parser.Threat{{Type: "freeze"}, {Type: "visit"}, {Type: "visit"}},
	}
	want := map[string]score{
		"kind":        {hit: 1}, // the alternative is as right
		"amount_fen":  {missed: 1},
		"name":        {hit: 1},
		"phones":      {hit: 1, extra: 1, missed: 1},
		"threats":     {hit: 1}, // the optional one is neither wanted nor wrong
		"third_party": {hit: 1},
	}
	for _, f := range fields {
		got, counts := f.compare(row, n)
		assert.Equal(t, f.name != "lender" && f.name != "overdue_days", counts, f.name) // a reminder has no days
		assert.Equal(t, want[f.name], got, f.name)
	}
	_, counts := fields[1].compare(labels{Kind: parser.KindOther}, n)
	assert.False(t, counts, "on a message that is no notice only its kind counts")
	assert.InDelta(t, 0.5, score{hit: 1, extra: 1, missed: 1}.f1(), 1e-9)
}

package parser_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

var (
	corpusFile = flag.String("corpus", "", "labelled messages that TestAccuracy measures: a file of JSON lines, relative to the package or to the module root")
	showMisses = flag.Int("misses", 0, "how many misses of each field TestAccuracy shows, with the values wanted and got")
)

// labels are the fields every labelled message carries. nil and empty are "the
// message does not say it".
type labels struct {
	ID          string              `json:"id"`
	Text        string              `json:"text"`
	Kind        parser.Kind         `json:"kind"` // "": the message is not labelled
	AmountFen   *int64              `json:"amount_fen"`
	OverdueDays *int                `json:"overdue_days"`
	PenaltyFen  *int64              `json:"penalty_fen"`
	MaskedID    string              `json:"masked_id"`
	Name        string              `json:"name"`
	Lender      string              `json:"lender"`
	Phones      []string            `json:"phones"`
	URLs        []string            `json:"urls"`
	ThirdParty  bool                `json:"third_party"`
	Threats     []parser.ThreatType `json:"threats"`
	Asks        []parser.AskType    `json:"asks"`

	Ambiguous       []string            `json:"ambiguous"` // fields that are not scored
	KindAlt         []parser.Kind       `json:"kind_alt"`  // also right
	NameAlt         []string            `json:"name_alt"`  // also right
	ThreatsOptional []parser.ThreatType `json:"threats_optional"`
	AsksOptional    []parser.AskType    `json:"asks_optional"`
	Template        string              `json:"template"` // rows made from one sentence share it
}

// TestAccuracy measures Parse on the labelled messages of -corpus and prints
// precision, recall and F1 of every field:
//
//	go test ./parser -run TestAccuracy -v -corpus testdata/sms/overdue.jsonl
//
// It fails where a row cannot be read or parsed; the figures are for a person
// to judge. Rows without labels are only counted by kind.
func TestAccuracy(t *testing.T) {
	if *corpusFile == "" {
		t.Skip("no -corpus given")
	}
	rows := readRows[labels](t, findCorpus(t, *corpusFile))
	m := newMeasurement(*showMisses)
	var spent time.Duration
	for i, row := range rows {
		if row.ID == "" {
			row.ID = fmt.Sprintf("row %d", i+1)
		}
		begin := time.Now()
		n, err := parser.Parse(row.Text)
		spent += time.Since(begin)
		if err != nil {
			t.Errorf("row %d: %v", i+1, err)
			continue
		}
		if row.Kind == "" {
			m.count(i+1, n)
			continue
		}
		m.add(row, n)
	}
	w := t.Output()
	fmt.Fprintf(w, "%d messages in %v\n", len(rows), spent.Round(time.Millisecond))
	m.print(w)
}

// findCorpus returns the path of name, seen from the package or from the
// module root.
func findCorpus(t *testing.T, name string) string {
	t.Helper()
	if _, err := os.Stat(name); !errors.Is(err, fs.ErrNotExist) {
		return name
	}
	return filepath.Join(moduleRoot(t), name)
}

// moduleRoot returns the nearest directory above that holds go.mod.
func moduleRoot(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	require.NoError(t, err)
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		parent := filepath.Dir(dir)
		require.NotEqual(t, dir, parent, "no go.mod above the package")
		dir = parent
	}
}

// readRows reads a file of JSON lines. A line that is no JSON of type T ends
// the test with its number and without its bytes.
func readRows[T any](t *testing.T, path string) []T {
	t.Helper()
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	var rows []T
	for i := 1; lines.Scan(); i++ {
		var row T
		if json.Unmarshal(lines.Bytes(), &row) != nil {
			t.Fatalf("%s: line %d is not a labelled message", filepath.Base(path), i)
		}
		rows = append(rows, row)
	}
	require.NoError(t, lines.Err())
	require.NotEmpty(t, rows)
	return rows
}

// measurement gathers what Parse got right and wrong.
type measurement struct {
	all        tally
	gate       score // kinds of rows for which the gate is shut: no model is asked
	byTemplate map[string]*tally
	confused   map[[2]parser.Kind]int // wanted, got
	unlabelled map[parser.Kind]int
	overdue    []int // numbers of unlabelled rows said to be overdue
	misses     map[string][]string
	maxMisses  int
}

func newMeasurement(maxMisses int) *measurement {
	return &measurement{
		byTemplate: map[string]*tally{},
		confused:   map[[2]parser.Kind]int{},
		unlabelled: map[parser.Kind]int{},
		misses:     map[string][]string{},
		maxMisses:  maxMisses,
	}
}

// count notes the kind of an unlabelled row.
func (m *measurement) count(number int, n *parser.Notice) {
	m.unlabelled[n.Kind]++
	if n.Kind == parser.KindOverdue {
		m.overdue = append(m.overdue, number)
	}
}

// add scores one labelled row.
func (m *measurement) add(row labels, n *parser.Notice) {
	tallies := []*tally{&m.all}
	if row.Template != "" {
		if m.byTemplate[row.Template] == nil {
			m.byTemplate[row.Template] = new(tally)
		}
		tallies = append(tallies, m.byTemplate[row.Template])
	}
	for i, f := range fields {
		s, counts := f.compare(row, n)
		if !counts {
			continue
		}
		for _, t := range tallies {
			t[i].add(s)
		}
		if f.name == "kind" && !parser.Relevant(row.Text) {
			m.gate.add(s)
		}
		if s.extra+s.missed > 0 {
			m.miss(f, row, n)
		}
	}
}

// miss notes a wrong answer, as long as there are not too many.
func (m *measurement) miss(f field, row labels, n *parser.Notice) {
	if f.name == "kind" {
		m.confused[[2]parser.Kind{row.Kind, n.Kind}]++
	}
	if len(m.misses[f.name]) < m.maxMisses {
		m.misses[f.name] = append(m.misses[f.name], fmt.Sprintf("%s: want %q got %q", row.ID, f.want(row), f.got(n)))
	}
}

// templates returns the names of the templates, sorted.
func (m *measurement) templates() []string {
	return slices.Sorted(maps.Keys(m.byTemplate))
}

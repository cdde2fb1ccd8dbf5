package remedy

import (
	"bytes"
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/dunsms/dunsms/classify/internal/table"
)

//go:embed data/lists.tsv
var listsTable []byte

//go:embed data/steps.tsv
var stepsTable []byte

//go:embed data/channels.tsv
var channelsTable []byte

//go:embed data/sources.tsv
var sourcesTable []byte

//go:embed data/circumstances.tsv
var circumstancesTable []byte

// Tables are the steps, their lists, the channels, their sources, and the rules by which
// circumstances are found. They do not change once loaded and are safe for concurrent use. The
// zero Tables is empty.
type Tables struct {
	lists    map[string][]entry
	steps    map[string]stepRow
	channels []channelRow // by code
	sources  map[string]source
	cues     cues
}

// entry is a place in a list.
type entry struct {
	code  string
	when  []condition
	needs circumstanceSet // it is given only with one of these; 0 if there is no such condition
	step  *[2]Step        // in Chinese, in English; a pointer, since most are not given
}

func (e *entry) in(lang Lang) Step {
	s := &e.step[0]
	if lang == English {
		s = &e.step[1]
	}
	out := *s
	out.AnswerDays = slices.Clone(s.AnswerDays)
	return out
}

// stepRow is a row of steps.tsv.
type stepRow struct {
	within, zh, en, source string
	answerDays             []int
}

// source is a row of sources.tsv.
type source struct{ zh, en, address, checked, trust string }

// newSource reads the words of a source: Chinese | English | address. If the English is missing,
// it is the Chinese.
func newSource(words, checked, trust string) source {
	const between = " | "
	s := source{checked: checked, trust: trust}
	s.zh, words, _ = strings.Cut(words, between)
	s.en, s.address, _ = strings.Cut(words, between)
	s.en = cmp.Or(s.en, s.zh)
	return s
}

// in returns the words of the source in a language.
func (s source) in(lang Lang) string {
	if lang == English {
		return s.en
	}
	return s.zh
}

// Files are tables in the format of the embedded ones, whose heads describe it. A nil reader means
// the embedded table.
type Files struct{ Lists, Steps, Channels, Sources, Circumstances io.Reader }

// Builtin returns the embedded tables.
var Builtin = sync.OnceValue(func() *Tables {
	t, err := Load(Files{})
	if err != nil { // a test reads the embedded tables
		return &Tables{}
	}
	return t
})

// Load reads the caller's tables. If a line cannot be used, the error is a *[TableError], which
// says which line but quotes nothing of it.
func Load(f Files) (*Tables, error) {
	t := &Tables{lists: map[string][]entry{}, steps: map[string]stepRow{}, sources: map[string]source{}}
	for _, read := range []func() error{
		func() error { return t.readSources(f.Sources) },
		func() error { return t.readSteps(f.Steps) },
		func() error { return t.readLists(f.Lists) },
		func() error { return t.readChannels(f.Channels) },
		func() error { return t.readCircumstances(f.Circumstances) },
	} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return t, nil
}

func (t *Tables) readSources(r io.Reader) error {
	last := ""
	return rows("sources", r, sourcesTable, 4, func(f []string) string {
		_, err := time.Parse(time.DateOnly, f[2])
		switch {
		case f[0] <= last:
			return "not sorted"
		case err != nil:
			return "no date"
		case !slices.Contains([]string{"A", "B", "C", "own"}, f[3]):
			return "no such trust"
		}
		last = f[0]
		t.sources[f[0]] = newSource(f[1], f[2], f[3])
		return ""
	})
}

func (t *Tables) readSteps(r io.Reader) error {
	last := ""
	return rows("steps", r, stepsTable, 6, func(f []string) string {
		row := stepRow{zh: f[3], en: f[4], source: f[5]}
		if f[1] != "-" {
			row.within = f[1]
		}
		if f[2] != "-" {
			for s := range strings.SplitSeq(f[2], ",") {
				n, err := strconv.Atoi(s)
				if err != nil || n <= 0 {
					return "no number of days"
				}
				row.answerDays = append(row.answerDays, n)
			}
		}
		_, known := t.sources[row.source]
		switch {
		case f[0] <= last:
			return "not sorted"
		case row.within != "" && row.within != "now" && row.within != "today":
			return "neither now nor today"
		case !slices.IsSorted(row.answerDays):
			return "days not in order"
		case !known:
			return "no such source"
		}
		last = f[0]
		t.steps[f[0]] = row
		return ""
	})
}

func (t *Tables) readLists(r io.Reader) error {
	last := ""
	return rows("lists", r, listsTable, 4, func(f []string) string {
		list, code := f[0], f[2]
		number, err := strconv.Atoi(f[1])
		when, broken := readWhen(f[3], listKeys)
		row, known := t.steps[code]
		switch {
		case list < last:
			return "not sorted"
		case err != nil || number != len(t.lists[list])+1:
			return "not the next number"
		case !known:
			return "no such step"
		case slices.ContainsFunc(t.lists[list], func(e entry) bool { return e.code == code }):
			return "twice in a list"
		case broken != "":
			return broken
		}
		last = list
		src := t.sources[row.source]
		zh := Step{
			Code: code, Text: row.zh, Source: src.zh, Address: src.address, Checked: src.checked, Trust: src.trust,
			List: list, Within: row.within, AnswerDays: row.answerDays,
		}
		en := zh
		en.Text, en.Source = row.en, src.en
		t.lists[list] = append(t.lists[list], entry{code, when, needs(when), &[2]Step{zh, en}})
		return ""
	})
}

// A TableError says which line of a table was refused and why. It quotes nothing of the line.
type TableError struct {
	Table string // "lists", "steps", "channels", "sources", "circumstances"
	Line  int    // from 1
	Rule  string // the rule that the line breaks
}

// Error names the table, the line and the rule.
func (e *TableError) Error() string {
	return fmt.Sprintf("remedy: %s, line %d: %s", e.Table, e.Line, e.Rule)
}

// errUnreadable replaces an error of the caller's reader, whose text may quote what it read.
var errUnreadable = errors.New("remedy: table cannot be read")

// rows reads a table, the embedded one if r is nil.
func rows(name string, r io.Reader, embedded []byte, columns int, use func(f []string) string) error {
	if r == nil {
		r = bytes.NewReader(embedded)
	}
	err := table.Rows(r, columns, use)
	var refused *table.LineError
	switch {
	case errors.As(err, &refused):
		return &TableError{Table: name, Line: refused.Line, Rule: refused.Rule}
	case err != nil:
		return errUnreadable
	}
	return nil
}

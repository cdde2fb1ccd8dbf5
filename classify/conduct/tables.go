package conduct

import (
	"bytes"
	_ "embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dunsms/dunsms/classify/internal/phrase"
	"github.com/dunsms/dunsms/classify/internal/table"
)

//go:embed data/rules.tsv
var rulesTable []byte

//go:embed data/instruments.tsv
var instrumentsTable []byte

//go:embed data/words.tsv
var wordsTable []byte

// Rule is a rule on collection, worded for the person who received a message.
type Rule struct {
	Code        string
	Instruments []string // keys of instruments
	Zh, En      string
}

// rule is a Rule with its instruments.
type rule struct {
	Rule
	cited []*Instrument
}

// Instrument is a law, an order or a standard with rules on collection.
type Instrument struct {
	Key     string
	From    string // the day from which it is cited, 2024-04-18
	Binding bool   // it is law, not a recommendation
	Scope   Scope
	Source  string // its name with its date, and where it was read
	Checked string // when it was read
	Trust   string // A official text, B press or professional page, C reposts that agree

	ifSource string // Source for a sender who may be of Scope
}

// Tables are the rules, the instruments and the words by which breaches are found. They do not
// change once loaded and are safe for concurrent use. The zero Tables has no rules.
type Tables struct {
	rules       []rule // by code
	instruments map[string]*Instrument
	words       [len(meanings)]wordSet // the words that are looked up, by meaning
	looked      *phrase.Index          // an index of words
	index       *phrase.Index          // the phrases that are sought in the text
}

// wordSet is the words of one meaning.
type wordSet []string

// Builtin returns the embedded tables.
var Builtin = sync.OnceValue(func() *Tables {
	t, err := Load(nil, nil, nil)
	if err != nil { // a test reads the embedded tables
		return &Tables{}
	}
	return t
})

// Load reads tables in the format of the embedded ones, whose heads describe it. A nil reader
// means the embedded table. If a line cannot be used, the error is a *[TableError], which says
// which line but quotes nothing of it.
func Load(rules, instruments, words io.Reader) (*Tables, error) {
	t := &Tables{instruments: map[string]*Instrument{}, looked: new(phrase.Index), index: new(phrase.Index)}
	if err := t.readInstruments(instruments); err != nil {
		return nil, err
	}
	if err := t.readRules(rules); err != nil {
		return nil, err
	}
	return t, t.readWords(words)
}

// Rules returns the rules, by code.
func (t *Tables) Rules() []Rule {
	all := make([]Rule, len(t.rules))
	for i := range t.rules {
		all[i] = t.rules[i].Rule
	}
	return all
}

// Instrument returns the instrument with a key of [Rule.Instruments]; false if there is none.
func (t *Tables) Instrument(key string) (Instrument, bool) {
	if i := t.instruments[key]; i != nil {
		return *i, true
	}
	return Instrument{}, false
}

// rule returns the rule with a code, nil if there is none.
func (t *Tables) rule(code string) *rule {
	i, ok := slices.BinarySearchFunc(t.rules, code, func(r rule, c string) int { return strings.Compare(r.Code, c) })
	if !ok {
		return nil
	}
	return &t.rules[i]
}

func (t *Tables) readRules(r io.Reader) error {
	return rows("rules", r, rulesTable, 4, func(f []string) string {
		next := rule{Rule: Rule{Code: f[0], Instruments: strings.Split(f[1], ","), Zh: f[2], En: f[3]}}
		for _, key := range next.Instruments {
			i := t.instruments[key]
			if i == nil {
				return "no such instrument"
			}
			next.cited = append(next.cited, i)
		}
		if n := len(t.rules); n > 0 && t.rules[n-1].Code >= next.Code {
			return "not sorted"
		}
		t.rules = append(t.rules, next)
		return ""
	})
}

func (t *Tables) readInstruments(r io.Reader) error {
	last := ""
	return rows("instruments", r, instrumentsTable, 7, func(f []string) string {
		i := &Instrument{
			Key: f[0], From: f[1], Binding: f[2] == "binding", Scope: Scope(f[3]),
			Source: f[4], Checked: f[5], Trust: f[6],
		}
		switch {
		case i.Key <= last:
			return "not sorted"
		case !isDate(i.From) || !isDate(i.Checked):
			return "no date"
		case f[2] != "binding" && f[2] != "recommended":
			return "neither binding nor recommended"
		case !slices.Contains(scopes, i.Scope):
			return "no such scope"
		case i.Trust != "A" && i.Trust != "B" && i.Trust != "C":
			return "no such trust"
		}
		last = i.Key
		i.ifSource = condition(i.Scope) + i.Source
		t.instruments[i.Key] = i
		return ""
	})
}

func (t *Tables) readWords(r io.Reader) error {
	last := ""
	return rows("words", r, wordsTable, 2, func(f []string) string {
		row := f[0] + "\t" + f[1]
		at := slices.Index(meanings[:], f[0])
		m := meaning(max(at, 0))
		switch {
		case row <= last:
			return "not sorted"
		case at < 0:
			return "no such meaning"
		case !m.isSought() && strings.ContainsAny(f[1], "…|"):
			return "a word with a gap or a choice"
		case m.isSought() && !isPhrase(f[1]):
			return "a part of a word is empty"
		}
		if m.isSought() {
			t.index.Add(at, f[1])
		}
		if m.isLookedUp() {
			t.looked.Add(at, f[1])
			t.words[m] = append(t.words[m], f[1])
		}
		last = row
		return ""
	})
}

// isPhrase reports whether s has no empty part.
func isPhrase(s string) bool {
	for _, part := range strings.Split(s, "…") {
		if slices.Contains(strings.Split(part, "|"), "") {
			return false
		}
	}
	return true
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// A TableError says which line of a table was refused and why. It quotes nothing of the line.
type TableError struct {
	Table string // "rules", "instruments" or "words"
	Line  int    // from 1
	Rule  string // the rule that the line breaks
}

// Error names the table, the line and the rule.
func (e *TableError) Error() string {
	return fmt.Sprintf("conduct: %s, line %d: %s", e.Table, e.Line, e.Rule)
}

// errUnreadable replaces an error of the caller's reader, whose text may quote what it read.
var errUnreadable = errors.New("conduct: table cannot be read")

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

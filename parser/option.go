package parser

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/segment"
)

// Option adds the caller's own tables to a [Parser].
type Option func(*options) error

type options struct {
	words   []byte // all tables, one after another
	ends    []int  // ends[i] is the number of lines in words up to the end of table i
	cues    []lexicon.CueRow
	lenders []Lender
}

// namesOf returns the names and aliases of lenders.
func namesOf(lenders []Lender) []lexicon.OwnName {
	var names []lexicon.OwnName
	for _, l := range lenders {
		names = append(names, lexicon.OwnName{Name: l.Name, Canonical: l.Name})
		for _, alias := range l.Aliases {
			names = append(names, lexicon.OwnName{Name: alias, Canonical: l.Name})
		}
	}
	return names
}

// partsText reports whether jieba always splits a text at r.
func partsText(r rune) bool { return r == '，' || r == '。' || r <= ' ' || unicode.IsControl(r) }

// wordError returns err with the line counted from the start of the caller's table.
func (o *options) wordError(err error) error {
	var bad *segment.WordError
	if !errors.As(err, &bad) {
		return errUnreadable
	}
	line, before := bad.Line, 0
	for _, end := range o.ends {
		if bad.Line <= end {
			break
		}
		before = end
	}
	return &TableError{Table: "words", Line: line - before, Rule: bad.Rule}
}

// errUnreadable replaces an error of the caller's reader, whose text may quote what it
// read.
var errUnreadable = errors.New("parser: words cannot be read")

// WithWords adds words of the caller to jieba's dictionary, one per line, in the form
// of jieba's user dictionary: the word, optionally followed by a count and a tag,
// separated by spaces.
func WithWords(r io.Reader) Option {
	return func(o *options) error {
		if r == nil {
			return nil
		}
		data, err := io.ReadAll(io.LimitReader(r, lexicon.MaxTable+1))
		switch {
		case err != nil:
			return errUnreadable
		case len(data) > lexicon.MaxTable:
			return &TableError{Table: "words", Line: bytes.Count(data, []byte("\n")) + 1, Rule: "table too long"}
		}
		o.words = append(append(o.words, data...), '\n')
		o.ends = append(o.ends, bytes.Count(o.words, []byte("\n")))
		return nil
	}
}

// WithCues adds cue words of the caller in the form of the embedded table: the
// word, a tab, and its meanings separated by commas (role:penalty, overdue,
// threat:visit, …; "none" for a phrase in which no cue is to be read). A row may
// stand for several words, up to 500 between two gaps:
//
//	联系|通知…家人|父母    "…" is a gap, "|" is or
//	已{还|付}款          one of these
//	已{经|完成}?还款      one of these, or nothing
//	{if}已还款           the part that a line "@if<tab>如|若" above the rows names
//
// A gap is up to twelve characters of a clause. A colon ends it, except between
// digits, and so does a space before a Chinese character, except within a word.
//
// A word counts only with a word boundary before or after it, a single character only
// with both; after a gap no boundary is needed. If several words begin at one place,
// the longest with boundaries at both ends counts, or if none has both, the longest.
//
// A word cannot contain {, }, ?, | or …, nor begin with @ or #: lines that begin with #
// are comments. Two more columns may follow, a text that has the word and one that does
// not; they are ignored. A word that is also in the embedded table gets the meanings of
// both, so "none" takes no meaning away. Meanings are the names in senses.tsv and,
// after role:, those in roles.tsv, both in parser/internal/lexicon/data.
func WithCues(r io.Reader) Option {
	return func(o *options) error {
		if r == nil {
			return nil
		}
		rows, err := lexicon.ReadCues(r)
		if bad, ok := errors.AsType[*lexicon.Error](err); ok {
			return &TableError{Table: "cues", Line: bad.Line, Rule: bad.Rule}
		}
		for i := range rows {
			rows[i].Added = rows[i].Meaning != (lexicon.Meaning{})
		}
		o.cues = append(o.cues, rows...)
		return nil
	}
}

// WithLenders adds the caller's lenders. Their names take precedence over those of the
// embedded table, and package classify takes their numbers and hosts from the notice.
func WithLenders(lenders []Lender) Option {
	return func(o *options) error {
		for i, l := range lenders {
			for _, name := range append([]string{l.Name}, l.Aliases...) {
				switch {
				case name == "":
					return &TableError{Table: "lenders", Line: i + 1, Rule: "empty name"}
				case !utf8.ValidString(name):
					return &TableError{Table: "lenders", Line: i + 1, Rule: "not UTF-8"}
				case !strings.ContainsFunc(name, unicode.IsLetter):
					return &TableError{Table: "lenders", Line: i + 1, Rule: "no letter in name"}
				case utf8.RuneCountInString(name) > lexicon.MaxWord:
					return &TableError{Table: "lenders", Line: i + 1, Rule: "name too long"}
				}
			}
		}
		for _, l := range lenders { // copied, because notices hand them out
			l.Aliases, l.Hotlines = slices.Clone(l.Aliases), slices.Clone(l.Hotlines)
			l.Domains, l.Senders = slices.Clone(l.Domains), slices.Clone(l.Senders)
			o.lenders = append(o.lenders, l)
		}
		return nil
	}
}

// Lender is an institution that lends money, or that buys or collects debts.
type Lender struct {
	// Name is the canonical name, reported as Notice.Lender.Canonical.
	Name string `json:"name"`
	// Aliases are other names that it signs with.
	Aliases []string `json:"aliases,omitempty"`
	// Hotlines, Domains and Senders are its own numbers and hosts. The parser
	// does not use them; package classify does.
	Hotlines []string `json:"hotlines,omitempty"`
	Domains  []string `json:"domains,omitempty"`
	Senders  []string `json:"senders,omitempty"`
}

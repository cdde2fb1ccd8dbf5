package parser

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/segment"
)

// Option adds the caller's own tables to a [Parser].
type Option func(*options) error

type options struct {
	words   []byte // all tables, one behind the other
	ends    []int  // lines of words up to the end of each table
	cues    []cueRow
	lenders []Lender
}

// New returns a Parser that knows the caller's rows beside the embedded ones.
// A row that cannot be used is a *[TableError], which names its line. A Parser
// with words of its own loads a dictionary of its own; make one and keep it.
func New(opts ...Option) (*Parser, error) {
	var o options
	for _, opt := range opts {
		if opt == nil {
			continue
		}
		if err := opt(&o); err != nil {
			return nil, err
		}
	}
	for _, row := range o.cues { // jieba is to cut them whole
		for _, part := range row.parts {
			for _, word := range part {
				if !slices.ContainsFunc(word, partsText) {
					o.words = append(append(o.words, string(word)...), '\n')
				}
			}
		}
	}
	p, done := &Parser{}, make(chan error, 1)
	go func() { // the dictionary takes as long to load as all tables together
		var err error
		p.seg, err = dictionary().Segmenter(bytes.NewReader(o.words))
		done <- err
	}()
	p.lex, p.gate, p.lenders = builtin().lex, builtin().gate, builtinLenders()
	if len(o.cues) > 0 {
		rows := slices.Concat(builtinCues(), o.cues)
		p.lex, p.gate = newLexicon(rows), newGate(rows, spellingTable())
	}
	if len(o.lenders) > 0 {
		p.lenders = newLenderIndex(o.lenders)
	}
	if err := <-done; err != nil {
		return nil, o.wordError(err)
	}
	return p, nil
}

// dictionary knows the words of the embedded cues as their table has them.
var dictionary = sync.OnceValue(func() *segment.Dictionary {
	var words []string
	for line := range strings.Lines(string(cueTable)) {
		column, _, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(column, "#") {
			continue
		}
		for part := range strings.SplitSeq(column, "…") {
			words = slices.AppendSeq(words, strings.SplitSeq(part, "|"))
		}
	}
	return segment.NewDictionary(words)
})

// partsText tells the characters at which jieba parts text always.
func partsText(r rune) bool { return r == '，' || r == '。' || r <= ' ' || unicode.IsControl(r) }

// wordError says which line of which table err is about.
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

// errUnreadable stands for an error of the caller's reader, whose own text may
// quote what it read.
var errUnreadable = errors.New("parser: words cannot be read")

// WithWords adds words of the caller to jieba's dictionary, one a line in the
// form of jieba's user dictionary: the word, and after blanks an optional count
// and an optional tag.
func WithWords(r io.Reader) Option {
	return func(o *options) error {
		if r == nil {
			return nil
		}
		data, err := io.ReadAll(io.LimitReader(r, maxTable+1))
		switch {
		case err != nil:
			return errUnreadable
		case len(data) > maxTable:
			return &TableError{Table: "words", Line: bytes.Count(data, []byte("\n")) + 1, Rule: "table too long"}
		}
		o.words = append(append(o.words, data...), '\n')
		o.ends = append(o.ends, bytes.Count(o.words, []byte("\n")))
		return nil
	}
}

// WithCues adds cue words of the caller in the form of the embedded table: the
// word, a tab, and its meanings with commas between (role:penalty, overdue,
// threat:visit, …; "none" for a phrase in which no cue is to be read). "…" in a
// word stands for up to twelve characters of a clause, and "|" parts words that
// may stand in one place: 联系|通知…家人|父母. A word of ours gains the meanings.
func WithCues(r io.Reader) Option {
	return func(o *options) error {
		if r == nil {
			return nil
		}
		rows, err := readCues(r)
		if err != nil {
			return err
		}
		o.cues = append(o.cues, rows...)
		return nil
	}
}

// WithLenders adds lenders of the caller. Their names come before ours.
func WithLenders(lenders []Lender) Option {
	return func(o *options) error {
		for i, l := range lenders {
			for _, name := range append([]string{l.Name}, l.Aliases...) {
				switch {
				case name == "":
					return &TableError{Table: "lenders", Line: i + 1, Rule: "empty name"}
				case !utf8.ValidString(name):
					return &TableError{Table: "lenders", Line: i + 1, Rule: "not UTF-8"}
				case utf8.RuneCountInString(name) > maxWordRunes:
					return &TableError{Table: "lenders", Line: i + 1, Rule: "name too long"}
				}
			}
		}
		o.lenders = append(o.lenders, lenders...)
		return nil
	}
}

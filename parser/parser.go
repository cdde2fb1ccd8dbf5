package parser

import (
	"bytes"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/names"
	"github.com/dunsms/dunsms/parser/internal/scan"
	"github.com/dunsms/dunsms/parser/internal/segment"
)

// Parser reads messages. Make one with [New]; it is safe for concurrent use. The
// functions Parse, Relevant and Tokenize use one without options.
type Parser struct {
	tables  scan.Tables
	gate    *lexicon.Gate
	lenders []Lender // the caller's
}

// standard returns the Parser of the embedded tables, made at first use. It panics if a
// table is broken, which is a fault of the build.
var standard = sync.OnceValue(func() *Parser {
	p, err := New()
	if err != nil {
		panic(err)
	}
	return p
})

// New returns a Parser that knows the caller's rows in addition to the embedded ones. For
// a row that cannot be used, the error is a *[TableError] with its line. A Parser with
// words of its own loads its own dictionary: make one and keep it. Everything that it
// needs is loaded when New returns.
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
	for word := range lexicon.Words(o.cues) { // jieba must cut them whole
		if !strings.ContainsFunc(word, partsText) {
			o.words = append(append(o.words, word...), '\n')
		}
	}
	words := sync.OnceValues(func() (*segment.Segmenter, error) {
		return dictionary().Segmenter(bytes.NewReader(o.words))
	})
	go func() { // the dictionary takes as long to load as all tables together
		defer func() { _ = recover() }() // a panic is raised again below
		_, _ = words()
	}()
	var p Parser
	if len(o.cues) > 0 {
		rows := slices.Concat(lexicon.BuiltinCues(), o.cues)
		p.tables.Cues, p.gate = lexicon.NewCues(rows), lexicon.NewGate(o.cues)
	} else {
		p.tables.Cues, p.gate = lexicon.Builtin()
	}
	p.lenders = o.lenders
	if len(o.lenders) > 0 {
		p.tables.Lenders = lexicon.NewLenders(namesOf(o.lenders))
	} else {
		p.tables.Lenders = lexicon.BuiltinLenders()
	}
	scan.Load()
	names.Load()
	loadRoles()
	loadModels()
	var err error
	if p.tables.Words, err = words(); err != nil {
		return nil, o.wordError(err)
	}
	return &p, nil
}

// loadModels loads the models now. A model that cannot be read panics only where it is
// used, because the program that makes models anew needs a parser.
func loadModels() {
	defer func() { _ = recover() }()
	learned.Load()
}

// dictionary returns the dictionary with the words of the embedded cues.
var dictionary = sync.OnceValue(func() *segment.Dictionary {
	return segment.NewDictionary(lexicon.BuiltinWords)
})

// Parse reads one message. A message that is not a notice is no error: its Kind is
// KindOther.
//
// The error is an *[Error]: ErrNotUTF8, or ErrTooLong for more than MaxBytes.
func Parse(text string) (*Notice, error) { return standard().Parse(text) }

// Relevant reports whether text may be about a debt. If not, Parse returns KindOther, and
// the rest of the Notice is empty unless the text wants something of its reader. Relevant
// does not allocate and does not cut the text into words. It is false for text that Parse
// refuses.
func Relevant(text string) bool {
	_, gate := lexicon.Builtin()
	return relevant(gate, text)
}

// Tokenize cuts text into jieba's words. Joined, they are the whole text except for
// invisible characters. Each byte that is not UTF-8 is a word by itself.
func Tokenize(text string) []Token { return standard().Tokenize(text) }

// Parse is the function Parse with the tables of p.
func (p *Parser) Parse(text string) (*Notice, error) {
	if len(text) > MaxBytes {
		return nil, &Error{Err: ErrTooLong, Length: len(text)}
	}
	if at := invalidAt(text); at >= 0 {
		return nil, &Error{Err: ErrNotUTF8, Offset: at}
	}
	opening := p.gate.Open(text)
	if opening == lexicon.Shut {
		return &Notice{Kind: KindOther, KindProbability: 1}, nil
	}
	l := scan.Get()
	defer l.Release()
	l.Read(&p.tables, text)
	var sums [usualLen]sum
	f := findFacts(l, sums[:0])
	n := f.notice(l, opening)
	n.lenders = p.lenders
	return n, nil
}

// invalidAt returns the offset of the first byte that is not UTF-8, or -1.
func invalidAt(text string) int {
	if utf8.ValidString(text) {
		return -1
	}
	for i, r := range text {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(text[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}

// Relevant is the function Relevant with the tables of p.
func (p *Parser) Relevant(text string) bool {
	return relevant(p.gate, text)
}

func relevant(g *lexicon.Gate, text string) bool {
	return len(text) <= MaxBytes && utf8.ValidString(text) && g.Open(text) == lexicon.ForDebt
}

// Tokenize is the function Tokenize with the tables of p.
func (p *Parser) Tokenize(text string) []Token {
	if !utf8.ValidString(text) {
		return tokenizeInvalid(p, text)
	}
	l := scan.Get()
	defer l.Release()
	l.Cut(&p.tables, text)
	return tokens(l)
}

// tokenizeInvalid is Tokenize for text that is not all UTF-8: it cuts the valid
// stretches as usual.
func tokenizeInvalid(p *Parser, text string) []Token {
	var tokens []Token
	for i := 0; i < len(text); {
		n := invalidAt(text[i:])
		if n < 0 {
			n = len(text) - i
		}
		for _, t := range p.Tokenize(text[i : i+n]) {
			t.Span.Start, t.Span.End = t.Span.Start+i, t.Span.End+i
			tokens = append(tokens, t)
		}
		if i += n; i < len(text) {
			tokens = append(tokens, Token{Found{Text: text[i : i+1], Span: Span{i, i + 1}}})
			i++
		}
	}
	return tokens
}

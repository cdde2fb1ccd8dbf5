package parser

import (
	"sync"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// Parser reads messages. Make one with [New]; it is safe for concurrent use.
// The functions Parse, Relevant and Tokenize use one with no options.
type Parser struct {
	tables scan.Tables
	gate   *lexicon.Gate
}

// standard is the Parser of the embedded tables, made at first use. A broken table is a
// fault of the build, and panics.
var standard = sync.OnceValue(func() *Parser {
	p, err := New()
	if err != nil {
		panic(err)
	}
	return p
})

// Parse reads one message. What is no notice is KindOther with no error.
//
// The error is an *[Error]: ErrNotUTF8, or ErrTooLong for more than MaxBytes.
func Parse(text string) (*Notice, error) { return standard().Parse(text) }

// Relevant reports whether text has any cue of a debt. For a text without one
// Parse returns KindOther and nothing else. Relevant does not allocate and does
// not cut the text into words; it is false for text that Parse refuses.
func Relevant(text string) bool {
	_, gate := lexicon.Builtin()
	return relevant(gate, text)
}

// Tokenize cuts text into jieba's words. Joined they are the whole text, but
// for characters that do not show. Bytes that are not UTF-8 are words of one
// byte each.
func Tokenize(text string) []Token { return standard().Tokenize(text) }

// Parse is like the function Parse.
func (p *Parser) Parse(text string) (*Notice, error) {
	if len(text) > MaxBytes {
		return nil, &Error{Err: ErrTooLong, Length: len(text)}
	}
	if at := invalidAt(text); at >= 0 {
		return nil, &Error{Err: ErrNotUTF8, Offset: at}
	}
	if !p.gate.Open(text) {
		return &Notice{Kind: KindOther}, nil
	}
	l := scan.Get()
	defer l.Release()
	l.Read(&p.tables, text)
	var sums [usual]sum
	f := findFacts(l, sums[:0])
	return f.notice(l, kindOf(l, &f)), nil
}

// invalidAt returns the offset of the first byte that is not UTF-8, -1 if there
// is none.
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

// Relevant is like the function Relevant.
func (p *Parser) Relevant(text string) bool {
	return relevant(p.gate, text)
}

func relevant(g *lexicon.Gate, text string) bool {
	return len(text) <= MaxBytes && utf8.ValidString(text) && g.Open(text)
}

// Tokenize is like the function Tokenize.
func (p *Parser) Tokenize(text string) []Token {
	if !utf8.ValidString(text) {
		return tokenizeInvalid(p, text)
	}
	l := scan.Get()
	defer l.Release()
	l.Cut(&p.tables, text)
	return tokens(l)
}

// tokenizeInvalid cuts the valid stretches of text as usual.
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

// tokens returns the words as the caller's text has them.
func tokens(l *scan.Line) []Token {
	tokens := make([]Token, 0, l.Words())
	for i := 0; i < len(l.Runes); {
		end := l.WordEnd(i)
		tokens = append(tokens, Token{found(l, i, end)})
		i = end
	}
	return tokens
}

// signatures returns the signatures as the caller's text has them.
func signatures(l *scan.Line) []Found {
	if len(l.Signatures) == 0 {
		return nil
	}
	list := make([]Found, len(l.Signatures))
	for i, g := range l.Signatures {
		list[i] = found(l, g[0], g[1])
	}
	return list
}

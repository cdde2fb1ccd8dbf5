package parser

import (
	"sync"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/segment"
)

// Parser reads messages. Make one with [New]; it is safe for concurrent use.
// The functions Parse, Relevant and Tokenize use one with no options.
type Parser struct {
	seg     *segment.Segmenter
	lex     *cueIndex
	gate    *gate
	lenders *lenderIndex
}

// standard is the Parser of the embedded tables, made at first use.
var standard = sync.OnceValue(func() *Parser {
	p, err := New()
	if err != nil {
		return &Parser{lex: newCueIndex(nil), gate: &gate{words: newTrie(nil)}, lenders: newLenderIndex(nil)} // a test proves the tables sound
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
func Relevant(text string) bool { return relevant(builtin().gate, text) }

// Tokenize cuts text into jieba's words. Joined they are the whole text, but
// for characters that do not show. Bytes that are not UTF-8 are words of one
// byte each.
func Tokenize(text string) []Token { return standard().Tokenize(text) }

// readings are used again: a Parse allocates what it returns.
var readings = sync.Pool{New: func() any { return new(reading) }}

// Parse is like the function Parse.
func (p *Parser) Parse(text string) (*Notice, error) {
	if len(text) > MaxBytes {
		return nil, &Error{Err: ErrTooLong, Length: len(text)}
	}
	if at := invalidAt(text); at >= 0 {
		return nil, &Error{Err: ErrNotUTF8, Offset: at}
	}
	if !p.gate.open(text) {
		return &Notice{Kind: KindOther}, nil
	}
	s := readings.Get().(*reading)
	n := s.read(p, text)
	s.release()
	return n, nil
}

// release puts s back for the next message, and leaves nothing of this one in it.
func (s *reading) release() {
	s.text = ""
	clear(s.runes)
	clear(s.spare.runes)
	clear(s.plain)
	if cap(s.runes) <= maxKept {
		readings.Put(s)
	}
}

// maxKept is the capacity in runes over which a reading is not used again.
const maxKept = 8 << 10

// read takes a message through the stages.
func (s *reading) read(p *Parser, text string) *Notice {
	s.p = p
	s.fold(text)
	s.join(p.lex.pairs)
	s.respell(spellingTable())
	s.cut()
	s.frame()
	s.scan()
	s.indexItems()

	n := &Notice{Tokens: s.tokens()}
	n.Signatures = s.foundSignatures()
	n.Lender = s.lender()
	s.findDebtor(n)
	s.findAmounts(n)
	s.findContacts(n)
	s.findMentions(n)
	s.settle(n)
	return n
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

func relevant(g *gate, text string) bool {
	return len(text) <= MaxBytes && utf8.ValidString(text) && g.open(text)
}

// Tokenize is like the function Tokenize.
func (p *Parser) Tokenize(text string) []Token {
	if !utf8.ValidString(text) {
		return tokenizeInvalid(p, text)
	}
	s := readings.Get().(*reading)
	defer s.release()
	s.p = p
	s.fold(text)
	s.join(p.lex.pairs)
	s.respell(spellingTable())
	s.cut()
	return s.tokens()
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

// cut finds where words begin in the folded text.
func (s *reading) cut() {
	s.plain, s.ends = s.plain[:0], s.ends[:0]
	for _, r := range s.runes {
		if isCommonHan(r) {
			s.plain = append(s.plain, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
		} else {
			s.plain = utf8.AppendRune(s.plain, r)
		}
	}
	if cap(s.starts) < len(s.runes) {
		s.starts = make([]bool, 2*len(s.runes))
	}
	s.starts = s.starts[:len(s.runes)]
	clear(s.starts)
	s.ends = s.p.seg.Cut(s.ends, string(s.plain))
	i, at := 0, int32(0)
	for _, end := range s.ends {
		s.starts[i] = true
		for at < end {
			if isCommonHan(s.runes[i]) {
				at += hanBytes
			} else {
				at += int32(utf8.RuneLen(s.runes[i]))
			}
			i++
		}
	}
}

// hanBytes is how many bytes a common Chinese character takes in UTF-8.
const hanBytes = 3

// tokens returns the words as the caller's text has them.
func (s *reading) tokens() []Token {
	tokens := make([]Token, 0, len(s.ends))
	for i := 0; i < len(s.runes); {
		j := i + 1
		for j < len(s.runes) && (!s.starts[j] || s.start[j] < s.end[j-1]) {
			j++
		}
		tokens = append(tokens, Token{s.found(i, j)})
		i = j
	}
	return tokens
}

// Package phrase finds many phrases in one pass over a text.
package phrase

import (
	"strings"
	"unicode/utf8"
)

// MaxGap is how many characters may stand in a gap of a phrase.
const MaxGap = 10

// Phrase is a sequence of parts with a gap between them; each part is one of several words.
type Phrase struct {
	ID    int // the caller's
	first string
	rest  []part
}

// part is what may stand after a gap.
type part struct {
	words  []string
	begins uint64 // a bit for each first character of a word, by its low bits
}

// Index finds the phrases that begin at a place in a text by the two characters there, or by one
// if the phrase begins with a part of one character. The zero Index finds none.
type Index struct {
	begin [64]struct {
		alone, others uint64 // by the low bits of a character: whether it begins such phrases
	}
	first [1 << indexBits]uint16 // by key: a place in lists, from 1
	lists [][]Phrase
}

const indexBits = 13

// key returns the key of the phrases that begin with a and b; b is 0 for a first part of one
// character. Different characters may have the same key.
func key(a, b rune) uint32 {
	return (uint32(a)*0x9E3779B1 ^ uint32(b)*0x85EBCA77) >> (32 - indexBits)
}

// Add adds a phrase: … separates its parts, | the words of a part.
func (x *Index) Add(id int, s string) {
	parts := strings.Split(s, "…")
	var rest []part
	for _, p := range parts[1:] {
		p := part{words: strings.Split(p, "|")}
		for _, w := range p.words {
			c, _ := utf8.DecodeRuneInString(w)
			p.begins |= 1 << (c & 63)
		}
		rest = append(rest, p)
	}
	for _, first := range strings.Split(parts[0], "|") {
		x.add(Phrase{id, first, rest})
	}
}

// AddWord adds a phrase of one part, which is w as it stands.
func (x *Index) AddWord(id int, w string) { x.add(Phrase{ID: id, first: w}) }

func (x *Index) add(p Phrase) {
	a, size := utf8.DecodeRuneInString(p.first)
	b, begin := rune(0), &x.begin[a>>6&63]
	if size < len(p.first) {
		b, _ = utf8.DecodeRuneInString(p.first[size:])
		begin.others |= 1 << (a & 63)
	} else {
		begin.alone |= 1 << (a & 63)
	}
	at := &x.first[key(a, b)]
	if *at == 0 {
		x.lists = append(x.lists, nil)
		*at = uint16(len(x.lists))
	}
	x.lists[*at-1] = append(x.lists[*at-1], p)
}

// Begins reports whether a phrase may begin with the character a; for most characters none does.
func (x *Index) Begins(a rune) bool {
	begin := &x.begin[a>>6&63]
	return (begin.alone|begin.others)&(1<<(a&63)) != 0
}

// At returns the phrases that may begin with the characters a and b: those whose first part is a
// alone, and the others. At the end of the text b is 0.
func (x *Index) At(a, b rune) (alone, others []Phrase) {
	begin := &x.begin[a>>6&63]
	if begin.alone&(1<<(a&63)) != 0 {
		alone = x.list(a, 0)
	}
	if begin.others&(1<<(a&63)) != 0 && b != 0 {
		others = x.list(a, b)
	}
	return alone, others
}

func (x *Index) list(a, b rune) []Phrase {
	if k := x.first[key(a, b)]; k != 0 {
		return x.lists[k-1]
	}
	return nil
}

// In reports whether text contains a phrase of that ID.
func (x *Index) In(text string, id int) (found bool) {
	x.candidates(text, func(p *Phrase, at int) bool {
		found = p.ID == id && p.Match(text[at:]) > 0
		return !found
	})
	return found
}

// Each calls f with the ID of each phrase that text contains, once for each place.
func (x *Index) Each(text string, f func(id int)) {
	x.candidates(text, func(p *Phrase, at int) bool {
		if p.Match(text[at:]) > 0 {
			f(p.ID)
		}
		return true
	})
}

// candidates calls f with each phrase that may begin in text, and where, until f returns false.
func (x *Index) candidates(text string, f func(p *Phrase, at int) bool) {
	a, size := Decode(text, 0)
	for at := 0; at < len(text); {
		b, next := Decode(text, at+size)
		if x.Begins(a) {
			alone, others := x.At(a, b)
			for _, all := range [...][]Phrase{alone, others} {
				for i := range all {
					if !f(&all[i], at) {
						return
					}
				}
			}
		}
		at += size
		a, size = b, next
	}
}

// Decode returns the character of text at a place and its length in bytes, both 0 at the end.
func Decode(text string, at int) (rune, int) {
	if at >= len(text) {
		return 0, 0
	}
	c := text[at]
	if c < utf8.RuneSelf {
		return rune(c), 1
	}
	if c&0xF0 == 0xE0 && at+3 <= len(text) { // Chinese; the text is valid UTF-8
		return rune(c&0x0F)<<12 | rune(text[at+1]&0x3F)<<6 | rune(text[at+2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(text[at:])
}

// First returns the first part: the whole phrase if it has no gap.
func (p *Phrase) First() string { return p.first }

// Match returns where the phrase ends if text begins with it, else 0. Each gap is taken as short
// as possible.
func (p *Phrase) Match(text string) int {
	if !strings.HasPrefix(text, p.first) {
		return 0
	}
	end := len(p.first)
	for i := range p.rest {
		n := p.rest[i].within(text[end:])
		if n == 0 {
			return 0
		}
		end += n
	}
	return end
}

// within returns where the first of the words in text ends, with at most MaxGap characters of the
// same clause before it; 0 if there is none.
func (p *part) within(text string) int {
	c, size := Decode(text, 0)
	for at, gap := 0, 0; size > 0; gap++ {
		if p.begins&(1<<(c&63)) != 0 {
			for _, w := range p.words {
				if strings.HasPrefix(text[at:], w) {
					return at + len(w)
				}
			}
		}
		if gap == MaxGap || IsMark(c) && IsClauseEnd(c) {
			return 0
		}
		at += size
		c, size = Decode(text, at)
	}
	return 0
}

// IsMark reports whether c may be a mark that ends a clause; most characters may not.
func IsMark(c rune) bool { return c < utf8.RuneSelf || c >= 0xFF00 || c == '。' }

// IsClauseEnd reports whether c ends a clause.
func IsClauseEnd(c rune) bool {
	switch c {
	case '，', '。', '；', '！', '？', ',', ';', '!', '?', '\n':
		return true
	}
	return false
}

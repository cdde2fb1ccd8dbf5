package fold

import (
	"strings"

	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// glyph is what a character is folded to, with a mark that says what else matters about
// it: a rune in the low 21 bits, the mark in the top 8.
type glyph uint32

func (g glyph) to() rune   { return rune(g & 0x1fffff) }
func (g glyph) mark() mark { return mark(g >> 24) }

func newGlyph(to rune, m mark) glyph { return glyph(to) | glyph(m)<<24 }

// mark says what else matters about a character when it is folded.
type mark uint8

const (
	markNone        mark = iota
	markSeparator        // may break a word: 逾 期
	markBreak            // ends a line
	markSimplified       // occurs in simplified text only
	markDropped          // is invisible
	markTraditional      // has a simplified form
	markEnclosed         // an enclosed digit, which may number a list
	markLookAlike        // another form of a letter, digit or character
	markLikeLatin        // a Cyrillic or Greek letter that looks like a Latin one

	markOdd = markDropped // the first of the marks of characters that may be there to hide a word
)

// marks are the marks of a text, as bits.
type marks uint16

func (s marks) has(m mark) bool { return s>>m&1 != 0 }

// glyphs is the table of folding, in pages of 256 characters.
type glyphs struct {
	pages [256]*[256]glyph // a nil page folds to itself; the first page is never nil
	far   map[rune]glyph   // characters beyond the first plane
	more  map[rune][]rune  // the runes after the first: ⑫ is 1 and 2
}

// of returns the glyph of r.
func (g *glyphs) of(r rune) glyph {
	if r < 1<<16 {
		if p := g.pages[r>>8]; p != nil {
			return p[r&0xff]
		}
	}
	return g.ofRare(r)
}

// ofRare is of for a character of a nil page or beyond the first plane. It is a function
// of its own so that of is inlined.
func (g *glyphs) ofRare(r rune) glyph {
	if v, ok := g.far[r]; ok {
		return v
	}
	if r >= 0x1F000 && r < 0x20000 { // emoji and other symbols
		return newGlyph(r, markSeparator)
	}
	return newGlyph(r, markNone)
}

// set makes r fold to to, with the mark m.
func (g *glyphs) set(r, to rune, m mark) {
	if r >= 1<<16 {
		g.far[r] = newGlyph(to, m)
		return
	}
	p := g.pages[r>>8]
	if p == nil {
		p = new([256]glyph)
		for i := range p {
			p[i] = newGlyph(r&^0xff|rune(i), markNone)
		}
		g.pages[r>>8] = p
	}
	p[r&0xff] = newGlyph(to, m)
}

// allGlyphs is the table.
var allGlyphs = lazy.New(func() *glyphs {
	g := &glyphs{far: make(map[rune]glyph, 1<<11), more: map[rune][]rune{}}
	g.addSymbols()
	g.addLettersLike()
	g.addCompatible()
	g.addHan()
	g.addWidths()
	for _, r := range dropped {
		for c := r[0]; c <= r[1]; c++ {
			g.set(c, c, markDropped)
		}
	}
	for c := range rune(128) {
		switch {
		case 'A' <= c && c <= 'Z':
			g.set(c, c+'a'-'A', markNone)
		case mayBreak(c):
			g.set(c, c, markSeparator)
		case c == '\t':
			g.set(c, ' ', markSeparator)
		case '\n' <= c && c <= '\r':
			g.set(c, '\n', markBreak)
		}
	}
	return g
})

// dropped are the ranges of invisible characters: soft hyphen, combining marks (逾̶期),
// joiners, directions, variation selectors, byte order mark, tags.
var dropped = [][2]rune{
	{0xAD, 0xAD}, {0x300, 0x36F}, {0x61C, 0x61C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
	{0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x20D0, 0x20F0}, {0x3164, 0x3164}, {0xFE00, 0xFE0F},
	{0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0xE0001, 0xE0001}, {0xE0020, 0xE007F},
}

// IsSeparator reports whether r may separate the characters of a word that a sender
// disguises.
func IsSeparator(r rune) bool {
	return !runes.IsCommonHan(r) && allGlyphs.Get().of(r).mark() == markSeparator
}

// Plain returns what r by itself is folded to, the first of several characters. ok is
// false if r is invisible.
func Plain(r rune) (plain rune, ok bool) {
	g := allGlyphs.Get().of(r)
	return g.to(), g.mark() != markDropped
}

// FirstPlane calls f for each character of the first plane, with what Plain folds it to.
// same reports that it stays the same character and is no separator.
func FirstPlane(f func(r, plain rune, same bool)) {
	for high, p := range allGlyphs.Get().pages {
		for low := range rune(1 << 8) {
			r := rune(high)<<8 | low
			if p == nil {
				f(r, r, true)
			} else {
				g := p[low]
				f(r, g.to(), g == newGlyph(r, markNone) || g == newGlyph(r, markSimplified))
			}
		}
	}
}

// mayBreak reports whether r is a separator. Punctuation that ends a clause, quotation
// marks and brackets are not.
func mayBreak(r rune) bool {
	if r < 0x80 {
		return strings.ContainsRune(" *.-_/|\\~^`+=#&@$%'", r)
	}
	switch {
	case strings.ContainsRune("·•、丨丶゛゜ヽ・ˊˋ¨¯°±×÷§¤¦´ˉ", r):
		return true
	case r == '…' || r == '“' || r == '”' || r == '—':
		return false
	case 0x2010 <= r && r <= 0x2BFF, 0x3003 <= r && r <= 0x3006, 0x3012 <= r && r <= 0x301F, 0x3099 <= r && r <= 0x309C,
		0x1F000 <= r && r < 0x20000, r == ' ':
		return true
	}
	return false
}

package fold

import (
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// characters sets t to text, which must be UTF-8, folded character by character.
func (t *Text) characters(text string) {
	t.Source, t.seen = text, 0
	t.Runes, t.Start, t.End, t.Evasions = t.Runes[:0], t.Start[:0], t.End[:0], t.Evasions[:0]
	glyphs := allGlyphs.Get()
	for i := t.usual(glyphs, 0); i < len(text); i = t.usual(glyphs, i) {
		r, n := utf8.DecodeRuneInString(text[i:])
		t.add(glyphs, r, i, i+n)
		i += n
	}
}

// usual appends what the usual characters from byte i on of the source are folded to, as
// long as there is memory, and returns their end. It does what add does in a fraction of
// the time.
func (t *Text) usual(glyphs *glyphs, i int) int {
	n, room := len(t.Runes), min(cap(t.Runes), cap(t.Start), cap(t.End))
	all, starts, ends := t.Runes[:room], t.Start[:room], t.End[:room]
	text, seen := t.Source, t.seen
	for ; n < len(all) && i < len(text); n++ {
		r, end := rune(text[i]), i+1
		if r >= utf8.RuneSelf {
			if end = i + 3; r>>4 != 0xE || end > len(text) {
				break
			}
			r = runes.OfThree(text[i:end])
		}
		p := glyphs.pages[uint8(r>>8)]
		if p == nil {
			break
		}
		g := p[uint8(r)]
		if g.mark() >= markOdd {
			break
		}
		seen |= 1 << g.mark()
		all[n], starts[n], ends[n] = g.to(), int32(i), int32(end)
		i = end
	}
	t.Runes, t.Start, t.End, t.seen = all[:n], starts[:n], ends[:n], seen
	return i
}

// add appends what r, which is at the bytes [start, end) of the source, is folded to.
func (t *Text) add(glyphs *glyphs, r rune, start, end int) {
	g := glyphs.of(r)
	t.seen |= 1 << g.mark()
	switch g.mark() {
	case markDropped:
		if r < 0xFE00 || r > 0xFE0F { // a variation selector hides nothing
			t.dropped(start, end)
		}
		return
	case markTraditional:
		t.evade(Traditional, start, end)
	case markEnclosed, markLookAlike:
		t.lookAlike(g, glyphs.more[r], start, end)
		return
	case markLikeLatin:
		if besideLatin(t.Source, start, r) {
			t.evade(LookAlike, start, end)
		}
	}
	t.push(g.to(), start, end)
}

// besideLatin reports whether a Latin word goes on before or after the Cyrillic or Greek
// letter c at text[start].
func besideLatin(text string, start int, c rune) bool {
	greek, end := runes.IsGreek(c), start+utf8.RuneLen(c)
	return start > 0 && isLatin(text[start-1], greek) || end < len(text) && isLatin(text[end], greek)
}

// isLatin reports whether c is part of a Latin word, a number or a host, in which such a
// letter hides something. In a Russian word it hides nothing, nor does a Greek letter
// beside a digit: α7.
func isLatin(c byte, greek bool) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || !greek && '0' <= c && c <= '9' || c == '.'
}

// push appends r, made from the bytes [start, end) of the source.
func (t *Text) push(r rune, start, end int) {
	t.Runes = append(t.Runes, r)
	t.Start = append(t.Start, int32(start))
	t.End = append(t.End, int32(end))
}

// dropped adds an evasion for an invisible character if it is within a word. A byte
// order mark hides nothing.
func (t *Text) dropped(start, end int) {
	n := len(t.Runes)
	if n == 0 || int(t.End[n-1]) != start || end == len(t.Source) {
		return
	}
	if last := t.Runes[n-1]; runes.IsWord(last) || last == ',' || last == '.' {
		t.evade(ZeroWidth, start, end)
	}
}

// lookAlike appends what an enclosed or styled character stands for. A single enclosed
// digit numbers a list, ①, and hides nothing: it is an evasion only next to another
// digit.
func (t *Text) lookAlike(g glyph, more []rune, start, end int) {
	hides := g.mark() == markLookAlike
	if n := len(t.Runes); !hides && n > 0 {
		last := t.Runes[n-1]
		hides = int(t.End[n-1]) == start && (runes.IsDigit(last) || last == '.' || last == ',')
		if hides && runes.IsDigit(last) && len(t.Evasions) == 0 {
			t.hide(LookAlike, n-1, n)
		}
	}
	if hides {
		t.evade(LookAlike, start, end)
	}
	t.push(g.to(), start, end)
	for _, r := range more {
		t.push(r, start, end)
	}
}

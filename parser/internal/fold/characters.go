package fold

import (
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// characters sets t to text, which must be UTF-8, folded character by character.
func (t *Text) characters(text string) {
	t.Source, t.simplified, t.gap, t.broken = text, 0, false, false
	t.Runes, t.Start, t.End, t.Evasions = t.Runes[:0], t.Start[:0], t.End[:0], t.Evasions[:0]
	glyphs := allGlyphs.Get()
	ascii := glyphs.pages[0]
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			g := ascii[c]
			if m := g.mark(); m != markNone {
				t.note(m)
			}
			t.push(g.to(), i, i+1)
			i++
			continue
		}
		r, n := rune(0), 3
		if text[i]>>4 == 0xE {
			r = runes.OfThree(text[i : i+3])
		} else {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		g := glyphs.of(r)
		switch g.mark() {
		case markDropped:
			if r < 0xFE00 || r > 0xFE0F { // a variation selector hides nothing
				t.dropped(i, i+n)
			}
		case markTraditional:
			t.evade(Traditional, i, i+n)
			t.push(g.to(), i, i+n)
		case markEnclosed, markLookAlike:
			t.lookAlike(g, glyphs.more[r], i, i+n)
		case markLikeLatin:
			if besideLatin(text, i, r) {
				t.evade(LookAlike, i, i+n)
			}
			t.push(g.to(), i, i+n)
		default:
			if m := g.mark(); m != markNone {
				t.note(m)
			}
			t.push(g.to(), i, i+n)
		}
		i += n
	}
}

// besideLatin reports whether a Latin word goes on before or after the Cyrillic or Greek
// letter c at text[start].
func besideLatin(text string, start int, c rune) bool {
	greek, end := runes.IsGreek(c), start+utf8.RuneLen(c)
	return start > 0 && isLatin(text[start-1], greek) || end < len(text) && isLatin(text[end], greek)
}

// isLatin reports whether c is part of a Latin word, a number or a host, in which such a
// letter hides. In a Russian word it hides nothing, nor does a Greek one beside a digit:
// α7.
func isLatin(c byte, greek bool) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || !greek && '0' <= c && c <= '9' || c == '.'
}

// note notes a separator, a line break and a character of simplified text.
func (t *Text) note(m mark) {
	switch m {
	case markSimplified:
		t.simplified++
	case markSeparator:
		t.gap = true
	case markBreak:
		t.gap, t.broken = true, true
	}
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

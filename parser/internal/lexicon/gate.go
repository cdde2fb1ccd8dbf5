package lexicon

import (
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// Gate tests whether a message has any cue of a debt, in one pass over its bytes and
// without folding all of it.
type Gate struct {
	first [1 << 10]uint64            // bit r: a word may begin with the source's rune r < 1<<16
	pairs [1 << pairBits / 64]uint64 // bit pairOf(r, q): a word may begin with r, q
	plain [1 << 10]uint64            // bit r: r is folded to itself, is no separator, and no word by itself
	words *runes.Trie
}

// pairBits is the width of the hash of a pair. Pairs with the same hash are not told
// apart.
const pairBits = 15

// pairOf returns the hash of a pair of runes.
func pairOf(r, q rune) uint32 {
	return (uint32(r)*0x9E3779B1 ^ uint32(q)*0x85EBCA6B) >> (32 - pairBits)
}

// gateWords returns the words of rows that make a message worth reading, and their
// spellings. Phrases do not count, nor single characters unless they mean a debt.
func gateWords(rows []CueRow) (words [][]rune) {
	for _, row := range rows {
		if len(row.Parts) > 1 || !row.opens() {
			continue
		}
		for _, word := range row.Parts[0] {
			if len(word) > 1 || row.Senses&Debt != 0 {
				words = append(words, word)
			}
		}
	}
	t := runes.NewTrie(words)
	for _, w := range fold.Spellings() {
		if _, end := t.Longest(w.Plain, 0); end > 0 {
			words = append(words, w.Written)
		}
	}
	return words
}

// NewGate returns a gate for those words of rows that make a message worth reading, and
// for their spellings. Phrases do not count, nor single characters unless they mean a
// debt.
func NewGate(rows []CueRow) *Gate {
	words := gateWords(rows)
	g := &Gate{words: runes.NewTrie(words)}
	fold.FirstPlane(func(r, plain rune, same bool) {
		node := g.words.Root(plain)
		if node != 0 {
			g.first[r>>6] |= 1 << (r & 63)
		}
		if same && g.words.Value(node) == 0 {
			g.plain[r>>6] |= 1 << (r & 63)
		}
	})
	for _, w := range words {
		if len(w) > 1 {
			p := pairOf(w[0], w[1])
			g.pairs[p>>6] |= 1 << (p & 63)
		}
	}
	return g
}

// Open reports whether text, which must be UTF-8, contains a word of the gate.
func (g *Gate) Open(text string) bool {
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		switch {
		case r < utf8.RuneSelf:
		case r>>4 == 0xE:
			r, n = runes.OfThree(text[i:i+3]), 3
		default:
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		if (r >= 1<<16 || g.first[r>>6]>>(r&63)&1 != 0) && g.mayGoOn(r, text[i+n:]) && g.at(text[i:]) {
			return true
		}
		i += n
	}
	return false
}

// mayGoOn reports whether a word may begin with r and continue with text. It can tell
// if the two characters are folded to themselves.
func (g *Gate) mayGoOn(r rune, text string) bool {
	if text == "" {
		return true
	}
	q, _ := utf8.DecodeRuneInString(text)
	if !g.isPlain(r) || !g.isPlain(q) {
		return true
	}
	p := pairOf(r, q)
	return g.pairs[p>>6]>>(p&63)&1 != 0
}

// isPlain reports whether bit r of plain is set.
func (g *Gate) isPlain(r rune) bool { return r < 1<<16 && g.plain[r>>6]>>(r&63)&1 != 0 }

// at reports whether a word of the gate begins text. Within the word, invisible
// characters and a few separators are skipped.
func (g *Gate) at(text string) bool {
	node, broken := int32(0), 0
	for i, r := range text {
		r, shows := fold.Plain(r)
		switch {
		case !shows && i == 0:
			return false
		case !shows:
			continue
		}
		next := g.words.Root(r)
		if i > 0 {
			next = g.words.Next(node, r)
		}
		switch {
		case next != 0:
			node, broken = next, 0
		case i > 0 && fold.IsSeparator(r) && broken < fold.MaxSeparators:
			broken++
			continue
		default:
			return false
		}
		if g.words.Value(node) != 0 {
			return true
		}
	}
	return false
}

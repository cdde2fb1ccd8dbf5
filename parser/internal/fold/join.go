package fold

import (
	"slices"
	"strings"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// MaxSeparators is the greatest number of separators at one place within a word.
const MaxSeparators = 4

// join removes the separators and line breaks within words: 逾 期, 还*款. Separators between
// two words, 还款 方式, are also dropped but hide nothing. The marks of a list, 本金/利息, and a
// line break between two words stay.
func (t *Text) join(pairs *Pairs, knows Knows) {
	if !t.seen.has(markSeparator) && !t.seen.has(markBreak) {
		return
	}
	r, n, spaced, looked := t.Runes, 0, 0, 0
	var by rune // the separator in the last word
	broken := 0 // how many words in a row it separated
	for i := 0; i < len(r); i++ {
		end := i + 1 // of the runes that stay as they are
		for end < len(r) && !mayJoin(r[end]) {
			end++
		}
		n = t.moveAll(n, i, end)
		if i = end - 1; end == len(r) {
			break
		}
		if i >= spaced && i >= looked {
			var han bool
			if looked, han = spacedEnd(r, i); han {
				spaced = looked
			}
		}
		if i+2 < spaced {
			t.evade(Separators, int(t.Start[i]), int(t.End[i+2]))
			i++
			continue
		}
		next := pairs.rejoin(r, i)
		if next == i {
			continue
		}
		drop, hides := t.atSeparators(knows, r[:n], r[i+1:next], r[next:])
		if !drop {
			continue
		}
		if hides {
			t.evade(Separators, int(t.Start[i]), int(t.End[next]))
			if broken++; r[i+1] != by {
				by, broken = r[i+1], 1
			}
		}
		i = next - 1
	}
	t.cut(n)
	if broken > 1 {
		t.dropSeparator(by)
	}
}

// atSeparators returns what becomes of separators, or a line break, between left and
// right: whether they drop out, and whether they hide a word.
func (t *Text) atSeparators(knows Knows, left, separators, right []rune) (drop, hides bool) {
	whole := t.divides(knows, left, right)
	if separators[0] == '\n' {
		return !whole || !t.endsLine(knows, left, right), false
	}
	return !whole || !slices.ContainsFunc(separators, runes.IsListMark), !whole
}

// mayJoin reports whether c may come between the characters of a word.
func mayJoin(c rune) bool { return !runes.IsCommonHan(c) && (c == '\n' || IsSeparator(c)) }

// move copies the rune at i, with its source, to place n <= i.
func (t *Text) move(n, i int) {
	t.Runes[n], t.Start[n], t.End[n] = t.Runes[i], t.Start[i], t.End[i]
}

// moveAll copies the runes [i, end), with their source, to place n <= i and returns the
// place after them.
func (t *Text) moveAll(n, i, end int) int {
	if n < i {
		copy(t.Runes[n:], t.Runes[i:end])
		copy(t.Start[n:], t.Start[i:end])
		copy(t.End[n:], t.End[i:end])
	}
	return n + end - i
}

// cut truncates the text to n runes and erases the rest.
func (t *Text) cut(n int) {
	clear(t.Runes[n:])
	t.Runes, t.Start, t.End = t.Runes[:n], t.Start[:n], t.End[:n]
}

// rejoin returns where the word at r[i] continues after separators or one line break,
// which begin at r[i+1], or i if none separate a word there. "、" also comes between
// words, 本金、利息, so it counts only within words that senders hide.
func (p *Pairs) rejoin(r []rune, i int) int {
	if !runes.IsHan(r[i]) {
		return i
	}
	next := i + 1
	if r[next] == '\n' {
		next++
	} else {
		for next < len(r) && next-i <= MaxSeparators && IsSeparator(r[next]) {
			next++
		}
	}
	if next == i+1 || next >= len(r) || !runes.IsHan(r[next]) {
		return i
	}
	hidden, ok := p.find(r[i], r[next])
	if !ok || !hidden && slices.Contains(r[i+1:next], '、') {
		return i
	}
	return next
}

// dropSeparator removes a separator that was found in several words wherever else it is
// alone between characters: 逾-期-63-天. One that is common in numbers and names stays.
func (t *Text) dropSeparator(by rune) {
	if strings.ContainsRune(" ,.*、/:", by) {
		return
	}
	n := 0
	for i, c := range t.Runes {
		if c == by && i > 0 && i+1 < len(t.Runes) && breaksWord(t.Runes[i-1], t.Runes[i+1]) {
			t.evade(Separators, int(t.Start[i-1]), int(t.End[i+1]))
			continue
		}
		t.move(n, i)
		n++
	}
	t.cut(n)
}

// breaksWord reports whether a separator between a and b separates the characters of a
// word.
func breaksWord(a, b rune) bool {
	return runes.IsWord(a) && runes.IsWord(b) && (runes.IsHan(a) || runes.IsHan(b))
}

// spacedEnd returns the end of a run at i in which one and the same separator comes
// between all characters, 您 已 逾 期 2 1 天, or i if there are fewer than five. han
// reports whether the run has a Chinese character.
func spacedEnd(r []rune, i int) (end int, han bool) {
	const least = 8 // runes from the first to the fifth character
	if i+least >= len(r) || !IsSeparator(r[i+1]) || IsSeparator(r[i]) {
		return i, false
	}
	for end = i; end+2 < len(r) && r[end+1] == r[i+1] && !IsSeparator(r[end+2]) && runes.IsWord(r[end]) == runes.IsWord(r[i]); end += 2 {
		han = han || runes.IsHan(r[end])
	}
	if end < i+least {
		return i, false
	}
	return end + 1, han
}

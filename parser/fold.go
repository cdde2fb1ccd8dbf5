package parser

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// folded is a message as the stages after folding read it: one character form
// for each meaning, and a map back to the caller's bytes.
//
// Folding makes full-width ASCII, enclosed and mathematical letters and digits
// plain, ASCII letters lower case, and traditional characters simplified; it
// drops what does not show. Punctuation keeps its form where the form carries
// meaning: '，' is never a plain comma.
type folded struct {
	text  string  // as given
	runes []rune  // folded
	start []int32 // start[i] is the byte of text at which the source of runes[i] begins
	end   []int32 // end[i] is the byte after it; characters looked through lie between end[i] and start[i+1]
	folds []fold  // how the sender may have hidden words, in no order until sortFolds

	simplified int  // characters that only simplified text has
	gap        bool // a separator stands somewhere
	spare      struct {
		runes      []rune
		start, end []int32
	}
}

// fold is a place at which something was folded.
type fold struct {
	how  Fold
	span Span
}

// foldWord folds a word of a table; f is used again for the next.
func (f *folded) foldWord(word string) []rune {
	f.fold(word)
	return slices.Clone(f.runes)
}

// span returns the bytes of the caller's text that runes[i:j] were made from,
// i < j.
func (f *folded) span(i, j int) Span {
	return Span{int(f.start[i]), int(f.end[j-1])}
}

// found returns the piece of the caller's text that runes[i:j] were made from,
// i < j.
func (f *folded) found(i, j int) Found {
	s := f.span(i, j)
	return Found{Text: f.text[s.Start:s.End], Span: s}
}

// fold folds text character by character.
func (f *folded) fold(text string) {
	f.text, f.simplified, f.gap = text, 0, false
	f.runes, f.start, f.end, f.folds = f.runes[:0], f.start[:0], f.end[:0], f.folds[:0]
	glyphs := glyphTable()
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			g := glyphs.ascii[c]
			f.gap = f.gap || g.mark() == markSeparator
			f.push(g.to(), i, i+1)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		g := glyphs.of(r)
		switch g.mark() {
		case markDropped:
			if r < 0xFE00 || r > 0xFE0F { // a variation selector hides nothing
				f.dropped(i, i+n)
			}
		case markTraditional:
			f.folds = append(f.folds, fold{FoldTraditional, Span{i, i + n}})
			f.push(g.to(), i, i+n)
		case markEnclosed, markLookAlike:
			f.lookAlike(g, glyphs.more[r], i, i+n)
		default:
			if g.mark() == markSimplified {
				f.simplified++
			}
			f.gap = f.gap || g.mark() == markSeparator
			f.push(g.to(), i, i+n)
		}
		i += n
	}
}

func (f *folded) push(r rune, start, end int) {
	f.runes = append(f.runes, r)
	f.start = append(f.start, int32(start))
	f.end = append(f.end, int32(end))
}

// dropped notes a character that does not show, if it stands within a word: a
// byte order mark hides nothing.
func (f *folded) dropped(start, end int) {
	if n := len(f.runes); n > 0 && (isWordRune(f.runes[n-1]) || f.runes[n-1] == ',' || f.runes[n-1] == '.') && int(f.end[n-1]) == start && end < len(f.text) {
		f.folds = append(f.folds, fold{FoldZeroWidth, Span{start, end}})
	}
}

// lookAlike pushes what an enclosed or styled character stands for. A single
// enclosed digit numbers a list, ①, and hides nothing: it counts only beside
// another digit.
func (f *folded) lookAlike(g glyph, more []rune, start, end int) {
	hides := g.mark() == markLookAlike
	if n := len(f.runes); !hides && n > 0 {
		last := f.runes[n-1]
		hides = int(f.end[n-1]) == start && ('0' <= last && last <= '9' || last == '.' || last == ',')
		if hides && last >= '0' && len(f.folds) == 0 {
			f.folds = append(f.folds, fold{FoldLookAlike, f.span(n-1, n)})
		}
	}
	if hides {
		f.folds = append(f.folds, fold{FoldLookAlike, Span{start, end}})
	}
	f.push(g.to(), start, end)
	for _, r := range more {
		f.push(r, start, end)
	}
}

// join takes out the separators that break a word: 逾 期, 还*款. pairs holds
// the pairs of characters that stand side by side in some cue word; "、" parts
// words too, 本金、利息, so it breaks only those that senders hide, which are true.
func (f *folded) join(pairs pairs) {
	if !f.gap {
		return
	}
	r, w, spaced, looked := f.runes, 0, 0, 0
	var by rune // what broke the last word
	broken := 0 // words by it, one after the other
	for i := 0; i < len(r); i++ {
		r[w], f.start[w], f.end[w] = r[i], f.start[i], f.end[i]
		w++
		if i >= spaced && i >= looked {
			var han bool
			if looked, han = spacedEnd(r, i); han {
				spaced = looked
			}
		}
		if i+2 < spaced {
			f.folds = append(f.folds, fold{FoldSeparators, Span{int(f.start[i]), int(f.end[i+2])}})
			i++
			continue
		}
		if !isHan(r[i]) {
			continue
		}
		j := i + 1
		for j < len(r) && j-i <= maxSeparators && isSeparator(r[j]) {
			j++
		}
		if j == i+1 || j >= len(r) || !isHan(r[j]) {
			continue
		}
		sensitive, ok := pairs.find(r[i], r[j])
		if ok && (sensitive || !slices.Contains(r[i+1:j], '、')) {
			f.folds = append(f.folds, fold{FoldSeparators, Span{int(f.start[i]), int(f.end[j])}})
			if broken++; r[i+1] != by {
				by, broken = r[i+1], 1
			}
			i = j - 1
		}
	}
	f.runes, f.start, f.end = r[:w], f.start[:w], f.end[:w]
	if broken > 1 {
		f.dropSeparator(by)
	}
}

// dropSeparator takes out a separator that was found to break several words
// wherever else it stands alone between characters: 逾-期-63-天. One that numbers and names
// have of themselves stays.
func (f *folded) dropSeparator(by rune) {
	if strings.ContainsRune(" ,.*、/:", by) {
		return
	}
	r, w := f.runes, 0
	for i := range r {
		if r[i] == by && i > 0 && i+1 < len(r) && isWordRune(r[i-1]) && isWordRune(r[i+1]) && (isHan(r[i-1]) || isHan(r[i+1])) {
			f.folds = append(f.folds, fold{FoldSeparators, Span{int(f.start[i-1]), int(f.end[i+1])}})
			continue
		}
		r[w], f.start[w], f.end[w] = r[i], f.start[i], f.end[i]
		w++
	}
	f.runes, f.start, f.end = r[:w], f.start[:w], f.end[:w]
}

// spacedEnd returns the end of a run that begins at i in which one separator
// stands between all characters, 您 已 逾 期 2 1 天; i if fewer than five are so
// parted. han tells whether such a run has a Chinese character.
func spacedEnd(r []rune, i int) (end int, han bool) {
	if i+8 >= len(r) || !isSeparator(r[i+1]) || isSeparator(r[i]) {
		return i, false
	}
	for end = i; end+2 < len(r) && r[end+1] == r[i+1] && !isSeparator(r[end+2]) && isWordRune(r[end]) == isWordRune(r[i]); end += 2 {
		han = han || isHan(r[end])
	}
	if end < i+8 {
		return i, false
	}
	return end + 1, han
}

// maxSeparators is how many separators may break a word at one place.
const maxSeparators = 4

// respell writes words plain that are spelled to pass a filter: 逾qi, 加薇.
func (f *folded) respell(s *spellings) {
	r, copied, hit := f.runes, 0, false
	out := &f.spare
	for i := 0; i < len(r); {
		v, end := s.longest(r, i)
		if v == nil {
			i++
			continue
		}
		if !hit {
			hit = true
			out.runes, out.start, out.end = out.runes[:0], out.start[:0], out.end[:0]
		}
		out.runes = append(append(out.runes, r[copied:i]...), v...)
		out.start = append(out.start, f.start[copied:i]...)
		out.end = append(out.end, f.end[copied:i]...)
		for k := range v { // the last rune stands for the rest of the source
			from, to := min(i+k, end-1), min(i+k, end-1)
			if k == len(v)-1 {
				to = end - 1
			}
			out.start, out.end = append(out.start, f.start[from]), append(out.end, f.end[to])
		}
		f.folds = append(f.folds, fold{FoldLookAlike, f.span(i, end)})
		i, copied = end, end
	}
	if !hit {
		return
	}
	out.runes = append(out.runes, r[copied:]...)
	out.start = append(out.start, f.start[copied:]...)
	out.end = append(out.end, f.end[copied:]...)
	f.runes, out.runes = out.runes, f.runes
	f.start, out.start = out.start, f.start
	f.end, out.end = out.end, f.end
}

// evasions returns the folds by which words were hidden, neighbours of one sort
// as one, in order. Traditional characters hide something only in a text that
// is otherwise simplified.
func (f *folded) evasions() []fold {
	if len(f.folds) == 0 {
		return nil
	}
	slices.SortFunc(f.folds, func(a, b fold) int {
		return cmp.Or(cmp.Compare(a.how, b.how), cmp.Compare(a.span.Start, b.span.Start))
	})
	out := f.folds[:0]
	for _, e := range f.folds {
		if e.how == FoldTraditional && f.simplified == 0 {
			continue
		}
		if n := len(out); n > 0 && out[n-1].how == e.how && e.span.Start <= out[n-1].span.End {
			out[n-1].span.End = max(out[n-1].span.End, e.span.End)
			continue
		}
		out = append(out, e)
	}
	f.folds = out
	return out
}

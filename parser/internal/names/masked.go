package names

import (
	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// maxHidden is the greatest number of hidden characters of a name.
const maxHidden = 3

// readMasked returns the end of the partly hidden name at i, or i if there is none: a
// surname and masks, with or without a last character; masks and one or two characters;
// a surname, a character and a star. 某 is a mask.
func (f finder) readMasked(i int) int {
	r := f.Runes
	if hides(r, i) {
		return f.readMaskedHead(i)
	}
	surname := surnames.Len(r[i:])
	if surname == 0 {
		if !runes.IsHan(r[i]) || !hides(r, i+1) || !hides(r, i+2) || !f.StartsWord(i) {
			return i
		}
		surname = 1
	}
	stars := i + surname
	if endsInStar(r, stars) {
		return stars + 2 // 张三*
	}
	end := hiddenEnd(r, stars)
	if end == stars {
		return i
	}
	if end < len(r) && end-stars < maxHidden && f.mayEnd(end) {
		end++ // 王*明
	}
	return end
}

// endsInStar reports whether there are one character and one star at i.
func endsInStar(r []rune, i int) bool {
	return i+1 < len(r) && !hides(r, i) && runes.IsHan(r[i]) && r[i+1] == '*' && !hides(r, i+2)
}

// readMaskedHead returns the end of the name at i that begins with masks: *小明, **丰.
func (f finder) readMaskedHead(i int) int {
	r := f.Runes
	stars := hiddenEnd(r, i)
	if f.isGivenName(stars) {
		return stars + 2 // *建国，
	}
	end := stars
	for end < len(r) && end-stars < 2 && f.mayEnd(end) {
		end++
	}
	if end == stars || r[i] == '某' {
		return i
	}
	return end
}

// hiddenEnd returns the end of the masks at i.
func hiddenEnd(r []rune, i int) int {
	end := i
	for end < len(r) && end-i < maxHidden && hides(r, end) {
		end++
	}
	return end
}

// isGivenName reports whether the two characters at i are a given name: they are
// followed by a title, by 您 or by no character.
func (f finder) isGivenName(i int) bool {
	r := f.Runes
	if !runes.HanAt(r, i) || !runes.HanAt(r, i+1) || isTitle(r, i) || isTitle(r, i+1) || loadWords().neverLast.Has(r[i+1]) {
		return false
	}
	next := runes.At(r, i+2)
	return !runes.IsHan(next) || next == '您' || next == '你' || isTitle(r, i+2)
}

// mayEnd reports whether the character at rune i may end a partly hidden name: it does
// not begin a cue, a title or a longer word.
func (f finder) mayEnd(i int) bool {
	r := f.Runes
	if !runes.IsHan(r[i]) || isTitle(r, i) || loadWords().neverLast.Has(r[i]) {
		return false
	}
	if runes.HanAt(r, i+1) && !f.StartsWord(i+1) && f.StartsWord(i) && f.Knows(i, i+2) {
		return false // 今日
	}
	t := f.TokenAt(i)
	return t == nil || int(t.Start) != i || t.End-t.Start == 1
}

// hides reports whether r[i] is a mask in a name.
func hides(r []rune, i int) bool {
	switch c := runes.At(r, i); c {
	case '某':
		return true
	case 'x', 'o':
		next := runes.At(r, i+1)
		return runes.HanAt(r, i-1) && (!runes.IsLetter(next) || next == c && !runes.LetterAt(r, i+2))
	case '~', '…', '·', '_', '#':
		return false
	default:
		return runes.IsMask(c)
	}
}

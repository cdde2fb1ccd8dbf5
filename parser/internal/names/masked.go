package names

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// maxHidden is the greatest number of hidden characters of a name.
const maxHidden = 3

// readMasked returns the end of the partly hidden name at i, after a surname of so many characters,
// or i if there is none. A name is a surname and masks, with or without a last character; masks and
// one or two characters; or a surname, a character and a star. 某 is a mask.
func (f finder) readMasked(i, surname int) int {
	r := f.Runes
	if hides(r, i) {
		return f.readMaskedHead(i)
	}
	if surname == 0 {
		if !f.isHiddenAfter(i) {
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

// isHiddenAfter reports whether the character at i, which is no known surname, may be one before
// two masks. Letters are no such masks here, because they also hide figures: 按xx年.
func (f finder) isHiddenAfter(i int) bool {
	r := f.Runes
	return runes.IsHan(r[i]) && hides(r, i+1) && hides(r, i+2) && !runes.LetterAt(r, i+1) && f.StartsWord(i) &&
		!f.neverLast.Has(r[i]) && !f.neverEnd.Has(r[i]) && !f.Before(scan.BesideName, i+1).Has(scan.LeadsToName)
}

// endsInStar reports whether there are one character and one star at i.
func endsInStar(r []rune, i int) bool {
	return i+1 < len(r) && !hides(r, i) && runes.IsHan(r[i]) && r[i+1] == '*' && !hides(r, i+2)
}

// readMaskedHead returns the end of the name at i that begins with masks: *小明, **丰,
// *阳娜娜, *小*.
func (f finder) readMaskedHead(i int) int {
	r := f.Runes
	stars := hiddenEnd(r, i)
	for given := 2; given <= 3 && given <= 4-(stars-i); given++ {
		if f.isGivenName(stars, stars+given) {
			return stars + given // *建国，
		}
	}
	end := stars
	for end < len(r) && end-stars < 2 && f.mayEnd(end) {
		end++
	}
	if end == stars || r[i] == '某' {
		return i
	}
	if end == stars+1 && stars == i+1 && runes.At(r, end) == '*' {
		end++
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

// isGivenName reports whether f.Runes[i:j] is a given name: a title, 您, a verb or no
// character follows it.
func (f finder) isGivenName(i, j int) bool {
	r := f.Runes
	if !f.mayBeName(i, j) || f.neverLast.Has(r[j-1]) {
		return false
	}
	for k := i; k < j; k++ {
		if isTitle(r, k) {
			return false
		}
	}
	next := runes.At(r, j)
	return !runes.IsHan(next) || next == '您' || next == '你' || isTitle(r, j) ||
		f.After(scan.BesideName, j).Has(scan.Verb|scan.Debts)
}

// mayEnd reports whether the character at rune i may end a partly hidden name: it does
// not begin a cue, a title or a longer word.
func (f finder) mayEnd(i int) bool {
	r := f.Runes
	if !runes.IsHan(r[i]) || isTitle(r, i) || f.neverLast.Has(r[i]) {
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
		first, end := i, i+1
		for first > i-maxHidden && runes.At(r, first-1) == c {
			first--
		}
		for end < first+maxHidden && runes.At(r, end) == c {
			end++
		}
		return runes.HanAt(r, first-1) && !runes.LetterAt(r, end) && !number.IsCounted(r, end)
	case '~', '…', '·', '_', '#':
		return false
	default:
		return runes.IsMask(c)
	}
}

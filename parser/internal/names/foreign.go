package names

import "github.com/dunsms/dunsms/parser/internal/runes"

const (
	maxPart     = 6  // the greatest length of a part of a name with dots, in characters
	maxDots     = 3  // the greatest number of its dots
	leastUndone = 4  // the least length of a name by sound without a dot
	mostUndone  = 10 // the greatest
)

// readForeign returns the end of the name at i that is written by its sound, or i if
// there is none: 阿依古丽·买买提, 阿依古丽.买买提, 阿依古丽买买提. The last part of a name with dots ends
// at a word boundary, a title or a cue. Marks that are no middle dots divide only
// parts that consist of characters of such names; in names with middle dots at least
// half of the characters must be such.
func (f finder) readForeign(i int) int {
	if end := f.readUndotted(i); end > i || !f.dotted {
		return end
	}
	var d dottedName
	end := i
	for end < len(f.Runes) && d.dots <= maxDots && d.part <= maxPart && d.take(f, end) {
		end++
	}
	if !d.isName() {
		return i
	}
	return end
}

// dottedName counts what a name with dots consists of.
type dottedName struct {
	dots, part   int  // the dots, and the characters after the last of them
	foreign, all int  // the characters of names that are written by their sound, and all
	strict       bool // a mark that is no middle dot divides it
}

// take counts the rune at i, and reports whether the name goes on with it.
func (d *dottedName) take(f finder, i int) bool {
	c := f.Runes[i]
	if d.part > 0 && f.isDotAt(f.Runes, i) {
		d.strict = d.strict || !runes.IsMiddleDot(c)
		d.dots, d.part = d.dots+1, 0
		return true
	}
	is := c == '*' && d.dots > 0 || f.foreign.Has(c)
	if !is && (d.strict || !runes.IsHan(c)) || c != '*' && d.dots > 0 && d.part > 0 && !f.mayEnd(i) {
		return false
	}
	if d.part, d.all = d.part+1, d.all+1; is {
		d.foreign++
	}
	return true
}

// isName reports whether what was counted is a name.
func (d *dottedName) isName() bool {
	if d.dots == 0 || d.dots > maxDots || d.part == 0 || d.part > maxPart {
		return false
	}
	if d.strict {
		return d.foreign == d.all && d.part > 1
	}
	return 2*d.foreign >= d.all
}

// readUndotted returns the end of the name at i that is written by its sound, without
// a dot, or i if there is none. A part of it may be hidden.
func (f finder) readUndotted(i int) int {
	end := i
	for end < len(f.Runes) && end-i <= mostUndone && (f.foreign.Has(f.Runes[end]) || end > i && f.Runes[end] == '*') {
		if end > i && f.Runes[end] != '*' && !f.isInWord(end) {
			break
		}
		end++
	}
	if n := end - i; n < leastUndone || n > mostUndone || f.dotted && f.isDotAt(f.Runes, end) {
		return i
	}
	return end
}

// isInWord reports whether the character at rune i begins neither a title nor a cue.
func (f finder) isInWord(i int) bool {
	t := f.TokenAt(i)
	return !isTitle(f.Runes, i) && (t == nil || int(t.Start) != i || t.End-t.Start == 1 || !t.HasMeaning())
}

// hasDot reports whether some name in r may have a dot.
func (w *words) hasDot(r []rune) bool {
	for i, c := range r {
		if !runes.IsWord(c) && w.isDotAt(r, i) {
			return true
		}
	}
	return false
}

// isDotAt reports whether r[i] is a dot between the parts of a name, or a mark that
// stands for one between characters of such names.
func (w *words) isDotAt(r []rune, i int) bool {
	c := runes.At(r, i)
	if c == '.' || c == '-' || c == '。' {
		return w.foreign.Has(runes.At(r, i-1)) && w.foreign.Has(runes.At(r, i+1))
	}
	return runes.IsMiddleDot(c)
}

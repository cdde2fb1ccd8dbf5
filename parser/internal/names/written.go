package names

import "github.com/dunsms/dunsms/parser/internal/lexicon"

// written returns the reasons, at most two, in how a candidate is written. bare is
// set if nothing on one side of it speaks for a name.
func (f finder) written(c *candidate, bare bool) [2]Reason {
	reasons := [2]Reason{NoReason, NoReason}
	switch c.form {
	case masked:
		reasons[0] = WrittenMasked
		return reasons
	case nickname, spaced, surnameOnly, unknown:
		return reasons
	}
	if c.end-c.start >= 3 {
		reasons[0] = WrittenThree
	}
	if !c.foreign && !f.isLabelled(c.start) {
		reasons[1] = f.wordsWithin(c, bare)
	}
	return reasons
}

// isLabelled reports whether a label such as 姓名 and a colon come right before rune i.
func (f finder) isLabelled(i int) bool {
	if i <= f.Body+1 || f.Runes[i-1] != ':' {
		return false
	}
	k := f.EndingAt(i - 1)
	return k >= 0 && f.Tokens[k].Has(lexicon.Debtor)
}

// wordsWithin returns the reason given by words of the dictionary in a candidate.
func (f finder) wordsWithin(c *candidate, bare bool) Reason {
	i := c.start
	word := i + 1
	for word < len(f.Runes) && !f.StartsWord(word) {
		word++
	}
	switch ends := c.end == i+3 && f.Knows(i+1, c.end); {
	case f.Knows(i, c.end):
		return WrittenWord
	case ends && f.particles.Has(f.Runes[i]):
		return WrittenPhrase // 和放心
	case word > i+1 && word < c.end && f.Knows(i, word):
		return WrittenWordBegins // 马上 in 马上还
	case ends && bare && word == i+1 && f.IsBoundary(c.end) && !f.StartsWord(i+2):
		return WrittenWordEnds // 收到 in 于收到
	}
	return NoReason
}

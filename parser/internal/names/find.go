// Package names finds the debtor's name in a line.
package names

import (
	"slices"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// Name is a person's name in a line. The zero Name is no name.
type Name struct {
	Start, End int          // in runes, without 先生 or 女士
	Sex        identity.Sex // what a title next to it says
	Relation   bool         // a word such as 您的朋友 is next to it, so the reader is somebody else
}

// Thresholds in points, see points.tsv. All but the first are for one side of a name.
const (
	enough = 4 // of a name in all
	strong = 4 // by itself, what is on that side would make a name
	firm   = 3 // that side speaks clearly for a name
	fair   = 2 // that side speaks for a name
)

// Find returns the debtor's name: the candidate with the most points, the first of
// equals. ok is false if none has enough. Points are given for how a candidate is
// written, for what comes before it and for what comes after it; see data/points.tsv.
func Find(l *scan.Line) (name Name, ok bool) {
	f := newFinder(l)
	best := enough - 1
	next, end := l.Next(-1), 0 // the first token after i, and the end of the last token before i that can be part of no name
	for i := l.Body; i < len(l.Runes); i++ {
		for ; next < len(l.Tokens) && int(l.Tokens[next].Start) <= i; next = l.Next(next) {
			end = f.endOfOther(next)
		}
		if end > i {
			mask := slices.IndexFunc(l.Runes[i:end], runes.IsMask)
			if mask < 0 {
				i = end - 1
				continue
			}
			i += mask
		}
		if !f.mayBegin(i) || l.SignatureAt(i) >= 0 {
			continue
		}
		c, found := f.at(i, best)
		if !found || f.beginsSignature(i, c.end) {
			continue
		}
		best, ok = c.points, true
		name = Name{c.start, c.end, c.sex, c.relation}
	}
	return name, ok
}

// finder finds names in one line.
type finder struct {
	*scan.Line
	*words
	hasCard bool // there is a card number, so 户名 names the payee
	dotted  bool // there is a dot that a name may have
}

func newFinder(l *scan.Line) finder {
	w := embeddedWords.Get()
	return finder{Line: l, words: w, hasCard: hasCard(l), dotted: w.hasDot(l.Runes)}
}

func hasCard(l *scan.Line) bool {
	for k := range l.Tokens {
		if l.Tokens[k].Kind == scan.Card {
			return true
		}
	}
	return false
}

// beginsSignature reports whether a signature begins with f.Runes[i:j]:
// 【花某呗】尊敬的花某呗用户.
func (f finder) beginsSignature(i, j int) bool {
	for _, g := range f.Signatures {
		if g[1]-g[0] >= j-i && slices.Equal(f.Runes[g[0]:g[0]+j-i], f.Runes[i:j]) {
			return true
		}
	}
	return false
}

// candidate is a piece of the text that may be a name.
type candidate struct {
	form       form
	start, end int
	points     int
	relation   bool
	foreign    bool // written by its sound
	sex        identity.Sex
}

// mayBegin reports whether a name may begin at rune i, which is a mask or is part of no
// other token. It looks at that rune and the one before.
func (f finder) mayBegin(i int) bool {
	c, before := f.Runes[i], f.Rune(i-1)
	if runes.IsMask(c) {
		return hides(f.Runes, i) && !runes.IsMask(before) && !runes.IsAlnum(before) && !f.endsSurname(i)
	}
	if !runes.IsHan(c) || before == '*' || f.isCounted(i) {
		return false
	}
	return f.StartsWord(i) || i > 0 && !runes.IsHan(before) || f.EndingAt(i) >= 0 || f.leadsToName(i)
}

// leadsToName reports whether a name may begin at rune i within one of the cutter's words,
// because of the character before it. If that character and the one at i are a word of the
// dictionary, 户籍, 主任, the rune after i must be hidden.
func (f finder) leadsToName(i int) bool {
	return f.Before(scan.BesideName, i).Has(scan.LeadsToName) && (hides(f.Runes, i+1) || !f.Knows(i-1, i+1))
}

// isCounted reports whether the surname at rune i counts things after a number: 1宗.
func (f finder) isCounted(i int) bool {
	return runes.DigitAt(f.Runes, i-1) && f.counts.Has(f.Runes[i])
}

// endsSurname reports whether a surname ends before rune i, so that a name begins there
// and not at i.
func (f finder) endsSurname(i int) bool {
	return i > f.Body && f.Runes[i] == '*' && surnames.Len(f.Runes[i-1:]) == 1 && f.otherEnd(i-1) == i-1 && f.mayBegin(i-1) &&
		!f.Before(scan.BesideName, i).Has(scan.LeadsToName)
}

// otherEnd returns the end of the token that rune i is part of, if it cannot be part of a
// name, else i.
func (f finder) otherEnd(i int) int {
	if k := f.Prev(f.From(i + 1)); k >= 0 {
		return max(i, f.endOfOther(k))
	}
	return i
}

// endOfOther returns the end of the token at k if it cannot be part of a name, else 0.
func (f finder) endOfOther(k int) int {
	t := &f.Tokens[k]
	if t.Kind == scan.Cue && (t.End-t.Start == 1 || !t.HasMeaning()) {
		return 0
	}
	return int(t.End)
}

// at returns the candidate at rune i with the most points, the first of equals. ok is
// false if none has more points than than.
func (f finder) at(i, than int) (best candidate, ok bool) {
	surname, foreign := surnames.Len(f.Runes[i:]), f.readForeign(i)
	named := surname > 0 || foreign > i || hides(f.Runes, i+1) || runes.IsMask(f.Runes[i])
	if !named && !(f.mayLead(i) && f.mayBeName(i, i+2)) {
		return best, false
	}
	before := f.before(i)
	if left := points(before); !named && left < firm || left+embeddedPoints.Get().most <= than {
		return best, false
	}
	var buf [maxCandidates]candidate
	for _, c := range f.candidates(i, surname, foreign, buf[:0]) {
		if f.weigh(&c, before) && c.points > than && (!ok || c.points > best.points) {
			best, ok = c, true
		}
	}
	return best, ok
}

// weigh gives a candidate its points. It reports whether it may be a name at all.
func (f finder) weigh(c *candidate, before Reason) bool {
	after := f.after(c)
	if after == AfterGuaranteed && before != BeforeSpokenOf {
		after = AfterCue
	}
	left, right := points(before), f.pointsAfter(c, before, after)
	if !f.mayBe(c, after, left, right) {
		return false
	}
	if f.Rune(c.start-1) == '请' && runes.EndsClause(f.Rune(c.end)) {
		right = 0 // 请查收。
	}
	c.relation = toOthers(before) || after == AfterRelation || after == AfterGuaranteed
	c.points = left + right
	for _, p := range f.written(c, left == 0 || right == 0) {
		c.points += points(p)
	}
	return c.form == masked || right > 0 || right == 0 && left >= firm
}

// mayBe reports whether a candidate of the form of c may be a name with so many points
// before and after it.
func (f finder) mayBe(c *candidate, after Reason, left, right int) bool {
	switch c.form {
	case masked:
		return true
	case surnameOnly:
		return after == AfterTitle
	case nickname:
		return left >= strong || left >= firm && right >= fair
	case spaced:
		return left >= firm && (right >= firm || right >= fair && f.Runes[c.start+1] == ' ')
	case unknown:
		if !f.mayBeUnknown(c, left, right) {
			return false
		}
	}
	return !f.neverEnd.Has(f.Runes[c.end-1])
}

// pointsAfter returns the points for what follows a candidate. After 您的朋友 a verb counts
// whatever the word boundaries are: 您的朋友郑某在….
func (f finder) pointsAfter(c *candidate, before, after Reason) int {
	if toOthers(before) && (after == AfterWithin || after == AfterPhone) && f.After(scan.BesideName, c.end).Has(scan.Verb) {
		return points(AfterVerb)
	}
	if after == AfterPhone && points(before) >= firm && f.turnsToReader(c.end) {
		return points(AfterYours)
	}
	return points(after)
}

// turnsToReader reports whether the text goes on with 您 after the phone number that
// follows a name at rune i, so that the name is not a collector's.
func (f finder) turnsToReader(i int) bool {
	i = int(f.TokenAt(i).End)
	for n := 0; n < 2 && (f.Rune(i) == ')' || f.Rune(i) == ':' || f.Rune(i) == ' ' || runes.EndsClause(f.Rune(i))); n++ {
		i++
	}
	return f.Rune(i) == '您' || f.Rune(i) == '你'
}

// toOthers reports whether the reason before a name says that the reader is somebody
// else.
func toOthers(before Reason) bool { return before == BeforeRelation || before == BeforeThirdParty }

// mayBeUnknown reports whether a candidate without a known surname may be a name: it
// follows 姓名 and a colon, or it has enough points before and after it and contains no
// word of the dictionary.
func (f finder) mayBeUnknown(c *candidate, left, right int) bool {
	if left >= strong && f.Rune(c.start-1) == ':' && right >= fair {
		return true
	}
	if left < firm || right < firm {
		return false
	}
	for a := c.start; a < c.end; a++ {
		for b := a + 2; b <= c.end; b++ {
			if f.Knows(a, b) {
				return false
			}
		}
	}
	return right >= strong || c.end-c.start >= 3
}

package scan

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/shape"
)

// shapeAt reads the shape at i and returns its end, or i if there is none. What a cue
// before it says takes precedence: the digits of 合同号 20240301 are not a date.
func (l *Line) shapeAt(i int) int {
	if end := l.chainAt(i); end > i {
		return l.add(Token{Kind: Skipped}, i, end)
	}
	if end := l.shapeOfCue(i); end > i {
		return end
	}
	r := l.Runes
	if end := shape.ReadID(r, i); end > i {
		return l.add(Token{Kind: ID}, i, end)
	}
	if end := l.timeAt(i); end > i {
		return end
	}
	if hides(r[i]) && !l.masksAmount(i) {
		return i
	}
	a, end := number.ReadAmountUnder(r, i, l.headingOf(i))
	if end > i && a.Marked {
		return l.addAmount(Amount, a, i, end)
	}
	if end == i {
		if end := l.headingAt(i); end > i {
			return end
		}
	}
	if end := l.contactAt(i); end > i {
		return end
	}
	return l.bareAt(a, i, end)
}

// bareAt adds the number a, at runes [i, end), which is an amount only if words near it
// say so. It returns its end, or i if it adds nothing.
func (l *Line) bareAt(a number.Amount, i, end int) int {
	if a.Points && !l.followsDebt(i) {
		if !runes.IsDigit(l.Runes[i]) {
			return i
		}
		a = number.Amount{}
	}
	if end > i && l.mayCount(a, i, end) && !l.labelOf(i).Has(Counts) {
		return l.addAmount(Number, a, i, end)
	}
	return i
}

// timeAt reads a date, a time of day, a rate or a duration at i. A lunar date is skipped.
func (l *Line) timeAt(i int) int {
	r := l.Runes
	if d, end := calendar.ReadDate(r, i); end > i {
		return l.addDate(d, i, end)
	}
	if end := calendar.ReadLunar(r, i); end > i {
		return l.add(Token{Kind: Skipped}, i, end)
	}
	if end := calendar.ReadTime(r, i); end > i {
		return l.add(Token{Kind: Skipped}, i, end)
	}
	if end := calendar.ReadRate(r, i); end > i {
		return l.add(Token{Kind: Skipped}, i, end)
	}
	if d, end := calendar.ReadDuration(r, i); end > i {
		l.Durations = append(l.Durations, d)
		return l.add(Token{Kind: Duration, Ref: int32(len(l.Durations) - 1)}, i, end)
	}
	return i
}

// contactAt reads a phone number or a bank card number at i.
func (l *Line) contactAt(i int) int {
	r := l.Runes
	if p, end := shape.ReadPhone(r, i); end > i {
		return l.add(Token{Kind: Phone, Phone: p.Class}, i, end)
	}
	if end := shape.ReadCard(r, i); end > i {
		return l.add(Token{Kind: Card}, i, end)
	}
	if end := shape.ReadLocalPhone(r, i); end > i {
		if c := l.cueOf(i); c != nil && (c.Senses&lexicon.CallInfo != 0 || c.Mentions&lexicon.AskCallNumber != 0) {
			return l.add(Token{Kind: Phone, Phone: shape.PhoneLandline}, i, end)
		}
	}
	return i
}

// followsDebt reports whether a cue before i names what is owed, so that 分 after the
// number at i is fen; it is points in 学分还欠2分.
func (l *Line) followsDebt(i int) bool {
	const near = 8
	before := i
	if l.headingOf(i).Direct {
		before = int(l.heading.start) // 欠款(分):300
	}
	if slices.Contains(l.Runes[max(0, before-near):before], '分') {
		return false
	}
	c := l.cueOf(i)
	return c != nil && c.Role != 0 && c.Senses&lexicon.Weak == 0 && !slices.Contains(ofNoDebt(), c.Role)
}

// ofNoDebt are the roles of amounts that belong to no debt.
var ofNoDebt = sync.OnceValue(func() (roles []lexicon.Role) {
	for _, name := range [...]string{"balance", "credit_limit", "discount", "other"} {
		roles = append(roles, lexicon.RoleOf(name))
	}
	return roles
})

// continuesNumber reports whether the digits at i continue, after a dash, a number that
// should be an amount but was not understood: 2元 in 欠95188-2元, but not in 订单95188-2元.
func (l *Line) continuesNumber(i int) bool {
	if !runes.IsDash(l.Rune(i-1)) || !runes.DigitAt(l.Runes, i-2) {
		return false
	}
	first := i - 2
	for first > 0 && i-first < runes.HiddenReach && (runes.IsDash(l.Runes[first-1]) || runes.IsDigit(l.Runes[first-1])) {
		first--
	}
	k := len(l.Tokens)
	for p := l.Prev(k); p >= 0 && int(l.Tokens[p].Start) >= first; p = l.Prev(p) {
		k = p
	}
	b := l.CueBefore(k, int32(first))
	return b >= 0 && l.Tokens[b].Role != 0
}

// mayCount reports whether the number l.Runes[i:end] may be an amount or a count. 陆**
// is a name.
func (l *Line) mayCount(a number.Amount, i, end int) bool {
	c := l.Runes[i]
	if a.Precision == number.Masked && runes.IsHan(c) || l.isCell(i, end) {
		return false
	}
	if runes.IsDigit(c) || runes.IsMask(c) || end-i > 1 && l.IsBoundary(i) {
		return true
	}
	cue := l.cueOf(i)
	return cue != nil && cue.Role != 0
}

// isCell reports whether the number l.Runes[i:end], which begins a line and has another
// after a space, is the first cell of a row of a table: the other may be a sum too, or no
// word for a sum ends the line before, or such a word heads another column.
func (l *Line) isCell(i, end int) bool {
	if l.Rune(i-1) != '\n' || l.Rune(end) != ' ' || !runes.DigitAt(l.Runes, end+1) {
		return false
	}
	if next, _ := number.ReadAmount(l.Runes, end+1); next.Precision != "" && !next.Marked {
		return true
	}
	cue := l.cueOf(i)
	if cue == nil || cue.Role == 0 {
		return true
	}
	return l.followsCell(int(cue.Start))
}

// followsCell reports whether a blank, which folding may have dropped, separates the word
// at i from another before it.
func (l *Line) followsCell(i int) bool {
	if l.Rune(i-1) == ' ' {
		return !runes.EndsClause(l.Rune(i - 2))
	}
	return i > 0 && l.End[i-1] < l.Start[i] && strings.ContainsFunc(l.Source[l.End[i-1]:l.Start[i]], unicode.IsSpace)
}

// masksAmount reports whether the masks at i are part of an amount: **34.56元, ****元.
// Those of a name are not.
func (l *Line) masksAmount(i int) bool {
	for i < len(l.Runes) && hides(l.Runes[i]) {
		i++
	}
	switch c := l.Rune(i); c {
	case '.', '元', '万', '千', '百', '仟', '佰', '块':
		return true
	default:
		return runes.IsDigit(c)
	}
}

// hides reports whether c is a mask or the question mark that stands for what could not
// be encoded.
func hides(c rune) bool { return runes.IsMask(c) || c == '?' }

// addDate adds the date d, at runes [i, end). One that is said to be lunar is skipped.
func (l *Line) addDate(d calendar.Date, i, end int) int {
	if after, lunar := calendar.SaysLunar(l.Runes, end); lunar {
		return l.add(Token{Kind: Skipped}, i, after)
	}
	l.Dates = append(l.Dates, d)
	return l.add(Token{Kind: Date, Ref: int32(len(l.Dates) - 1)}, i, end)
}

// addAmount adds the amount a, at runes [i, end). If it is not of yuan, or is only the end
// of a number, it is skipped.
func (l *Line) addAmount(kind Kind, a number.Amount, i, end int) int {
	if a.Precision == "" || kind == Amount && l.continuesNumber(i) {
		return l.add(Token{Kind: Skipped}, i, end)
	}
	l.Amounts = append(l.Amounts, a)
	l.heading.valued = true
	return l.add(Token{Kind: kind, Ref: int32(len(l.Amounts) - 1)}, i, end)
}

// cueOf returns the cue whose value begins at rune i, or nil. All tokens so far must
// end before i.
func (l *Line) cueOf(i int) *Token {
	if k := l.CueBefore(len(l.Tokens), int32(i)); k >= 0 {
		return &l.Tokens[k]
	}
	return nil
}

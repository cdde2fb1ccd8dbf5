package scan

import (
	"slices"
	"sync"

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
	a, end := number.ReadAmount(r, i)
	if end > i && a.Marked {
		return l.addAmount(Amount, a, i, end)
	}
	if end := l.contactAt(i); end > i {
		return end
	}
	if a.Points && !l.followsDebt(i) {
		if !runes.IsDigit(r[i]) {
			return i
		}
		a = number.Amount{}
	}
	if end > i && l.mayCount(a, i, end) {
		return l.addAmount(Number, a, i, end)
	}
	return i
}

// timeAt reads a date, a time of day, a rate or a duration at i.
func (l *Line) timeAt(i int) int {
	r := l.Runes
	if d, end := calendar.ReadDate(r, i); end > i {
		return l.addDate(d, i, end)
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
// number at i are fen, and not points as in 学分还欠2分.
func (l *Line) followsDebt(i int) bool {
	const near = 8
	if slices.Contains(l.Runes[max(0, i-near):i], '分') {
		return false
	}
	c := l.cueOf(i)
	return c != nil && c.Role != 0 && c.Senses&lexicon.Weak == 0 && !slices.Contains(notOwed(), c.Role)
}

// notOwed are the roles of amounts that are not owed.
var notOwed = sync.OnceValue(func() (roles []lexicon.Role) {
	for _, name := range [...]string{"balance", "credit_limit", "discount", "other"} {
		roles = append(roles, lexicon.RoleOf(name))
	}
	return roles
})

// mayCount reports whether the number l.Runes[i:end] may be an amount or a count. 陆**
// is a name.
func (l *Line) mayCount(a number.Amount, i, end int) bool {
	c := l.Runes[i]
	if a.Precision == number.Masked && runes.IsHan(c) {
		return false
	}
	if runes.IsDigit(c) || runes.IsMask(c) || end-i > 1 && l.IsBoundary(i) {
		return true
	}
	cue := l.cueOf(i)
	return cue != nil && cue.Role != 0
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

// addDate adds the date d, at runes [i, end).
func (l *Line) addDate(d calendar.Date, i, end int) int {
	l.Dates = append(l.Dates, d)
	return l.add(Token{Kind: Date, Ref: int32(len(l.Dates) - 1)}, i, end)
}

// addAmount adds the amount a, at runes [i, end). One that is not of yuan is skipped.
func (l *Line) addAmount(kind Kind, a number.Amount, i, end int) int {
	if a.Precision == "" {
		return l.add(Token{Kind: Skipped}, i, end)
	}
	l.Amounts = append(l.Amounts, a)
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

// shapeOfCue reads a shape that only the cue before it gives a meaning: the last digits
// of an ID number, a contract number, a handle, a fax number.
func (l *Line) shapeOfCue(i int) int {
	const asked = lexicon.Tail | lexicon.AccountContract | lexicon.AccountOrder | lexicon.AccountWeChat | lexicon.AccountQQ |
		lexicon.AccountAlipay | lexicon.Fax | lexicon.Card | lexicon.Due | lexicon.Limit | lexicon.DebtorPhone
	c := l.cueOf(i)
	if c == nil || c.Senses&asked == 0 {
		return i
	}
	r, says := l.Runes, c.Meaning
	switch {
	case says.Senses&lexicon.Tail != 0:
		first := l.skipMasks(i)
		if end := shape.ReadIDTail(r, first); end > first {
			return l.add(Token{Kind: Tail, Meaning: says}, first, end)
		}
	case says.Senses&(lexicon.AccountContract|lexicon.AccountOrder) != 0:
		if end := shape.ReadSerial(r, i); end > i {
			return l.add(Token{Kind: Serial, Meaning: says}, i, end)
		}
	case says.Senses&(lexicon.AccountWeChat|lexicon.AccountQQ|lexicon.AccountAlipay) != 0:
		if end := shape.ReadHandle(r, i, handleOf(says.Senses)); end > i {
			return l.add(Token{Kind: Serial, Meaning: says}, i, end)
		}
	case says.Senses&lexicon.Fax != 0:
		return l.faxAt(i)
	case says.Senses&lexicon.DebtorPhone != 0:
		return l.phoneTailAt(i)
	case says.Senses&lexicon.Card != 0:
		return l.cardAt(c, i)
	default:
		return l.dueAt(i)
	}
	return i
}

// faxAt skips a fax number at i.
func (l *Line) faxAt(i int) int {
	if _, end := shape.ReadPhone(l.Runes, i); end > i {
		return l.add(Token{Kind: Skipped}, i, end)
	}
	if end := shape.ReadLocalPhone(l.Runes, i); end > i {
		return l.add(Token{Kind: Skipped}, i, end)
	}
	return i
}

// phoneTailAt reads the last digits of the debtor's phone number after masks alone:
// 登记手机****1234.
func (l *Line) phoneTailAt(i int) int {
	first := l.skipMasks(i)
	if first == i {
		return i
	}
	if end := shape.ReadIDTail(l.Runes, first); end > first {
		return l.add(Token{Kind: Tail, Meaning: lexicon.Meaning{Senses: lexicon.DebtorPhone}}, first, end)
	}
	return i
}

// cardAt reads a card number after its cue, or the last digits of one. A remark between
// them makes the digits something else: 信用卡（尾号1234）2024年9月.
func (l *Line) cardAt(cue *Token, i int) int {
	if end := shape.ReadCard(l.Runes, i); end > i {
		return l.add(Token{Kind: Card}, i, end)
	}
	if end := runes.DigitsWithin(l.Runes, i, 4); end == i+4 && l.IsFiller(cue.End, int32(i)) && !number.IsCounted(l.Runes, end) {
		return l.add(Token{Kind: Tail, Meaning: lexicon.Meaning{Senses: lexicon.Card}}, i, end)
	}
	return i
}

// dueAt reads a date after a cue such as 还款日, which may be as short as 12-13.
func (l *Line) dueAt(i int) int {
	if d, end := calendar.ReadDate(l.Runes, i); end > i {
		return l.addDate(d, i, end)
	}
	if d, end := calendar.ReadMonthDay(l.Runes, i); end > i {
		return l.addDate(d, i, end)
	}
	return i
}

// skipMasks returns i moved over the masks of 尾号****1234.
func (l *Line) skipMasks(i int) int {
	const most = 16
	for n := 0; n < most && runes.IsMask(l.Rune(i)); n++ {
		i++
	}
	return i
}

// handleOf returns the service whose handle follows a cue with the senses s.
func handleOf(s lexicon.Sense) shape.Handle {
	switch {
	case s&lexicon.AccountAlipay != 0:
		return shape.HandleAlipay
	case s&lexicon.AccountWeChat != 0:
		return shape.HandleWeChat
	}
	return shape.HandleQQ
}

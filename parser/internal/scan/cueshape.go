package scan

import (
	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/shape"
)

// shapeOfCue reads a shape that only the cue before it gives a meaning: the last digits
// of an ID number, a contract number, a handle, a fax number.
func (l *Line) shapeOfCue(i int) int {
	const asked = lexicon.Tail | lexicon.AccountContract | lexicon.AccountOrder | lexicon.AccountWeChat | lexicon.AccountQQ |
		lexicon.AccountAlipay | lexicon.Fax | lexicon.Card | lexicon.Due | lexicon.Limit | lexicon.DebtorPhone | lexicon.CallInfo
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
	case says.Senses&(lexicon.Due|lexicon.Limit) == 0:
		return l.userTailAt(i)
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

// userTailAt reads the last digits of a phone number after masks alone if a word says
// that they are the reader's: 手机****1234用户.
func (l *Line) userTailAt(i int) int {
	first := l.skipMasks(i)
	if end := shape.ReadIDTail(l.Runes, first); end > first && first > i && l.After(BesidePhone, end).Has(OwnPhone) {
		return l.phoneTailAt(i)
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

// dueAt reads a date after a cue such as 还款日, which may be as short as 12-13, or
// 26/03/20.
func (l *Line) dueAt(i int) int {
	if d, end := calendar.ReadDate(l.Runes, i); end > i {
		return l.addDate(d, i, end)
	}
	if d, end := calendar.ReadShortDate(l.Runes, i); end > i {
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

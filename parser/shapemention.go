package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// addShapes adds what shapes say by themselves: a number after 打 is to be called, a
// chat account to be added, a whole card number to be paid to; a time limit in hours
// and a daily rate are signals.
func (m *mentions) addShapes(l *scan.Line) {
	contact, transfer := m.hasAsk(AskAddContact), m.hasAsk(AskTransfer)
	for k := range l.Tokens {
		t := &l.Tokens[k]
		switch t.Kind {
		case scan.Serial:
			m.addLookAlike(l, k)
			if !contact && t.Senses&(lexicon.AccountWeChat|lexicon.AccountQQ) != 0 {
				contact = true
				m.shaped |= lexicon.AskAddContact
				m.asks = appendMention(m.asks, Ask{AskAddContact, foundToken(l, k)})
			}
		case scan.Phone:
			m.addCall(l, k)
		case scan.Card:
			if !transfer && isPayee(l, t) {
				transfer = true
				m.shaped |= lexicon.AskTransfer
				m.asks = appendMention(m.asks, Ask{AskTransfer, foundToken(l, k)})
			}
		case scan.Duration:
			m.addDeadline(l, k)
		case scan.Skipped:
			m.addRate(l, k)
		}
	}
}

// addCall adds an ask for the 打 right before the phone number at k.
func (m *mentions) addCall(l *scan.Line, k int) {
	i := int(l.Tokens[k].Start) - 1
	if l.Before(scan.BesidePhone, i+1).Has(scan.ToCall) && l.StartsWord(i) && !isDebtorPhone(l, k) {
		m.shaped |= lexicon.AskCallNumber
		m.asks = appendMention(m.asks, Ask{AskCallNumber, found(l, i, i+1)})
	}
}

// addDeadline adds a signal for the duration at k if it is a limit in hours.
func (m *mentions) addDeadline(l *scan.Line, k int) {
	if _, hours, ok := timeLimit(l, &l.Tokens[k]); ok && hours > 0 {
		m.signals = appendMention(m.signals, Signal{Type: SignalDeadlineHours, Found: foundToken(l, k)})
	}
}

// addRate adds a signal for the rate at k, with the cue before it, if the cue says that
// the rate is daily.
func (m *mentions) addRate(l *scan.Line, k int) {
	t := &l.Tokens[k]
	if b := l.CueBefore(k, t.Start); b >= 0 && l.Tokens[b].Has(lexicon.DailyRate) {
		m.signals = appendMention(m.signals, Signal{Type: SignalDailyRate, Found: found(l, int(l.Tokens[b].Start), int(t.End))})
	}
}

// addLookAlike adds a signal for the word before the handle at k if it stands in place
// of 微信: 威信, which no handle follows otherwise.
func (m *mentions) addLookAlike(l *scan.Line, k int) {
	t := &l.Tokens[k]
	b := l.CueBefore(k, t.Start)
	if b < 0 || t.Senses&lexicon.AccountWeChat == 0 {
		return
	}
	if l.Tokens[b].Has(lexicon.LookAlike) {
		m.signals = appendMention(m.signals, Signal{SignalEvasion, FoldLookAlike, foundToken(l, b)})
	}
}

// hasAsk reports whether m has an ask of type a.
func (m *mentions) hasAsk(a AskType) bool {
	return slices.ContainsFunc(m.asks, func(ask Ask) bool { return ask.Type == a })
}

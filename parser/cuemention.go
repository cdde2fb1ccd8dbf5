package parser

import (
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// addCue adds the threats, asks and signals of the cue at k.
func (m *mentions) addCue(l *scan.Line, k int) {
	t := &l.Tokens[k]
	found := foundToken(l, k)
	denied := isDenied(l, k)
	for rest := t.Mentions; rest != 0; {
		bit := rest & -rest
		var group lexicon.Group
		var word string
		rest, group, word = rest.Next()
		switch group {
		case lexicon.Threat:
			if deniesThreat(l, k) {
				m.denied |= bit
			} else if isThreat(l, k, bit) {
				m.threats = appendMention(m.threats, Threat{ThreatType(word), found})
				m.say(t, bit)
			}
		case lexicon.Ask:
			switch {
			case !denied && isAsk(l, k, bit):
				m.asks = appendMention(m.asks, Ask{AskType(word), found})
				m.say(t, bit)
			case denied || bit&needsHandle == 0:
				m.denied |= bit
			}
		case lexicon.Signal:
			if !denied || bit&neverDenied != 0 {
				m.signals = appendMention(m.signals, Signal{Type: SignalType(word), Found: found})
				m.say(t, bit)
			}
		}
	}
}

// needsHandle are the asks whose cues are passed over if no number or link is near. That
// does not count as denied.
const needsHandle = lexicon.AskCallNumber | lexicon.AskClickLink

// say notes that the cue t makes a mention.
func (m *mentions) say(t *scan.Token, bit lexicon.Mention) {
	m.said |= bit
	if t.Added {
		m.added |= bit
	}
}

// neverDenied are the signals whose words are negative themselves: 请忽略, 退订.
const neverDenied = lexicon.SignalIfPaidIgnore | lexicon.SignalNotYouIgnore | lexicon.SignalOptOut

// deniesThreat reports whether the threat at k is no threat: it is denied, 绝不上门, 免上门 (but
// not 以免上门), or says why the debtor was not reached, 您手机停机.
func deniesThreat(l *scan.Line, k int) bool {
	return l.MeantBefore(k, lexicon.Meaning{Senses: lexicon.Never}) ||
		l.Before(scan.BesideThreat, int(l.Tokens[k].Start)).Has(scan.Negated|scan.OwnPhone)
}

// isThreat reports whether the cue at k means the threat that it names. 立案 by the
// police is not a lawsuit.
func isThreat(l *scan.Line, k int, threat lexicon.Mention) bool {
	t := &l.Tokens[k]
	switch threat {
	case lexicon.ThreatLawsuit:
		return !t.Has(lexicon.CaseFiled) || !clauseMentions(l, k, lexicon.ThreatPolice)
	case lexicon.ThreatBlacklist:
		return !t.HasMention(lexicon.SignalInsult) // 老赖 alone names no list
	}
	return true
}

// isAsk reports whether the cue of an ask at k comes with its object: a number to call, a
// link to open.
func isAsk(l *scan.Line, k int, ask lexicon.Mention) bool {
	switch ask {
	case lexicon.AskCallNumber:
		return follows(l, k, 20, scan.Phone) || precedes(l, k, 3, scan.Phone) || encloses(l, k, scan.Phone)
	case lexicon.AskClickLink:
		return follows(l, k, 14, scan.Link) || precedes(l, k, 6, scan.Link)
	case lexicon.AskTransfer:
		return isTransfer(l, k)
	case lexicon.AskOpenOfficialApp:
		return !clauseMentions(l, k, lexicon.AskDownloadApp) && !isNotToOpen(l, k)
	case lexicon.AskScanCode:
		return !isDoneTransfer(l, k)
	case lexicon.AskReply:
		return !l.Tokens[k].Has(lexicon.ReplyWord) || hasReplyWord(l, int(l.Tokens[k].End)) || isPlea(l, k)
	}
	return true
}

// isNotToOpen reports whether the words around the app at k say that it is out of use, or
// only mention it: App维护中, 以App为准.
func isNotToOpen(l *scan.Line, k int) bool {
	start, end := int(l.Tokens[k].Start), int(l.Tokens[k].End)
	return (l.Before(scan.BesideApp, start) | l.After(scan.BesideApp, end)).Has(scan.NotToOpen)
}

// follows reports whether a token of the given kind begins at most within runes after
// the cue at k, in the same sentence. The debtor's own phone number does not count.
func follows(l *scan.Line, k int, within int32, kind scan.Kind) bool {
	t := &l.Tokens[k]
	for b := l.Next(k); b < len(l.Tokens); b = l.Next(b) {
		c := &l.Tokens[b]
		if c.Start < t.End {
			continue
		}
		if c.Start-t.End > within || c.Sentence != t.Sentence {
			break
		}
		if c.Kind == kind && !isDebtorPhone(l, b) {
			return true
		}
	}
	return false
}

// encloses reports whether a token of the given kind begins within the phrase at k.
func encloses(l *scan.Line, k int, kind scan.Kind) bool {
	end := l.Tokens[k].End
	for b := l.Next(k); b < len(l.Tokens) && l.Tokens[b].Start < end; b = l.Next(b) {
		if l.Tokens[b].Kind == kind && !isSaidOwnPhone(l, b) {
			return true
		}
	}
	return false
}

// precedes reports whether a token of the given kind ends at most within runes before
// the cue at k.
func precedes(l *scan.Line, k int, within int32, kind scan.Kind) bool {
	start := l.Tokens[k].Start
	for b := l.Prev(k); b >= 0 && start-l.Tokens[b].End <= within; b = l.Prev(b) {
		if l.Tokens[b].Kind == kind && !isSaidOwnPhone(l, b) {
			return true
		}
	}
	return false
}

// isDenied reports whether the cue at k is negated: a word such as 勿 comes before it
// in its clause or is part of it, or the next clause says 请勿理会.
func isDenied(l *scan.Line, k int) bool {
	t := &l.Tokens[k]
	for b, n := l.Prev(k), 0; b >= 0 && n < lookBack && l.Tokens[b].Clause == t.Clause; b, n = l.Prev(b), n+1 {
		if l.Tokens[b].Has(lexicon.Not) {
			return true
		}
	}
	first := k
	if t.Phrase {
		first = l.Next(k)
	}
	for b, n := first, 0; b < len(l.Tokens) && n < lookBack && l.Tokens[b].Clause <= t.Clause+1; b, n = l.Next(b), n+1 {
		c := &l.Tokens[b]
		if !c.Has(lexicon.Not) {
			continue
		}
		if c.Start < t.End || c.Clause == t.Clause && t.Mentions&lexicon.AskGiveCode != 0 || isDismissed(l, int(c.End)) {
			return true
		}
	}
	return false
}

// isDismissed reports whether the denial that ends at rune i tells the reader to ignore
// something: 请勿理会.
func isDismissed(l *scan.Line, i int) bool {
	return l.After(scan.BesideDenial, i).Has(scan.Dismissed) || l.Before(scan.BesideDenial, i).Has(scan.Dismissed)
}

// clauseMentions reports whether some cue in the clause of the token at k has one of
// the mentions.
func clauseMentions(l *scan.Line, k int, m lexicon.Mention) bool {
	if l.MeantBefore(k, lexicon.Meaning{Mentions: m}) {
		return true
	}
	clause := l.Tokens[k].Clause
	for b, n := k, 0; b < len(l.Tokens) && n < lookBack && l.Tokens[b].Clause == clause; b, n = l.Next(b), n+1 {
		if !l.Tokens[b].Phrase && l.Tokens[b].HasMention(m) {
			return true
		}
	}
	return false
}

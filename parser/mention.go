package parser

import (
	"cmp"
	"slices"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// findMentions lists the threats, asks and signals.
func (s *reading) findMentions(n *Notice) {
	for k := range s.items {
		if it := &s.items[k]; it.kind == itemCue {
			s.mention(n, it, k)
		}
	}
	for k := range s.phrases {
		s.mention(n, &s.phrases[k], s.itemAtRune(s.phrases[k].start))
	}
	s.findShapeMentions(n)
	for _, e := range s.Evasions {
		n.Signals = withRoom(n.Signals, Signal{SignalEvasion, Fold(e.Way), Found{s.Source[e.Start:e.End], Span{e.Start, e.End}}})
	}
	n.Threats = tidy(n.Threats, func(t Threat) mentionKey { return mentionKey{string(t.Type), "", t.Span} })
	n.Asks = tidy(n.Asks, func(a Ask) mentionKey { return mentionKey{string(a.Type), "", a.Span} })
	n.Signals = tidy(n.Signals, func(g Signal) mentionKey { return mentionKey{string(g.Type), string(g.Fold), g.Span} })
}

// mentionKey is what tells threats, asks and signals apart.
type mentionKey struct {
	kind, fold string
	Span
}

// tidy orders what was found by span and drops what lies within another of its
// type.
func tidy[T any](found []T, key func(T) mentionKey) []T {
	slices.SortStableFunc(found, func(a, b T) int {
		x, y := key(a), key(b)
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End), cmp.Compare(x.kind, y.kind), cmp.Compare(x.fold, y.fold))
	})
	out := found[:0]
	for i := range found {
		k, within := key(found[i]), false
		for j := len(out) - 1; j >= 0 && !within && j >= len(out)-8; j-- {
			o := key(out[j])
			within = o.kind == k.kind && o.fold == k.fold && o.End >= k.End
		}
		if !within {
			out = append(out, found[i])
		}
	}
	return out
}

// mention adds what one cue says; k is its place among the items.
func (s *reading) mention(n *Notice, it *item, k int) {
	if it.means&(meansThreats|meansAsks|meansSignals) == 0 {
		return
	}
	found := s.found(int(it.start), int(it.end))
	denied := s.denied(it, k)
	for i, t := range threatTypes {
		if it.means&(meansThreat<<i) != 0 && !s.unthreatened(it, k) && !(t == ThreatLawsuit && s.isPoliceCase(it, k)) {
			n.Threats = withRoom(n.Threats, Threat{t, found})
		}
	}
	for i, t := range askTypes {
		if bit := meansAsk << i; it.means&bit != 0 && !denied && s.asks(bit, it, k) {
			n.Asks = withRoom(n.Asks, Ask{t, found})
		}
	}
	for i, t := range signalTypes {
		if it.means&(meansSignal<<i) != 0 && (!denied || t == SignalIfPaidIgnore || t == SignalNotYouIgnore || t == SignalOptOut) {
			n.Signals = withRoom(n.Signals, Signal{Type: t, Found: found})
		}
	}
}

// denied tells whether a cue is turned round: 勿 and the like stand before it in
// its clause or within it, or the clause behind it says 请勿理会.
func (s *reading) denied(it *item, k int) bool {
	for b := k - 1; b >= max(0, k-lookBack) && s.items[b].clause == it.clause; b-- {
		if s.denies(b) {
			return true
		}
	}
	for b := k; b < len(s.items) && s.items[b].start < it.end; b++ { // within a phrase
		if s.denies(b) {
			return true
		}
	}
	for b := k; b < min(len(s.items), k+lookBack) && s.items[b].clause <= it.clause+1; b++ {
		c := &s.items[b]
		if c.start >= it.end && s.denies(b) && (c.clause == it.clause && it.means&meansGiveCode != 0 || s.dismisses(int(c.end))) {
			return true
		}
	}
	return false
}

// denies tells whether the cue at items[k] turns an ask round. A bare 不 does not:
// 不转到支付宝就….
func (s *reading) denies(k int) bool {
	c := &s.items[k]
	return c.has(meansNot) && !(c.end-c.start == 1 && s.Runes[c.start] == '不')
}

// dismisses tells whether what stands at rune i says to pay no heed.
func (s *reading) dismisses(i int) bool {
	for _, w := range [...]string{"理会", "相信", "轻信", "操作", "诈骗", "受理", "入账"} {
		if s.wordAt(i, w) {
			return true
		}
	}
	return s.wordAt(i-2, "诈骗")
}

// unthreatened tells whether 不会 and the like stand before a threat. 为不影响征信
// is one all the same.
func (s *reading) unthreatened(it *item, k int) bool {
	for b := k - 1; b >= max(0, k-lookBack) && s.items[b].clause == it.clause; b-- {
		if c := &s.items[b]; c.has(meansNot) && c.end-c.start == 2 && (s.wordAt(int(c.start), "不会") || s.wordAt(int(c.start), "绝不") || s.wordAt(int(c.start), "从不")) {
			return true
		}
	}
	return false
}

// isPoliceCase tells whether 立案 is what the police do: 移送经侦立案.
func (s *reading) isPoliceCase(it *item, k int) bool {
	return s.wordAt(int(it.start), "立案") && s.clauseHas(it, k, meansPolice)
}

// asks tells whether a cue of an ask comes with what it is about: a number to
// call, a link to tap, somebody to pay.
func (s *reading) asks(bit meaning, it *item, k int) bool {
	switch bit {
	case meansCall:
		return s.follows(it, k, 20, itemPhone) || s.precedes(it, k, 3, itemPhone) || s.holds(it, k, itemPhone)
	case meansClick:
		return s.follows(it, k, 14, itemLink) || s.precedes(it, k, 6, itemLink)
	case meansAddContact:
		return true
	case meansOpenOfficialApp:
		return !s.clauseHas(it, k, meansDownload)
	}
	return true
}

// follows tells whether an item of a kind stands behind a cue, in its sentence
// and within some runes.
func (s *reading) follows(it *item, k int, within int32, kind itemKind) bool {
	for ; k < len(s.items); k++ {
		c := &s.items[k]
		if c.start < it.end {
			continue
		}
		if c.start-it.end > within || c.sentence != it.sentence {
			break
		}
		if c.kind == kind && c.means&meansDebtorPhone == 0 {
			return true
		}
	}
	return false
}

// holds tells whether an item of a kind lies within a phrase.
func (s *reading) holds(it *item, k int, kind itemKind) bool {
	for ; k < len(s.items) && s.items[k].start < it.end; k++ {
		if s.items[k].kind == kind {
			return true
		}
	}
	return false
}

func (s *reading) precedes(it *item, k int, within int32, kind itemKind) bool {
	for b := k - 1; b >= 0 && it.start-s.items[b].end <= within; b-- {
		if s.items[b].kind == kind {
			return true
		}
	}
	return false
}

func (s *reading) clauseHas(it *item, k int, means meaning) bool {
	for b := k - 1; b >= max(0, k-lookBack) && s.items[b].clause == it.clause; b-- {
		if s.items[b].has(means) {
			return true
		}
	}
	for b := k; b < min(len(s.items), k+lookBack) && s.items[b].clause == it.clause; b++ {
		if s.items[b].has(means) {
			return true
		}
	}
	return false
}

// findShapeMentions adds what shapes say by themselves: a number behind 打 is to be
// called, a chat account to be added, a whole card to be paid, a limit in hours, a rate a day.
func (s *reading) findShapeMentions(n *Notice) {
	contact, transfer := hasAsk(n, AskAddContact), hasAsk(n, AskTransfer)
	for k := range s.items {
		it := &s.items[k]
		switch it.kind {
		case itemSerial:
			if b := s.before(k, it.start); b >= 0 && it.means&meansWeChat != 0 && runes.IsHan(s.Runes[s.items[b].start]) && !s.hasRune(&s.items[b], '微') && s.hasRune(&s.items[b], '信') {
				b := &s.items[b] // 威信: a word of its own, and no handle follows that
				n.Signals = withRoom(n.Signals, Signal{SignalEvasion, FoldLookAlike, s.found(int(b.start), int(b.end))})
			}
			if it.means&(meansWeChat|meansQQ) != 0 && !contact {
				contact = true
				n.Asks = withRoom(n.Asks, Ask{AskAddContact, s.found(int(it.start), int(it.end))})
			}
		case itemPhone:
			if i := int(it.start) - 1; runes.At(s.Runes, i) == '打' && s.starts[i] && it.means&meansDebtorPhone == 0 {
				n.Asks = withRoom(n.Asks, Ask{AskCallNumber, s.found(i, i+1)})
			}
		case itemCard:
			if !transfer && s.isPayee(k) {
				transfer = true
				n.Asks = withRoom(n.Asks, Ask{AskTransfer, s.found(int(it.start), int(it.end))})
			}
		case itemDuration:
			if _, hours, ok := s.timeLimit(k); ok && hours > 0 {
				n.Signals = withRoom(n.Signals, Signal{Type: SignalDeadlineHours, Found: s.found(int(it.start), int(it.end))})
			}
		case itemSkipped:
			if b := s.before(k, it.start); b >= 0 && s.items[b].has(meansDailyRate) {
				n.Signals = withRoom(n.Signals, Signal{Type: SignalDailyRate, Found: s.found(int(s.items[b].start), int(it.end))})
			}
		}
	}
}

// isPayee tells whether the card at items[k] is to be paid: it is whole, and no
// word says that it is the debtor's own.
func (s *reading) isPayee(k int) bool {
	it := &s.items[k]
	for _, r := range s.Runes[it.start:it.end] {
		if runes.IsMask(r) {
			return false
		}
	}
	for i := int(it.start) - 1; i >= 0 && int(it.start)-i <= 8 && !runes.EndsClause(s.Runes[i]); i-- {
		if s.wordAt(i, "您") || s.wordAt(i, "扣款") || s.wordAt(i, "还款账") || s.wordAt(i, "还款卡") || s.wordAt(i, "绑定") {
			return false
		}
	}
	return true
}

func hasAsk(n *Notice, t AskType) bool {
	return slices.ContainsFunc(n.Asks, func(a Ask) bool { return a.Type == t })
}

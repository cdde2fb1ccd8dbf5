package conduct

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// beijing is the zone of the hours in the rules. China has had no other since
// 1991, so no zone database is needed.
var beijing = time.FixedZone("UTC+8", 8*60*60)

// The hours between which nothing is to be collected.
const (
	nightFrom = 22
	nightTo   = 8
)

// finding is a broken rule and where the text shows it.
type finding struct {
	rule  string
	spans []parser.Span
}

// sayings are the rules that words of the text break by themselves, unless a word of unless makes
// them lawful: in the same sentence or, if whole, anywhere. If there are needs, the text must also
// have a word of one of them.
var sayings = []struct {
	rule   string
	words  meaning
	unless []meaning
	whole  bool
	needs  []meaning
}{
	{ExtraFees, wordFee, []meaning{wordNoFee}, false, nil},
	{FalseConsequence, wordConsequence, []meaning{wordJudgment, wordNoConseq}, true, nil},
	{HomeVisit, wordIntrusion, nil, false, nil},
	{InducedBorrowing, wordBorrow, []meaning{wordNoBorrow}, false, nil},
	{PublicPosting, wordPosting, []meaning{wordNoPosting}, false, nil},
	{RelativeMadeToPay, wordRelative, []meaning{wordNoRelative}, true, []meaning{wordKin}},
	{TakesProperty, wordProperty, []meaning{wordNoProperty}, true, nil},
	{ThreatensHarassment, wordFlood, nil, false, nil},
	{ThreatensViolence, wordBody, nil, false, nil},
}

// findings returns what the message breaks, each rule once, in no particular order.
func (t *Tables) findings(n *parser.Notice, text running, marks marks, at time.Time, addressee identity.Outcome) []finding {
	var out []finding
	if n.Kind == parser.KindOverdue && IsNight(at) {
		out = append(out, finding{NightHours, nil})
	}
	if n.Kind == parser.KindOverdue && n.ThirdParty && addressee != identity.Agree && !marks.has(wordCoDebtor) &&
		(n.Name != nil || n.MaskedID != nil || marks.has(wordSpokenOf) || marks.has(wordKin)) {
		out = append(out, finding{ThirdPersonTold, tells(n, text, marks)})
		if spans := t.presses(n, text, marks); len(spans) > 0 {
			out = append(out, finding{ThirdPersonPressed, spans})
		}
	}
	if spans := t.posing(n, text, marks); len(spans) > 0 {
		out = append(out, finding{PosesAsOrgan, spans})
	}
	if len(marks.all) > 0 {
		out = said(n, text, marks, out)
		out = t.collector(n, text, marks, out)
	}
	return t.mentioned(n, text, marks, out)
}

// said adds the rules that words break by themselves. A reminder of a debt not yet overdue can
// only break the one on consequences this way.
func said(n *parser.Notice, text running, marks marks, out []finding) []finding {
	for _, s := range sayings {
		if !marks.has(s.words) || n.Kind != parser.KindOverdue && s.rule != FalseConsequence {
			continue
		}
		var spans []parser.Span
		var lawful []int // sentences with a word of unless, in order
		for _, m := range marks.all {
			if slices.Contains(s.unless, m.meaning) && (len(lawful) == 0 || lawful[len(lawful)-1] != m.sentence) {
				lawful = append(lawful, m.sentence)
			}
		}
		if s.whole && len(lawful) > 0 || s.needs != nil && !slices.ContainsFunc(s.needs, marks.has) {
			continue
		}
		for _, m := range marks.all {
			if m.meaning != s.words || m.denied {
				continue
			}
			if _, ok := slices.BinarySearch(lawful, m.sentence); !ok {
				spans = append(spans, text.span(m.place))
			}
		}
		if len(spans) > 0 {
			out = append(out, finding{s.rule, spans})
		}
	}
	return out
}

// mentioned adds what the parser found that breaks a rule. What words of the text have already
// shown is not counted twice: a notice on the village wall is not also a threat of another sort.
func (t *Tables) mentioned(n *parser.Notice, text running, marks marks, out []finding) []finding {
	add := func(rule string, f parser.Found) {
		i := slices.IndexFunc(out, func(f finding) bool { return f.rule == rule })
		if i < 0 {
			i = len(out)
			out = append(out, finding{rule: rule})
		}
		out[i].spans = append(out[i].spans, f.Span)
	}
	posted, relatives := spansFound(out, PublicPosting), spansFound(out, RelativeMadeToPay)
	for _, h := range n.Threats {
		switch h.Type {
		case parser.ThreatContactFamily, parser.ThreatContactEmployer, parser.ThreatContactCommunity:
			if t.drawsIn(text.of(h.Found)) && !overlaps(posted, h.Span) && !overlaps(relatives, h.Span) {
				add(ThirdPersonThreat, h.Found)
			}
		case parser.ThreatPublicise:
			s, before := text.of(h.Found)
			if overlaps(posted, h.Span) && !t.contains(wordPublish, plain(s)) {
				continue
			}
			if !t.contains(wordNotice, s) && !t.denies(before) && !t.contains(wordRequest, before) {
				add(ThreatensPublication, h.Found)
			}
		case parser.ThreatHarm:
			if _, before := text.of(h.Found); !t.denies(before) {
				add(ThreatensViolence, h.Found)
			}
		}
	}
	for _, s := range n.Signals {
		switch s.Type {
		case parser.SignalCriminalCharge:
			if _, before := text.of(s.Found); !t.contains(wordNoCharge, s.Text) && !t.denies(before) && !marks.has(wordJudgment) {
				add(CriminalCharge, s.Found)
			}
		case parser.SignalInsult:
			if !t.contains(wordNoInsult, s.Text) {
				add(Insult, s.Found)
			}
		case parser.SignalExtortion:
			folded, before := text.of(s.Found)
			if rule := t.extortion(plain(folded)); rule != "" && !t.denies(before) {
				add(rule, s.Found)
			}
		}
	}
	return out
}

// spansFound returns the tidied spans where a rule is broken.
func spansFound(all []finding, rule string) []parser.Span {
	for i := range all {
		if all[i].rule == rule {
			all[i].spans = tidy(all[i].spans)
			return all[i].spans
		}
	}
	return nil
}

// overlaps reports whether s shares a byte with one of the spans, which are tidy.
func overlaps(spans []parser.Span, s parser.Span) bool {
	i, _ := slices.BinarySearchFunc(spans, s.Start, func(t parser.Span, at int) int { return cmp.Compare(t.End, at+1) })
	return i < len(spans) && spans[i].Start < s.End
}

// drawsIn reports whether words about family, employer or village threaten to draw them in. They
// do not if they request something of the reader, or the reader is the employer, or the contact
// whom the debtor named is only to be asked for the debtor.
func (t *Tables) drawsIn(text, before string) bool {
	switch {
	case t.denies(before), t.contains(wordRequest, before), t.contains(wordAddressed, text):
		return false
	case t.contains(wordContact, text):
		return t.contains(wordTell, text)
	}
	return true
}

// denies reports whether before, the text before a phrase in its clause, negates the phrase.
func (t *Tables) denies(before string) bool {
	return endsInNot(before) || t.contains(wordDenial, before)
}

// endsInNot reports whether the last character of text is a "not".
func endsInNot(text string) bool {
	c, _ := utf8.DecodeLastRuneInString(text)
	switch c {
	case '不', '没', '未', '别', '勿':
		return true
	}
	return false
}

// IsNight reports whether a time is within the hours in which nothing may be collected: from 22:00
// to before 08:00 in China. The zero time is not.
func IsNight(at time.Time) bool {
	if at.IsZero() {
		return false
	}
	h := at.In(beijing).Hour()
	return h >= nightFrom || h < nightTo
}

// tells returns where the message names the debtor or, if it does not, says whose debt it is.
func tells(n *parser.Notice, text running, marks marks) []parser.Span {
	var spans []parser.Span
	if n.Name != nil {
		spans = append(spans, n.Name.Span)
	}
	if n.MaskedID != nil {
		spans = append(spans, n.MaskedID.Span)
	}
	for _, w := range []meaning{wordSpokenOf, wordKin} {
		for _, m := range marks.all {
			if len(spans) == 0 && m.meaning == w {
				spans = append(spans, text.span(m.place))
			}
		}
	}
	return spans
}

// presses returns where somebody other than the debtor is told to pay, asked for money or
// threatened.
func (t *Tables) presses(n *parser.Notice, text running, marks marks) []parser.Span {
	spans := spansOf(text, marks, wordPay)
	for _, h := range n.Threats {
		found, before := text.of(h.Found)
		switch h.Type {
		case parser.ThreatContactFamily, parser.ThreatContactEmployer, parser.ThreatContactCommunity:
			if !t.drawsIn(found, before) {
				continue
			}
		}
		if t.denies(before) {
			continue
		}
		spans = append(spans, h.Span)
	}
	for _, a := range n.Asks {
		if a.Type == parser.AskTransfer {
			spans = append(spans, a.Span)
		}
	}
	return spans
}

// extortion returns which rule a text breaks that the parser marks as extortion, "" if its word
// alone is not enough.
func (t *Tables) extortion(text string) string {
	switch {
	case t.contains(wordPublish, text):
		return ThreatensPublication
	case t.contains(wordHarass, text):
		return ThreatensHarassment
	case t.contains(wordNoViolence, text):
		return ""
	}
	return ThreatensViolence
}

// plain returns text without the marks put between characters to hide a word: 爆.通.讯.录.
func plain(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return c
		}
		return -1
	}, text)
}

// spansOf returns where words of a meaning stand that are not denied.
func spansOf(text running, marks marks, w meaning) []parser.Span {
	if !marks.has(w) {
		return nil
	}
	var out []parser.Span
	for _, m := range marks.all {
		if m.meaning == w && !m.denied {
			out = append(out, text.span(m.place))
		}
	}
	return out
}

// contains reports whether text contains a word of the meaning, which must be one that is looked
// up.
func (t *Tables) contains(m meaning, text string) bool {
	return t.looked != nil && t.looked.In(text, int(m))
}

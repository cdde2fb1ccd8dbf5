package conduct

import (
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// The meanings of the words in data/words.tsv.
const (
	wordCoDebtor = "co_debtor"     // a guarantor or another who owes as well, and so is no third person
	wordContact  = "known_contact" // in a threat to turn to family: no breach
	wordCourt    = "court"         // in a signature: a court, counts only beside a payee
	wordHarass   = "harassment"    // in what the parser calls extortion
	wordNoCharge = "no_charge"     // in what the parser calls a criminal charge
	wordNotice   = "notice"        // in a threat to publish: no breach
	wordNoOrgan  = "no_organ"      // hides an organ's word inside it
	wordOrgan    = "organ"         // in a signature, or after "self": police, procuratorate, another organ
	wordOurOrgan = "our_organ"     // the sender calls itself an organ
	wordPay      = "pay_for"       // somebody else is to pay
	wordPublish  = "publication"   // in what the parser calls extortion: exposure
	wordSelf     = "self"          // says who is speaking
)

var meanings = []string{
	wordCoDebtor, wordContact, wordCourt, wordHarass, wordNoCharge, wordNoOrgan,
	wordNotice, wordOrgan, wordOurOrgan, wordPay, wordPublish, wordSelf,
}

// beijing is the zone of the hours in the rules. China has had no other since
// 1991, so no zone database is needed.
var beijing = time.FixedZone("UTC+8", 8*60*60)

// The hours between which nothing is to be collected.
const (
	nightFrom = 22
	nightTo   = 8
)

// finding is a rule that is broken and where the text shows it.
type finding struct {
	rule  string
	spans []parser.Span
}

// findings returns what the message breaks, in no order.
func (t *Tables) findings(n *parser.Notice, at time.Time, addressee identity.Outcome) []finding {
	var out []finding
	text := runningText(n)
	if n.Kind == parser.KindOverdue && isNight(at) {
		out = append(out, finding{NightHours, nil})
	}
	if n.Kind == parser.KindOverdue && len(text.find(t.words[wordCoDebtor])) == 0 {
		if told, spans := tellsThirdPerson(n, addressee); told {
			out = append(out, finding{ThirdPersonTold, spans})
		}
		if pressed, spans := t.pressesThirdPerson(n, text, addressee); pressed {
			out = append(out, finding{ThirdPersonPressed, spans})
		}
	}
	if spans := t.posing(n, text); len(spans) > 0 {
		out = append(out, finding{PosesAsOrgan, spans})
	}
	return t.mentioned(n, out)
}

// mentioned adds what the parser found that breaks a rule.
func (t *Tables) mentioned(n *parser.Notice, out []finding) []finding {
	add := func(rule, lawful string, f parser.Found) {
		if t.has(lawful, f.Text) {
			return
		}
		i := slices.IndexFunc(out, func(f finding) bool { return f.rule == rule })
		if i < 0 {
			i = len(out)
			out = append(out, finding{rule: rule})
		}
		out[i].spans = append(out[i].spans, f.Span)
	}
	for _, h := range n.Threats {
		switch h.Type {
		case parser.ThreatContactFamily, parser.ThreatContactEmployer:
			add(ThirdPersonThreat, wordContact, h.Found)
		case parser.ThreatPublicise:
			add(ThreatensPublication, wordNotice, h.Found)
		}
	}
	for _, s := range n.Signals {
		switch s.Type {
		case parser.SignalCriminalCharge:
			add(CriminalCharge, wordNoCharge, s.Found)
		case parser.SignalInsult:
			add(Insult, "", s.Found)
		case parser.SignalExtortion:
			add(t.extortion(s.Text), "", s.Found)
		}
	}
	return out
}

// isNight reports whether it is from 22:00 to before 08:00 in China.
func isNight(at time.Time) bool {
	if at.IsZero() {
		return false
	}
	h := at.In(beijing).Hour()
	return h >= nightFrom || h < nightTo
}

// tellsThirdPerson reports whether somebody who is not the debtor learns of the
// debt: the message is addressed to somebody else, or it names one person to
// another.
func tellsThirdPerson(n *parser.Notice, addressee identity.Outcome) (bool, []parser.Span) {
	var spans []parser.Span
	if n.Name != nil {
		spans = append(spans, n.Name.Span)
	}
	if n.MaskedID != nil {
		spans = append(spans, n.MaskedID.Span)
	}
	if n.ThirdParty {
		return addressee != identity.Agree, spans
	}
	return addressee == identity.Disagree && len(spans) > 0, spans
}

// pressesThirdPerson reports whether somebody who is not the debtor is to pay,
// is asked for money, or is threatened.
func (t *Tables) pressesThirdPerson(n *parser.Notice, text running, addressee identity.Outcome) (bool, []parser.Span) {
	if !n.ThirdParty || addressee == identity.Agree {
		return false, nil
	}
	spans := text.spans(text.find(t.words[wordPay]))
	for _, h := range n.Threats {
		spans = append(spans, h.Span)
	}
	for _, a := range n.Asks {
		if a.Type == parser.AskTransfer {
			spans = append(spans, a.Span)
		}
	}
	return len(spans) > 0, spans
}

// extortion returns which of the rules that the parser has under one name a
// text breaks.
func (t *Tables) extortion(text string) string {
	switch {
	case t.has(wordPublish, text):
		return ThreatensPublication
	case t.has(wordHarass, text):
		return ThreatensHarassment
	}
	return ThreatensViolence
}

// posing returns where the sender poses as a public organ, in the signature or in the text,
// and demands something. An organ may also write on its own behalf (of unpaid wages, say). A
// court may write of its own cases; its name counts only where money is to go to somebody.
func (t *Tables) posing(n *parser.Notice, text running) []parser.Span {
	if n.Kind != parser.KindOverdue || len(n.Amounts)+len(n.Asks)+len(n.Accounts) == 0 {
		return nil
	}
	var spans []parser.Span
	payee := hasPayee(n)
	for _, s := range n.Signatures {
		name := t.without(wordNoOrgan, s.Text)
		if t.has(wordOrgan, name) || payee && t.has(wordCourt, name) {
			spans = append(spans, s.Span)
		}
	}
	spans = append(spans, text.spans(text.find(t.words[wordOurOrgan]))...)
	return append(spans, text.spans(text.findAfter(t.words[wordSelf], t.words[wordOrgan]))...)
}

// hasPayee reports whether the message says where money is to go.
func hasPayee(n *parser.Notice) bool {
	for _, a := range n.Asks {
		if a.Type == parser.AskTransfer {
			return true
		}
	}
	for _, a := range n.Accounts {
		switch a.Type {
		case parser.AccountBankCard, parser.AccountAlipay, parser.AccountWeChat:
			return true
		}
	}
	return false
}

// has reports whether text contains a word of the meaning.
func (t *Tables) has(meaning, text string) bool {
	for _, w := range t.words[meaning].list {
		if strings.Contains(text, w) {
			return true
		}
	}
	return false
}

// without returns text with the words of the meaning taken out.
func (t *Tables) without(meaning, text string) string {
	for _, w := range t.words[meaning].list {
		text = strings.ReplaceAll(text, w, " ")
	}
	return text
}

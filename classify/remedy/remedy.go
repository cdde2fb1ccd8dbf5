// Package remedy says what to do about a message: the ordered steps for a
// verdict and its circumstances, whom to turn to, a record of the evidence and
// letters to sign.
//
// [StepsIn] gives the steps, safety first: what to do about danger to people, then about harm
// already done; to stay calm if nothing is due; what courts, guarantors, heirs, minors and special
// loans need; the list of the verdict; what follows from breaches of the rules on collection; and
// last, what never to do, unless the message asks nothing. [NewRecord] keeps a message with its hash, and
// [Letters] writes what the recipient may send.
//
// Each step and each channel names the instrument and article that it rests on, when that was
// read, and how far it can be trusted. All of it is in tables beside this file, which a caller may
// replace with [Load]. It is information, not legal advice.
package remedy

import (
	"slices"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
)

// Lang is the language of texts. The zero Lang, and any unknown one, is Chinese.
type Lang string

// The languages.
const (
	Chinese Lang = "zh"
	English Lang = "en"
)

// Step is one thing to do, or never to do. It holds no text of the message.
type Step struct {
	Code string `json:"code"`
	Text string `json:"text"`
	// Source names what the step rests on: instrument and article. Address is its page if that is
	// official or of named press, else "". Checked is when it was read. Trust is A for an official
	// text, B for press or a professional page, C for reposts that agree, own for advice of this
	// project.
	Source  string `json:"source"`
	Address string `json:"address,omitempty"`
	Checked string `json:"checked"`
	Trust   string `json:"trust"`
	// List is the list that the step is from: "danger", "harm", "calm", "court", "third_party",
	// "loan", a verdict, "breach" or "never". New values may be added; readers must accept ones
	// they do not know.
	List string `json:"list,omitempty"`
	// Within says by when to do it: "now", "today", or "" if there is no hurry.
	Within string `json:"within,omitempty"`
	// AnswerDays are the days within which the other side has to answer: 15, 30, 60. The longer
	// periods are for complex cases or extensions.
	AnswerDays []int `json:"answer_days,omitempty"`
}

// The lists that are not named after a verdict.
const (
	listDanger     = "danger"
	listHarm       = "harm"
	listCalm       = "calm"
	listCourt      = "court"
	listThirdParty = "third_party"
	listLoan       = "loan"
	listBreach     = "breach"
	listNever      = "never"
)

// Steps returns what to do, in order, from the embedded tables, if the message itself is not at
// hand: it is StepsIn for a Situation without a Notice, so it sees only those circumstances that
// the facts and the evidence show.
func Steps(a classify.Assessment, f classify.Facts, breaches []conduct.Breach, lang Lang) []Step {
	return Builtin().Steps(a, f, breaches, lang)
}

// Steps is like the function Steps, but uses the lists of t.
func (t *Tables) Steps(a classify.Assessment, f classify.Facts, breaches []conduct.Breach, lang Lang) []Step {
	return t.StepsIn(Situation{Assessment: a, Facts: f, Breaches: breaches}, lang)
}

// StepsIn returns what to do in a situation, in order, from the embedded tables: first what danger
// to people and harm already done call for; to stay calm, if nothing is due; what courts, third
// persons and special loans call for; the list of the verdict; what follows from the breaches; and
// what never to do, unless the message asks nothing.
//
// If there are two matters at once (see [TwoMatters]), both lists are returned, identity theft
// first. If the verdict is Genuine or IdentityTheft and yet the message is likely a scam, the list
// for scam comes first. No step is returned twice. The zero Assessment counts as Undetermined.
func StepsIn(s Situation, lang Lang) []Step { return Builtin().StepsIn(s, lang) }

// StepsIn is like the function StepsIn, but uses the lists of t.
func (t *Tables) StepsIn(in Situation, lang Lang) []Step {
	matters := matters(in.Assessment, in.Facts)
	s := setting{
		verdicts: append(matters, string(verdictOf(in.Assessment))), facts: in.Facts, breaches: in.Breaches,
		circumstances: t.circumstances(&in),
	}
	room := [...]string{listDanger, listHarm, listCalm, listCourt, listThirdParty, listLoan, "", "", listBreach, listNever}
	lists := room[:1]
	if in.Facts.Harmed == classify.Yes {
		lists = append(lists, listHarm)
	}
	lists = append(append(lists, listCalm, listCourt, listThirdParty, listLoan), matters...)
	if len(in.Breaches) > 0 {
		lists = append(lists, listBreach)
	}
	lists = append(lists, listNever)

	var few [32]*entry // enough for most situations
	given := few[:0]
	for _, list := range lists {
		entries := t.lists[list]
		for i := range entries {
			e := &entries[i]
			if e.needs != 0 && e.needs&s.circumstances == 0 {
				continue
			}
			if s.fits(e.when) && !slices.ContainsFunc(given, func(g *entry) bool { return g.code == e.code }) {
				given = append(given, e)
			}
		}
	}
	if len(given) == 0 {
		return nil
	}
	out := make([]Step, len(given))
	for i, e := range given {
		out[i] = e.in(lang)
	}
	return out
}

// List returns a whole list, ignoring its conditions; nil if there is none of that name. The list
// "lenders" is for those who send such messages.
func (t *Tables) List(name string, lang Lang) []Step {
	var out []Step
	for _, e := range t.lists[name] {
		out = append(out, e.in(lang))
	}
	return out
}

func verdictOf(a classify.Assessment) classify.Verdict {
	if a.Verdict == "" {
		return classify.Undetermined
	}
	return a.Verdict
}

// matters returns the lists for the verdict. An unknown verdict has the list for undetermined.
func matters(a classify.Assessment, f classify.Facts) []string {
	switch v := verdictOf(a); v {
	case classify.Undetermined:
		if TwoMatters(a, f) {
			return []string{string(classify.IdentityTheft), string(classify.Mistake)}
		}
		return []string{string(v)}
	case classify.Genuine, classify.IdentityTheft:
		if a.LikelyScam {
			return []string{string(classify.Scam), string(v)}
		}
		return []string{string(v)}
	case classify.Mistake, classify.Scam, classify.NotANotice:
		return []string{string(v)}
	}
	return []string{string(classify.Undetermined)}
}

// TwoMatters reports whether a message meant for somebody else has brought to light a loan in the
// recipient's own name that they never took. Each of the two matters needs its own steps and
// letter.
func TwoMatters(a classify.Assessment, f classify.Facts) bool {
	if verdictOf(a) != classify.Undetermined {
		return false
	}
	return hasEvidence(&a, codeTwoMatters) ||
		a.LikelyMistake && f.HasAccount == classify.No && f.LenderConfirms == classify.Yes
}

func hasEvidence(a *classify.Assessment, code string) bool {
	for i := range a.Evidence { // by index: each piece is large to copy
		if a.Evidence[i].Code == code {
			return true
		}
	}
	return false
}

// codeTwoMatters is the evidence by which an assessment itself says so.
const codeTwoMatters = "TWO_MATTERS"

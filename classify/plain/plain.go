// Package plain says in Chinese and in English what the words of a report mean, and of a
// report what a frightened reader needs first: the verdict in one short line and in a
// sentence, one of the reason that decided, one of what to do now; then what to do, what
// not to do, and what to find out next and why.
//
// Each program that shows a report takes its words from here, so that one thing has one
// name: words.tsv has the closed words, headlines.tsv the sentences by circumstance,
// questions.tsv the order of the questions. The reason is that of a row of evidence.tsv of
// package classify, the steps are those of package remedy.
//
// Nothing here quotes a message. It is information, no legal advice.
package plain

import (
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

// Summary is what is said of a message, in one language, in the order in which it is
// read. It holds no personal data. The zero Summary says nothing.
type Summary struct {
	Gist     string `json:"gist,omitempty"`     // the verdict in one short line, without a full stop
	Headline string `json:"headline,omitempty"` // the verdict, as surely as it is known
	Reason   string `json:"reason,omitempty"`   // what decided; "" where the evidence has no words
	Now      string `json:"now,omitempty"`      // what to do before all else
	// Leaning is where what there is leans to though there is no verdict, "" where it leans
	// nowhere, or where that is not the question: of a court, and of violence.
	Leaning classify.Verdict   `json:"leaning,omitempty"`
	Also    []classify.Verdict `json:"also,omitempty"` // other stories that are likely: no all-clear
	Do      []remedy.Step      `json:"do,omitempty"`   // in their order
	Dont    []remedy.Step      `json:"dont,omitempty"`
	Ask     []Question         `json:"ask,omitempty"` // the most useful first
}

// Question is a fact that the reader can find out.
type Question struct {
	Fact string `json:"fact"` // the JSON key of the field of classify.Facts
	Text string `json:"text"`
	Why  string `json:"why"` // what the answer is good for
}

// leans is the lead in bits from which it is said where it leans to: the prior alone makes
// more than half of that.
const leans = 2

// listNever is the list of steps that are not to be taken.
const listNever = "never"

// Of says what is to be said of an assessment. The notice is the one that was assessed, the
// steps are those for it; without them it says less.
func Of(a classify.Assessment, n *parser.Notice, steps []remedy.Step, lang remedy.Lang) Summary {
	c := &circumstances{a: &a, n: n, steps: steps}
	s := Summary{
		Gist: c.say(partGist, lang), Headline: c.say(partHeadline, lang), Reason: Reason(a, lang), Now: c.say(partNow, lang), Ask: c.ask(lang),
	}
	if a.Verdict.String() == string(classify.Undetermined) && a.Lead >= leans && !hasEvidence(c, "COURT_MATTER") && !hasEvidence(c, "VIOLENCE") {
		s.Leaning = a.Leading
	}
	for _, story := range stories {
		if story != a.Verdict && story != classify.Genuine && isLikely(c, string(story)) {
			s.Also = append(s.Also, story)
		}
	}
	for _, step := range steps {
		if step.List == listNever {
			s.Dont = append(s.Dont, step)
		} else {
			s.Do = append(s.Do, step)
		}
	}
	return s
}

// Headline is the headline of Of.
func Headline(a classify.Assessment, n *parser.Notice, steps []remedy.Step, lang remedy.Lang) string {
	return (&circumstances{a: &a, n: n, steps: steps}).say(partHeadline, lang)
}

// column is the place of a language in a row of two.
func column(lang remedy.Lang) int {
	if lang == remedy.English {
		return 1
	}
	return 0
}

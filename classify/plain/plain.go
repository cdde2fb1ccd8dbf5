// Package plain says, in Chinese and in English, what the words of a report mean. It also says
// what a frightened reader needs first: the verdict in one short line and in a sentence, then a
// sentence on the reason that decided it and one on what to do now; then what to do, what not to
// do, and what to find out next and why.
//
// Programs that show a report take their words from here, so that each thing has one name:
// words.tsv names the fixed words of the JSON, headlines.tsv has the sentences by circumstance,
// questions.tsv the order of the questions. The reasons come from evidence.tsv of package
// classify, the steps from package remedy.
//
// Nothing here quotes a message. It is information, not legal advice.
package plain

import (
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

// Summary is what is said about a message, in one language, in reading order. It holds no personal
// data. The zero Summary says nothing.
type Summary struct {
	Gist     string `json:"gist,omitempty"`     // the verdict in one short line, without a full stop
	Headline string `json:"headline,omitempty"` // the verdict, worded as surely as it is known
	Reason   string `json:"reason,omitempty"`   // what decided; "" if the evidence has no explanation
	Now      string `json:"now,omitempty"`      // what to do before all else
	// Leaning is the story that the evidence leans to if there is no verdict. It is "" if it leans
	// to none, and also for messages of a court or of violence, where that is not the question.
	Leaning classify.Verdict   `json:"leaning,omitempty"`
	Also    []classify.Verdict `json:"also,omitempty"` // other stories that are likely; none is no all-clear
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

// leans is the lead, in bits, from which a leaning is given: the prior alone leads by 1 or more.
const leans = 2

// listNever is the list of what never to do.
const listNever = "never"

// Of returns the summary of an assessment. The notice is the one that was assessed, and the steps
// are those for it; without them the summary says less.
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

// Headline returns the Headline of [Of].
func Headline(a classify.Assessment, n *parser.Notice, steps []remedy.Step, lang remedy.Lang) string {
	return (&circumstances{a: &a, n: n, steps: steps}).say(partHeadline, lang)
}

// column returns the index of a language in a row of two.
func column(lang remedy.Lang) int {
	if lang == remedy.English {
		return 1
	}
	return 0
}

package classify

import "github.com/dunsms/dunsms/parser"

// Evidence is one thing that bears on the verdict. Its code is one of evidence.tsv or the caller's
// own. New codes may be added; readers must accept ones they do not know. It holds no personal
// data.
type Evidence struct {
	Code string `json:"code"`
	// Group is the evidence that it is weighed with: for each story, the strongest of a group
	// counts whole, the next half, the third a quarter and so on, positive and negative weights
	// apart.
	Group string `json:"group,omitempty"`
	// Weights are its bits for each story.
	Weights Scores `json:"weights"`
	// Counted is the part of Weights that counts within its group; Assess fills it.
	Counted Scores `json:"counted"`
	// ExplanationZh and ExplanationEn say what it means.
	ExplanationZh string `json:"explanation"`
	ExplanationEn string `json:"explanation_en,omitempty"`
	// Spans are where the message shows it; there are none for facts and gates.
	Spans []parser.Span `json:"spans,omitempty"`
}

// Explain returns the explanation in lang, "zh" or "en"; any other lang is taken as "zh". If it is
// missing in that language, it is returned in the other.
func (e Evidence) Explain(lang string) string {
	if lang == "en" && e.ExplanationEn != "" || e.ExplanationZh == "" {
		return e.ExplanationEn
	}
	return e.ExplanationZh
}

// CallersGroup is the group of caller's evidence that names no group.
const CallersGroup = "caller"

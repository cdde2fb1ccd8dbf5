package classify

import "github.com/dunsms/dunsms/parser"

// Evidence is one thing that bears on the verdict. Its codes are those of
// evidence.tsv, or the caller's own; a reader must accept codes it does not
// know. It holds no personal data.
type Evidence struct {
	Code string `json:"code"`
	// Group is what it is weighed with: within a group and a story the
	// strongest counts whole, the next half, then a quarter and so on, positive
	// and negative apart.
	Group string `json:"group,omitempty"`
	// Weights are its bits for each story.
	Weights Scores `json:"weights"`
	// Counted is what its group leaves of Weights; Assess fills it.
	Counted Scores `json:"counted"`
	// ExplanationZh and ExplanationEn say what it means.
	ExplanationZh string `json:"explanation"`
	ExplanationEn string `json:"explanation_en,omitempty"`
	// Spans are where the message shows it; none for facts and gates.
	Spans []parser.Span `json:"spans,omitempty"`
}

// Explain returns the explanation in a language, "zh" or "en", else in Chinese;
// in the other one where that is missing.
func (e Evidence) Explain(lang string) string {
	if lang == "en" && e.ExplanationEn != "" || e.ExplanationZh == "" {
		return e.ExplanationEn
	}
	return e.ExplanationZh
}

// CallersGroup is the group of a caller's evidence that names no group.
const CallersGroup = "caller"

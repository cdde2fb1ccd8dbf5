package answer

import (
	"math"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
)

// stories are the stories in the order of classify.Scores.
var stories = [...]classify.Verdict{classify.Genuine, classify.Mistake, classify.IdentityTheft, classify.Scam}

// Story is how one story compares with its rival, as a waterfall: each row begins where the one
// before ends, and the last ends at Lead.
type Story struct {
	Story classify.Verdict `json:"story"`
	Bits  float64          `json:"bits"` // the score
	// Rival is the best of the other stories. Lead is how far this story is above it, negative if
	// it is below.
	Rival classify.Verdict `json:"rival"`
	Lead  float64          `json:"lead"`
	Rows  []Row            `json:"rows,omitempty"`
}

// Row is a piece of evidence for a story or for its rival.
type Row struct {
	Code string  `json:"code"`
	Text string  `json:"text"`
	Bits float64 `json:"bits"` // for the story, negative for the rival
	// Weight is what the evidence would weigh alone, if that differs from Bits.
	Weight float64 `json:"weight,omitzero"`
	From   float64 `json:"from"` // the sum before it
	To     float64 `json:"to"`   // and with it
}

// Note is evidence that has no weight for any story.
type Note struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// storiesOf returns the four stories, each beside its rival.
func storiesOf(a classify.Assessment, lang remedy.Lang) []Story {
	all := make([]Story, len(stories))
	for i, story := range stories {
		rival := rivalOf(a.Scores, story)
		over := func(s classify.Scores) float64 { return s.Of(story) - s.Of(rival) }
		all[i] = Story{Story: story, Bits: a.Scores.Of(story), Rival: rival}
		for _, e := range a.Evidence {
			bits, weight := over(e.Counted), over(e.Weights)
			if bits == 0 && weight == 0 {
				continue
			}
			r := Row{Code: e.Code, Text: e.Explain(string(lang)), Bits: bits, From: all[i].Lead, To: all[i].Lead + bits}
			if bits != weight {
				r.Weight = weight
			}
			all[i].Rows, all[i].Lead = append(all[i].Rows, r), r.To
		}
	}
	return all
}

// rivalOf returns the best of the other stories, at a tie the first.
func rivalOf(s classify.Scores, story classify.Verdict) (rival classify.Verdict) {
	best := math.Inf(-1)
	for _, other := range stories {
		if bits := s.Of(other); other != story && bits > best {
			rival, best = other, bits
		}
	}
	return rival
}

func notesOf(a classify.Assessment, lang remedy.Lang) (all []Note) {
	for _, e := range a.Evidence {
		if e.Weights.IsZero() {
			all = append(all, Note{e.Code, e.Explain(string(lang))})
		}
	}
	return all
}

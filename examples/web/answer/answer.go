// Package answer turns a message and what its reader knows into what the page shows: codes,
// numbers and texts of the library, ready to be drawn. It knows nothing about browsers. The texts
// about a message are from package plain; those of the page itself are in words.tsv.
package answer

import (
	"errors"
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/marked"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Question is what the reader enters. Only Text is required. It holds personal data.
type Question struct {
	Text  string         `json:"text"`
	Lang  remedy.Lang    `json:"lang"` // "": Chinese
	Facts classify.Facts `json:"facts"`

	// About the reader, as typed.
	Name     string `json:"name"`
	IDNumber string `json:"id_number"`
	Phone    string `json:"phone"`

	// Skipped are the facts that the reader was asked about and cannot answer now.
	Skipped []string `json:"skipped"`

	Sender     string    `json:"sender"`
	ReceivedAt time.Time `json:"received_at"` // zero: not known
	Now        time.Time `json:"now"`         // the date of a letter; zero leaves a blank
}

// State says what came of a question. The values are fixed: readers of the JSON know all of them.
type State string

// The states.
const (
	Empty   State = "empty"    // there is no text
	TooLong State = "too_long" // over parser.MaxBytes
	Failed  State = "failed"   // the library did not answer
	Read    State = "read"
)

// Answer is what the page shows. Unless State is Read, it has only State, Wrong and Dont. It holds
// personal data.
type Answer struct {
	State State `json:"state"`
	// Wrong are the fields that could not be read and were left out.
	Wrong []Wrong `json:"wrong,omitempty"`

	Kind       parser.Kind         `json:"kind,omitempty"`
	Verdict    classify.Verdict    `json:"verdict,omitempty"`
	Confidence classify.Confidence `json:"confidence,omitempty"`
	TwoMatters bool                `json:"two_matters,omitempty"`

	plain.Summary
	Next *Next `json:"next,omitempty"` // the one question to ask; nil: none is left

	Pieces     []Piece                    `json:"pieces,omitempty"` // the text, cut at marks
	Comparison []identity.FieldComparison `json:"comparison,omitempty"`
	Stories    []Story                    `json:"stories,omitempty"`
	Notes      []Note                     `json:"notes,omitempty"` // evidence that weighs nothing
	Breaches   []Breach                   `json:"breaches,omitempty"`
	Letters    []Letter                   `json:"letters,omitempty"`
}

// Wrong is a field that could not be read, and why.
type Wrong struct {
	Field string        `json:"field"`
	Rule  identity.Rule `json:"rule"`
}

// Breach is a rule on collection that the message breaks, in words.
type Breach struct {
	Text      string   `json:"text"`
	Citations []string `json:"citations"`
}

// Letter is a written objection, in Chinese.
type Letter struct {
	Matter classify.Verdict `json:"matter"`
	Text   string           `json:"text"`
}

// To answers a question.
func To(q Question) Answer {
	m, wrong := q.message()
	if strings.TrimSpace(q.Text) == "" {
		return Answer{State: Empty, Wrong: wrong, Summary: plain.Summary{Dont: remedy.Builtin().List("never", q.Lang)}}
	}
	r, err := (&dunsms.Checker{Lang: q.Lang}).Check(m)
	switch {
	case errors.Is(err, parser.ErrTooLong):
		return Answer{State: TooLong, Wrong: wrong}
	case err != nil:
		return Answer{State: Failed, Wrong: wrong}
	}
	a := Answer{
		State: Read, Wrong: wrong,
		Kind: r.Notice.Kind, Verdict: r.Assessment.Verdict, Confidence: r.Assessment.Confidence,
		Summary: plain.Of(r.Assessment, &r.Notice, r.Steps, q.Lang), TwoMatters: remedy.TwoMatters(r.Assessment, q.Facts),
		Pieces:  marked.Cut(q.Text, marksOf(&r.Notice)),
		Stories: storiesOf(r.Assessment, q.Lang), Notes: notesOf(r.Assessment, q.Lang),
		Breaches: breachesOf(r, q.Lang), Letters: lettersFor(q, m, r),
	}
	a.Next = nextOf(m, r, a.Ask, q.Skipped, q.Lang)
	for _, f := range r.Comparison.Fields {
		if f.Outcome != identity.Unknown {
			a.Comparison = append(a.Comparison, f)
		}
	}
	return a
}

// message returns the message of a question, without fields that cannot be read.
func (q *Question) message() (m dunsms.Message, wrong []Wrong) {
	m = dunsms.Message{
		Text: q.Text, Sender: strings.TrimSpace(q.Sender), ReceivedAt: q.ReceivedAt, Facts: q.Facts,
		Recipient: identity.Profile{Name: strings.TrimSpace(q.Name)},
	}
	check := func(field string, err error) bool {
		var bad *identity.ParseError
		if errors.As(err, &bad) {
			wrong = append(wrong, Wrong{field, bad.Rule})
		}
		return err == nil
	}
	if s := strings.TrimSpace(q.IDNumber); s != "" {
		id, err := identity.ParseID(s)
		if check("id_number", err) {
			m.Recipient.ID = id
		}
	}
	if s := strings.TrimSpace(q.Phone); s != "" {
		if _, err := identity.ParsePhone(s); check("phone", err) {
			m.Recipient.Phones = []string{s}
		}
	}
	return m, wrong
}

// breachesOf says in words which rules are broken and which instruments have them.
func breachesOf(r *dunsms.Report, lang remedy.Lang) (all []Breach) {
	for _, b := range r.Breaches {
		out := Breach{Text: b.Explain(string(lang)), Citations: []string{b.Source}}
		for _, c := range b.Also {
			out.Citations = append(out.Citations, c.Source)
		}
		all = append(all, out)
	}
	return all
}

// lettersFor returns a letter for each matter that has one: two letters if there are two matters.
func lettersFor(q Question, m dunsms.Message, r *dunsms.Report) (all []Letter) {
	matters := []classify.Verdict{r.Assessment.Verdict}
	if remedy.TwoMatters(r.Assessment, q.Facts) {
		matters = []classify.Verdict{classify.IdentityTheft, classify.Mistake}
	}
	matters = slices.DeleteFunc(matters, func(v classify.Verdict) bool { return v != classify.Mistake && v != classify.IdentityTheft })
	if len(matters) == 0 {
		return nil
	}
	c := remedy.Case{
		Notice: &r.Notice, Profile: m.Recipient, Assessment: r.Assessment, Facts: m.Facts,
		Sender: m.Sender, ReceivedAt: m.ReceivedAt, Date: q.Now,
	}
	if record, err := remedy.NewRecord(m.Text, m.ReceivedAt, m.Sender, nil); err == nil {
		c.MessageSHA256 = record.MessageSHA256
	}
	for _, matter := range matters {
		c.Matter = matter
		if text, err := remedy.Objection(c); err == nil {
			all = append(all, Letter{matter, text})
		}
	}
	return all
}

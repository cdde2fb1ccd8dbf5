package classify

import (
	"testing"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser"
)

// FuzzAssess asserts the laws on notices read from any text.
func FuzzAssess(f *testing.F) {
	for _, trial := range readLines[trial](f, "classify/testdata/evidence.jsonl") {
		for _, s := range append(trial.Hits, trial.Misses...) {
			f.Add(s.Text, s.Sender, "林晓舟", "400-000-1212", uint16(len(s.Text)))
		}
	}
	for _, row := range corpus.Rows(f) {
		if text, ok := row["text"].(string); ok {
			sender, _ := row["sender"].(string)
			name, _ := row["name"].(string)
			f.Add(text, sender, name, sender, uint16(len(text)))
		}
	}
	f.Fuzz(func(t *testing.T, text, sender, name, hotline string, facts uint16) {
		n, err := parser.Parse(text)
		if err != nil {
			t.Skip()
		}
		c := Context{
			Recipient: identity.Profile{Name: name, Phones: []string{sender}},
			Sender:    sender,
			Lenders:   append([]parser.Lender{{Name: name, Hotlines: []string{hotline}, Domains: []string{hotline}, Senders: []string{hotline}}}, knownLenders...),
		}
		for _, q := range questions {
			*q.field(&c.Facts) = Answer(facts % 3)
			facts /= 3
		}
		checkLaws(t, n, c)
	})
}

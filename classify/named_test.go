package classify

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// named is a line of testdata/named.jsonl: a mistake that one can make in judging such messages,
// and the right judgement.
type named struct {
	testCase
	Want  []Verdict  `json:"want"`
	Least Confidence `json:"least"`
	Most  Confidence `json:"most"`
}

// TestNamed: which debt may be real, which sender may be followed, and how surely.
func TestNamed(t *testing.T) {
	order := []Confidence{ConfidenceNone, ConfidenceLow, ConfidenceHigh, ConfidenceCertain}
	for _, c := range readLines[named](t, "classify/testdata/named.jsonl") {
		t.Run(c.ID, func(t *testing.T) {
			a := Assess(c.notice(t), c.context())
			assert.Contains(t, c.Want, a.Verdict, "\n%s", a)
			if c.Status != "" {
				assert.Equal(t, c.Status, a.Sender.Status)
			}
			at := slices.Index(order, a.Confidence)
			if c.Least != "" {
				assert.GreaterOrEqual(t, at, slices.Index(order, c.Least), "\n%s", a)
			}
			if c.Most != "" {
				assert.LessOrEqual(t, at, slices.Index(order, c.Most), "\n%s", a)
			}
		})
	}
}

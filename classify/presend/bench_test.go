package presend

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/parser"
)

// BenchmarkCheck measures the cost of checking a notice, and that of reading and weighing it
// alone.
func BenchmarkCheck(b *testing.B) {
	r := Record{Person: person(b, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon, Amount: new(int64(50000)), Days: new(26)}
	n := Notice{head + debt + tail, r}
	b.Run("check", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, err := new(Checker).Check(n)
			require.NoError(b, err)
		}
	})
	b.Run("parse and assess", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			parsed, err := parser.Parse(n.Text)
			require.NoError(b, err)
			_ = classify.Assess(parsed, classify.Context{Recipient: r.Person, ReceivedAt: r.PlannedAt})
		}
	})
}

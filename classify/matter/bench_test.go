package matter_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
)

// BenchmarkOnePhone takes the messages of all phones of testdata as those of one, twice as many in
// the second run, and says how many times as long as Check alone their matters take. Matters reads on all cores: GOMAXPROCS=1 compares the work.
func BenchmarkOnePhone(b *testing.B) {
	texts := harmless(b)
	var all []dunsms.Message
	for _, p := range loadPhones(b, "../../testdata/phones/*.jsonl") {
		for _, m := range p.filled(b, texts) {
			all = append(all, dunsms.Message{Number: len(all), Text: m.Text, Sender: m.Sender, ReceivedAt: m.ReceivedAt})
		}
	}
	for _, of := range []struct {
		name     string
		messages []dunsms.Message
	}{{"half", all[:len(all)/2]}, {"all", all}} {
		b.Run(of.name, func(b *testing.B) {
			var alone, joined time.Duration
			for b.Loop() {
				start := time.Now()
				for _, m := range of.messages {
					_, err := dunsms.Check(m)
					require.NoError(b, err)
				}
				alone += time.Since(start)
				start = time.Now()
				_, err := new(dunsms.Checker).Matters(b.Context(), dunsms.Phone{}, slices.Values(of.messages))
				require.NoError(b, err)
				joined += time.Since(start)
			}
			b.ReportMetric(float64(len(of.messages)), "messages")
			b.ReportMetric(joined.Seconds()/float64(b.N), "matters-s/op")
			b.ReportMetric(float64(joined)/float64(alone), "ratio")
		})
	}
}

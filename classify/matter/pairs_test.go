package matter_test

import (
	"github.com/dunsms/dunsms/classify/matter"
	"os"
	"testing"
)

func TestPairs(t *testing.T) {
	f, _ := os.Create("/tmp/pairs.tsv")
	defer f.Close()
	for _, p := range loadPhones(t, "../../testdata/phones/*.jsonl") {
		read := matter.Phone{Recipient: p.Recipient}
		for i, m := range p.messages {
			read.AddMessage(matter.Message{Number: i + 1, ID: m.ID, Text: m.Text, Sender: m.Sender, ReceivedAt: m.ReceivedAt, Facts: m.Facts})
		}
		read.DumpPairs(f, func(a, b int) string {
			x, y := &p.messages[a-1], &p.messages[b-1]
			if len(x.AlsoMatter)+len(y.AlsoMatter) > 0 || x.Matter == "" && y.Matter == "" {
				return ""
			}
			if x.Matter == y.Matter {
				return "1"
			}
			return "0"
		})
	}
}

func TestSides(t *testing.T) {
	for _, p := range loadPhones(t, "../../testdata/phones/"+*dump+".jsonl") {
		read := matter.Phone{Recipient: p.Recipient}
		for i, m := range p.messages {
			read.AddMessage(matter.Message{Number: i + 1, ID: m.ID, Text: m.Text, Sender: m.Sender, ReceivedAt: m.ReceivedAt, Facts: m.Facts})
		}
		read.DumpSides()
	}
}

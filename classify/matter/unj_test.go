package matter_test

import (
	"fmt"
	"testing"
)

func TestUnjoined(t *testing.T) {
	texts := harmless(t)
	for _, p := range loadPhones(t, "../../testdata/phones/*.jsonl") {
		r := p.matters(t, texts)
		of := map[int]string{}
		for _, m := range r.Matters {
			for _, k := range m.Members {
				for _, x := range k.Messages {
					of[x] = m.ID
				}
			}
		}
		for i, m := range p.messages {
			if m.Matter != "" && len(m.AlsoMatter) == 0 && of[i+1] == "" {
				fmt.Println(m.ID, m.Matter, m.Sender, m.Text)
			}
		}
	}
}

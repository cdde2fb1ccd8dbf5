package matter_test

import (
	"flag"
	"fmt"
	"testing"
)

var dump = flag.String("dump", "", "phone to show")

func TestDump(t *testing.T) {
	if *dump == "" {
		t.Skip("-dump names no phone")
	}
	texts := harmless(t)
	for _, set := range []string{"../../testdata/phones/*.jsonl", "../../testdata/phones/unseen/*.jsonl"} {
		for _, p := range loadPhones(t, set) {
			if p.Phone != *dump {
				continue
			}
			r := p.matters(t, texts)
			type at struct {
				id                  string
				links               []string
				tmpl                int
				kind, verdict, role string
			}
			of := map[int]at{}
			for _, m := range r.Matters {
				real := 0
				for _, k := range m.Members {
					for _, x := range k.Messages {
						of[x] = at{m.ID, k.Links, k.Template, string(k.Kind), string(k.Verdict), k.Role}
						if x <= len(p.messages) {
							real++
						}
					}
				}
				if real > 0 {
					var codes []string
					for _, e := range m.Assessment.Evidence {
						if e.Code != "PRIOR" {
							codes = append(codes, e.Code)
						}
					}
					fmt.Println(m.ID, m.Lender, m.Others, m.Collectors, m.Claimed.Name.Reveal(), m.Claimed.ID.Reveal(), m.Stage, m.Assessment.Verdict, m.Assessment.Confidence, m.Assessment.Scores, codes)
				}
			}
			for _, m := range p.Matters {
				fmt.Println("TRUE", m.ID, m.Story, m.Also, m.Lender, m.Named)
			}
			for i, m := range p.messages {
				a := of[i+1]
				fmt.Printf("%-4s %-3s%v -> %-4s %v t%d %s %s %s| %s %s %s\n", m.ID[len(m.ID)-3:], m.Matter, m.AlsoMatter, a.id, a.links, a.tmpl, a.kind, a.verdict, a.role, m.ReceivedAt.Format("060102"), m.Sender, m.Text)
			}
		}
	}
}

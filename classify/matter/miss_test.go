package matter_test

import (
	"fmt"
	"sort"
	"testing"
)

func TestMiss(t *testing.T) {
	texts := harmless(t)
	cat := map[string]int{}
	per := map[string]int{}
	seen := map[string]bool{}
	fp := map[string]int{}
	for _, p := range loadPhones(t, "../../testdata/phones/*.jsonl") {
		r := p.matters(t, texts)
		of := map[int]string{}
		for _, m := range r.Matters {
			var ns []int
			for _, k := range m.Members {
				for _, x := range k.Messages {
					of[x] = m.ID
					ns = append(ns, x)
				}
			}
			for a, x := range ns {
				for _, y := range ns[:a] {
					if x > len(p.messages) && y > len(p.messages) {
						continue
					}
					if !p.together(x, y) {
						l := func(n int) string {
							if n > len(p.messages) {
								return "F"
							}
							if p.messages[n-1].Matter == "" {
								return "none"
							}
							return "M"
						}
						if l(x)+l(y) == "FM" || l(x)+l(y) == "MF" {
							for _, k := range m.Members {
								if k.Messages[0] > len(p.messages) && !seen[k.Text] {
									seen[k.Text] = true
									if len(seen) < 60 {
										fmt.Println(p.Phone, k.Kind, k.Links, k.Sender, k.Text)
									}
								}
							}
						}
						fp[p.Phone]++
						a, b := l(x), l(y)
						if a > b {
							a, b = b, a
						}
						cat["FP "+a+" "+b]++
					}
				}
			}
		}
		for a := range p.messages {
			for b := range a {
				x, y := &p.messages[a], &p.messages[b]
				if x.Matter == "" || !x.is(x.Matter) || !y.is(x.Matter) {
					continue
				}
				if of[a+1] != "" && of[a+1] == of[b+1] {
					continue
				}
				k := "split"
				if of[a+1] == "" || of[b+1] == "" {
					k = "unjoined"
				}
				cat[k]++
				per[p.Phone+" "+k]++
			}
		}
	}
	fmt.Println(cat)
	show := func(m map[string]int) {
		var ks []string
		for k := range m {
			ks = append(ks, k)
		}
		sort.Slice(ks, func(i, j int) bool { return m[ks[i]] > m[ks[j]] })
		for _, k := range ks[:min(25, len(ks))] {
			fmt.Print(k, ":", m[k], "  ")
		}
		fmt.Println()
	}
	show(per)
	show(fp)
}

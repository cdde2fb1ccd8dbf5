package matter

import (
	"fmt"
	"os"
	"strings"
)

// DumpPairs is for measuring.
func (p *Phone) DumpPairs(f *os.File, label func(a, b int) string) {
	kept, _ := withoutCopies(append([]*reading(nil), p.kept...))
	all, _ := p.joinParts(kept)
	numberTemplates(all)
	cast := castOf(all, p.Recipient)
	for _, r := range all {
		cast.find(r)
	}
	for _, r := range all {
		n := p.personal[r.Sender]
		r.chatty = n != nil && n.all > n.claims*chattiness
	}
	for i, a := range all {
		for _, b := range all[:i] {
			l := label(a.Number, b.Number)
			if l == "" {
				continue
			}
			g := linksOf(a, b)
			k := "cc"
			if !a.isCredit() || !b.isCredit() {
				k = "cb"
			}
			if !a.isCredit() && !b.isCredit() {
				k = "bb"
			}
			var codes []string
			for l, row := range links.Get() {
				if g&(1<<l) != 0 {
					codes = append(codes, row.code)
				}
			}
			fmt.Fprintf(f, "%s\t%s\t%s\t%.1f\n", l, k, strings.Join(codes, " "), g.bits())
		}
	}
}

func (p *Phone) DumpSides() {
	for _, r := range p.kept {
		fmt.Println(r.ID, r.side, r.verdict, r.lead, r.scamP, r.sender, r.isPersonal(), r.products, r.tails, r.creditor)
	}
}

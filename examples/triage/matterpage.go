package main

import (
	"cmp"
	"slices"

	"github.com/dunsms/dunsms/classify"
)

// mattersBadness is badness with NotANotice, which is shown last if it is asked for.
var mattersBadness = append([]classify.Verdict{classify.NotANotice}, badness...)

// worseMatter compares two matters as worse compares two messages.
func worseMatter(a, b *foundMatter) int {
	at := func(f *foundMatter) int { return slices.Index(mattersBadness, f.report.Assessment.Verdict) }
	first := func(f *foundMatter) int { return f.report.Members[0].Messages[0] }
	return cmp.Or(
		cmp.Compare(at(b), at(a)),
		cmp.Compare(sureness(&b.report.Assessment), sureness(&a.report.Assessment)),
		cmp.Compare(b.report.Assessment.Lead, a.report.Assessment.Lead),
		cmp.Compare(len(b.report.Breaches), len(a.report.Breaches)),
		cmp.Compare(first(a), first(b)),
	)
}

// addMatter takes the next matter. At most twice as many are kept as are shown.
func (p *report) addMatter(f *foundMatter) {
	if p == nil {
		return
	}
	p.listed++
	if p.matters = append(p.matters, f); len(p.matters) == 2*maxShown {
		p.keepWorst()
	}
}

// addOpen takes a message about which something could not be settled.
func (p *report) addOpen(l openLine) {
	if p != nil && len(p.open) < maxShown {
		p.open = append(p.open, l)
	}
}

// keepWorst sorts the matters and keeps those that are shown.
func (p *report) keepWorst() {
	slices.SortStableFunc(p.matters, worseMatter)
	if len(p.matters) > maxShown {
		clear(p.matters[maxShown:])
		p.matters = p.matters[:maxShown]
	}
}

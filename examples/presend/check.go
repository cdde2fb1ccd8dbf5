package main

import (
	"cmp"
	"errors"
	"slices"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/examples/internal/sheet"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// checker checks notices. It is made once.
type checker struct {
	parser  *parser.Parser
	lenders []parser.Lender
}

// newChecker returns the checker of a run.
func newChecker(s settings) (*checker, error) {
	p, err := parser.New(parser.WithLenders(s.lenders))
	return &checker{p, s.lenders}, err
}

// finding is one thing that is wrong with a notice. It holds nothing of the text or
// the record.
type finding struct {
	Code   string
	Spans  []parser.Span // where the text shows it; none for what is missing and for the time
	Fields []string      // columns that cannot be read
	Row    int           // that the text fits instead, 0: none
	Source string        // of a rule on collection
}

// answer is what is said of a row.
type answer struct {
	Row, Line int
	Fits      identity.Outcome // the text, its record
	Findings  []finding        // by part, then span, then code
	Problem   code             // why the row was not read, "" where it was

	text string // to count its characters, never to be written
}

// code says why a row was not read.
type code string

// The codes, of which those that triage has as well mean the same.
const (
	codeBadCSV  code = "bad_csv"
	codeNotUTF8 code = "not_utf8"
	codeTooLong code = "too_long"
)

// problemOf returns the code of a row that a table could not give.
func problemOf(p sheet.Problem) code {
	switch p {
	case "":
		return ""
	case sheet.NotUTF8:
		return codeNotUTF8
	case sheet.TooLong:
		return codeTooLong
	}
	return codeBadCSV
}

// answer checks a row.
func (c *checker) answer(b beside) answer {
	r := b.row
	a := answer{Row: r.Row, Line: r.Line, Problem: problemOf(r.problem), text: r.text}
	if a.Problem != "" {
		return a
	}
	n, err := c.parser.Parse(r.text)
	switch {
	case errors.Is(err, parser.ErrTooLong):
		a.Problem = codeTooLong
	case err != nil:
		a.Problem = codeNotUTF8
	}
	if err != nil {
		return a
	}
	own := identity.Compare(n.Claim(), r.person)
	found := c.fit(b, n, own)
	found = append(found, sums(n, r)...)
	found = append(found, rules(n, r)...)
	found = append(found, c.looks(n, r)...)
	a.Fits, a.Findings = fits(own, found), merge(found)
	return a
}

// rules returns the rules on collection that a notice breaks. Where a text does not
// fit its record, it also lets somebody else know of a debt: that is not said again.
func rules(n *parser.Notice, r *record) (found []finding) {
	for _, b := range conduct.Breaches(n, r.plannedAt, identity.Unknown) {
		found = append(found, finding{Code: b.Rule, Spans: b.Spans, Source: b.Source})
	}
	return found
}

// looks returns what makes a notice look like a scam: the evidence of package classify
// that findings.tsv has, and what only a sender can know to be missing.
func (c *checker) looks(n *parser.Notice, r *record) (found []finding) {
	a := classify.Assess(n, classify.Context{Recipient: r.person, Sender: r.sender, ReceivedAt: r.plannedAt, Lenders: c.lenders})
	for _, e := range a.Evidence {
		if _, ok := kinds()[e.Code]; ok {
			found = append(found, finding{Code: e.Code, Spans: e.Spans})
		}
	}
	if len(n.Signatures) == 0 && n.Kind != parser.KindOther {
		found = append(found, finding{Code: "SIGNATURE_MISSING"})
	}
	if m := n.Claim().ID; m.Shown() == 18 {
		found = append(found, finding{Code: "ID_SHOWN_WHOLE", Spans: []parser.Span{n.MaskedID.Span}})
	}
	return found
}

// partOf returns the part of a code. One that is not in findings.tsv is a rule that
// package conduct has and this table has not yet.
func partOf(code string) string {
	if k, ok := kinds()[code]; ok {
		return k.part
	}
	return partRule
}

// merge makes one finding of those with the same code, and sorts them.
func merge(all []finding) []finding {
	var merged []finding
	for _, f := range all {
		i := slices.IndexFunc(merged, func(m finding) bool { return m.Code == f.Code })
		if i < 0 {
			merged = append(merged, f)
			continue
		}
		m := &merged[i]
		m.Spans = append(slices.Clip(m.Spans), f.Spans...)
		m.Source = cmp.Or(m.Source, f.Source)
		m.Row = cmp.Or(m.Row, f.Row)
	}
	parts := []string{partRecord, partRule, partLook}
	for i := range merged {
		slices.SortFunc(merged[i].Spans, compareSpans)
		merged[i].Spans = slices.Compact(merged[i].Spans)
	}
	slices.SortFunc(merged, func(a, b finding) int {
		return cmp.Or(
			cmp.Compare(slices.Index(parts, partOf(a.Code)), slices.Index(parts, partOf(b.Code))),
			slices.CompareFunc(a.Spans, b.Spans, compareSpans),
			cmp.Compare(a.Code, b.Code),
		)
	})
	return merged
}

func compareSpans(a, b parser.Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End))
}

package presend

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/ordered"
	"github.com/dunsms/dunsms/parser"
)

// Checker checks notices. The zero Checker is ready to use, and safe for concurrent use.
type Checker struct {
	// Parser reads the texts; nil: the parser with the embedded tables. One made with
	// parser.WithLenders knows the names of your own firms.
	Parser  *parser.Parser
	Lenders []parser.Lender // lenders whose hotlines, domains and senders are known
	Rules   *conduct.Tables // nil: the embedded rules
	Lang    remedy.Lang     // language of the findings; "": Chinese
	Ignore  []string        // codes not to report
}

// Check checks a notice. The error is that of parser.Parse: a *parser.Error with ErrTooLong or
// ErrNotUTF8, which quotes nothing of the text.
func (c *Checker) Check(n Notice) (*Report, error) { return c.checkBeside(nil, n, nil) }

// checkBeside checks a notice that is one of many. Before and behind are the records before and
// after its own, or nil: a text that belongs to one of them shows that the texts are shifted
// against their records.
func (c *Checker) checkBeside(before *Record, n Notice, behind *Record) (*Report, error) {
	parsed, err := c.parse(n.Text)
	if err != nil {
		return nil, err
	}
	k := c.begin(parsed, n, before, behind)
	for _, s := range stages {
		s.run(k)
	}
	return &Report{Fits: k.fits(), Findings: k.merged()}, nil
}

// stages are the stages of a check, in order.
var stages = [...]struct {
	name string
	run  func(k *check)
}{
	{"fit", (*check).fit}, {"sums", (*check).sums}, {"dates", (*check).dates}, {"placeholders", (*check).placeholders},
	{"rules", (*check).rules}, {"looks", (*check).looks}, {"callbacks", (*check).callbacks}, {"lenders", (*check).lenders},
	{"wording", (*check).wording},
}

// begin returns the check of a notice, ready for the stages.
func (c *Checker) begin(parsed *parser.Notice, n Notice, before, behind *Record) *check {
	unjoin(parsed, n.Text)
	k := &check{Checker: c, notice: parsed, text: n.Text, record: &n.Record, rowBefore: before, rowBehind: behind}
	k.claim = k.claimed()
	k.own = identity.Compare(k.claim, n.Record.Person)
	return k
}

// CheckAll checks notices on all cores, comparing each also with the records before and after it,
// and yields the reports in order. If a notice has an error, its report is nil and the error a
// *NoticeError. If ctx is done before all notices are drawn and reported, the last pair is nil and
// the error of ctx. The notices are drawn in another goroutine, a few ahead; if the loop ends
// early, it waits for the notice being drawn.
func (c *Checker) CheckAll(ctx context.Context, notices iter.Seq[Notice]) iter.Seq2[*Report, error] {
	type answer struct {
		report *Report
		err    error
	}
	return func(yield func(*Report, error) bool) {
		all := ordered.Count(ctx, neighbours(notices))
		answered := 0
		for a := range ordered.Map(ctx, all.Draw, func(b beside) answer {
			r, err := c.checkBeside(b.before, b.notice, b.behind)
			return answer{r, err}
		}) {
			answered++
			if a.err != nil {
				a.err = &NoticeError{answered, a.err}
			}
			if !yield(a.report, a.err) {
				return
			}
		}
		if !all.Are(answered) {
			yield(nil, ctx.Err())
		}
	}
}

// NoticeError says which of many notices could not be read and why. It quotes nothing of the
// notice.
type NoticeError struct {
	Number int   // the notice's place, from 1
	Err    error // the error of Check, a *parser.Error
}

// Error returns the number and the error.
func (e *NoticeError) Error() string { return fmt.Sprintf("presend: notice %d: %v", e.Number, e.Err) }

// Unwrap returns Err.
func (e *NoticeError) Unwrap() error { return e.Err }

// beside is a notice with the records before and after it, nil if there is none.
type beside struct {
	before *Record
	notice Notice
	behind *Record
}

// neighbours yields each notice with the records beside it.
func neighbours(notices iter.Seq[Notice]) iter.Seq[beside] {
	return func(yield func(beside) bool) {
		var before, last *Notice
		record := func(n *Notice) *Record {
			if n == nil {
				return nil
			}
			return &n.Record
		}
		for n := range notices {
			if last != nil && !yield(beside{record(before), *last, &n.Record}) {
				return
			}
			before, last = last, &n
		}
		if last != nil {
			yield(beside{record(before), *last, nil})
		}
	}
}

func (c *Checker) parse(text string) (*parser.Notice, error) {
	if c.Parser != nil {
		return c.Parser.Parse(text)
	}
	return parser.Parse(text)
}

// check is the check of one notice.
type check struct {
	*Checker
	notice    *parser.Notice
	text      string
	record    *Record
	rowBefore *Record // nil: none
	rowBehind *Record
	claim     identity.Claim
	own       identity.Comparison // of the claim with the record
	found     []Finding           // with only code, spans, fields, beside and source set
}

// add notes what was found.
func (k *check) add(code string, spans ...parser.Span) {
	k.found = append(k.found, Finding{Code: code, Spans: spans})
}

// rules finds the rules on collection that the notice breaks, even rules for senders of another
// sort: a platform should not write what a bank must not. That a text which does not fit its
// record also tells somebody else of a debt is not reported.
func (k *check) rules() {
	for _, b := range k.tables().Wording(k.notice, k.record.PlannedAt, identity.Unknown) {
		where, ok := k.besideOwn(b.Spans)
		if ok {
			where, ok = k.meant(b.Rule, where)
		}
		if b.Rule == conduct.ThirdPersonTold && k.greets() {
			continue
		}
		if ok {
			k.found = append(k.found, Finding{Code: b.Rule, Spans: where, Source: b.Source})
		}
	}
}

// tables returns the rules on collection.
func (c *Checker) tables() *conduct.Tables {
	if c.Rules == nil {
		return conduct.Builtin()
	}
	return c.Rules
}

// looks finds what makes the notice look like a scam: the evidence of package classify that is in
// findings.tsv, a missing signature and an ID number shown whole.
func (k *check) looks() {
	n, r := k.notice, k.record
	a := classify.Assess(n, classify.Context{Recipient: r.Person, Sender: r.Sender, ReceivedAt: r.PlannedAt, Lenders: k.Lenders})
	for _, e := range a.Evidence {
		if _, ok := kinds()[e.Code]; !ok {
			continue
		}
		where, ok := k.besideOwn(e.Spans)
		if ok {
			where, ok = k.meant(e.Code, where)
		}
		if ok {
			k.add(e.Code, where...)
		}
	}
	if len(n.Signatures) == 0 && n.Lender == nil && n.Kind != parser.KindOther && !k.isSigned() {
		k.add("SIGNATURE_MISSING")
	}
	if m := n.Claim().ID; m.Shown() == 18 {
		k.add("ID_SHOWN_WHOLE", n.MaskedID.Span)
	}
}

// besideOwn returns the spans without those of the record's own phone, which is no number to call
// back. It reports false if there was nothing else.
func (k *check) besideOwn(spans []parser.Span) ([]parser.Span, bool) {
	others := slices.DeleteFunc(slices.Clone(spans), func(s parser.Span) bool {
		i := slices.IndexFunc(k.notice.Phones, func(f parser.Found) bool { return f.Span == s })
		return i >= 0 && k.isOwn(k.notice.Phones[i].Text)
	})
	return others, len(spans) == 0 || len(others) > 0
}

// isOwn reports whether a phone number, whole or partly hidden, is one of the record's.
func (k *check) isOwn(text string) bool {
	shown, err := identity.ParsePhone(text)
	return err == nil && slices.ContainsFunc(k.record.Person.Phones, func(own string) bool {
		whole, err := identity.ParsePhone(own)
		return err == nil && shown.Fits(whole) == identity.Agree
	})
}

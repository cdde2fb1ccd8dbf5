package matter

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser"
)

//go:embed evidence.tsv
var evidenceTable string

// rows are the rows of evidence.tsv.
var rows = lazy.New(func() *[]classify.Evidence {
	var all []classify.Evidence
	for line, cells := range tsv.Rows("evidence.tsv", evidenceTable, 9) {
		var weights [4]float64
		for i := range weights {
			w, err := strconv.ParseFloat(cells[2+i], 64)
			if err != nil {
				tsv.Broken("evidence.tsv", line, "a weight is a number")
			}
			weights[i] = w
		}
		all = append(all, classify.Evidence{
			Code: cells[0], Group: cells[1], ExplanationZh: cells[6], ExplanationEn: cells[7],
			Weights: classify.Scores{Genuine: weights[0], Mistake: weights[1], IdentityTheft: weights[2], Scam: weights[3]},
		})
	}
	return &all
})

// found is evidence with the messages that show it.
type found struct {
	row     classify.Evidence
	showing []*reading
}

func (f *found) messages() (all []int) {
	for _, r := range f.showing {
		all = append(all, r.numbers()...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// piece returns the evidence, with a span for each message that shows it and is in the text that
// is weighed.
func (f *found) piece(b *joint) classify.Evidence {
	e := f.row
	for _, r := range f.showing {
		if at, ok := b.starts[r]; ok {
			e.Spans = append(e.Spans, parser.Span{Start: at, End: at + len(r.Text)})
		}
	}
	return e
}

// triggers are the triggers of evidence.tsv by code; each returns the messages that show the
// evidence, nil if none does.
var triggers = map[string]func(*scene, *cluster) []*reading{
	"PAID_HERE":             paidHere,
	"BILLS_SEEN":            billsSeen,
	"LENDER_WROTE_FIRST":    lenderWroteFirst,
	"FIRST_SEEN_LATE":       firstSeenLate,
	"REPAID_BEFORE":         repaidBefore,
	"TAKEN_BACK":            takenBack,
	"SAME_STRANGER":         sameStranger,
	"ABOUT_ANOTHER":         aboutAnother,
	"SEVERAL_PERSONS":       severalPersons,
	"ONE_TEXT_MANY_LENDERS": oneTextManyLenders,
	"TOTAL_FALLS":           totalFalls,
	"TOTAL_JUMPS":           totalJumps,
	"LAST_DAY_AGAIN":        lastDayAgain,
}

// evidence returns the evidence that the messages of a matter show together, in the order of the
// table.
func (s *scene) evidence(c *cluster) (all []found) {
	if !c.claims() {
		return nil
	}
	for _, row := range *rows.Get() {
		if trigger := triggers[row.Code]; trigger != nil {
			if showing := trigger(s, c); len(showing) > 0 {
				all = append(all, found{row, showing})
			}
		}
	}
	return all
}

// meansRecipient reports whether the messages of a matter that name somebody mostly name the
// recipient.
func (c *cluster) meansRecipient() bool {
	own, others := 0, 0
	for _, r := range c.all {
		switch {
		case r.isOwn():
			own++
		case r.isOthers():
			others++
		}
	}
	return own > 2*others
}

func paidHere(s *scene, c *cluster) (showing []*reading) {
	if !c.meansRecipient() || repaidBefore(s, c) != nil || takenBack(s, c) != nil {
		return nil
	}
	own := map[string]int{} // bills and receipts by the number of a firm
	for _, r := range c.all {
		if (r.kind == parser.KindReceipt || r.kind == parser.KindReminder) && !r.isPersonal() && !r.third && r.side <= 0 && !r.isOthers() && !r.ReceivedAt.IsZero() {
			own[r.port]++
			if r.kind == parser.KindReceipt {
				showing = append(showing, r)
			}
		}
	}
	showing = slices.DeleteFunc(showing, func(r *reading) bool { return own[r.port] < leastHistory })
	if len(showing) == 0 || dayOf(lastTime(c.all))-dayOf(showing[0].ReceivedAt) < longHistory {
		return nil // one or two messages are easily forged
	}
	return showing
}

// A history of payments that no swindler makes up: at least this many bills and receipts from one
// number, over at least this many days.
const (
	leastHistory = 2
	longHistory  = 14
)

func billsSeen(_ *scene, c *cluster) (showing []*reading) {
	for _, r := range c.all {
		if r.claims() {
			break
		}
		if r.kind == parser.KindReminder && !r.isPersonal() && !r.third && !r.isOthers() {
			showing = append(showing, r)
		}
	}
	return showing
}

func lenderWroteFirst(_ *scene, c *cluster) (showing []*reading) {
	for _, r := range c.all {
		switch {
		case r.role == lender && r.verdict != classify.Scam && (r.sender == classify.SenderConfirmed || r.sender == classify.SenderNoHandle) && !r.isPersonal():
			showing = append(showing, r)
		case r.role > lender:
			return showing
		}
	}
	return nil
}

// lateDays is how many days a debt is overdue when it is odd that nobody has written before.
const lateDays = 60

func firstSeenLate(_ *scene, c *cluster) []*reading {
	first := c.all[0]
	if first.kind != parser.KindOverdue || first.days < lateDays {
		return nil
	}
	return []*reading{first}
}

// timed returns the readings whose time is known.
func timed(all []*reading) []*reading {
	return slices.DeleteFunc(slices.Clone(all), func(r *reading) bool { return r.ReceivedAt.IsZero() })
}

func repaidBefore(_ *scene, c *cluster) []*reading {
	var paid *reading
	for _, r := range timed(c.all) {
		switch {
		case r.paidAll:
			paid = r
		case r.kind == parser.KindReceipt, r.kind == parser.KindReminder:
			paid = nil // the credit goes on
		case paid != nil && r.kind == parser.KindOverdue && r.verdict != classify.Scam && (r.start == 0 || r.start <= dayOf(paid.ReceivedAt)):
			return []*reading{paid, r}
		}
	}
	return nil
}

func takenBack(_ *scene, c *cluster) []*reading {
	for i := len(c.all) - 1; i > 0; i-- {
		if r := c.all[i]; (r.kind != parser.KindOverdue || r.total == 0 || !r.sure) && withdraws(r.Text) {
			return []*reading{r}
		}
	}
	return nil
}

// withdraws reports whether a text takes back what its sender wrote before, and does so without
// condition.
func withdraws(text string) bool {
	return slices.ContainsFunc(words(withdrawn), func(w string) bool {
		before, _, ok := strings.Cut(text, w)
		if !ok {
			return false
		}
		before = before[max(0, len(before)-conditionReach):]
		return !strings.ContainsAny(before, "如若")
	})
}

// conditionReach is how far before such words a condition may stand, in bytes: six characters.
const conditionReach = 18

func sameStranger(s *scene, c *cluster) (showing []*reading) {
	for _, t := range s.strangers {
		if !slices.Contains(t.of, c) || len(t.lenders) < 2 {
			continue
		}
		for _, d := range t.of {
			if i := slices.IndexFunc(d.all, func(r *reading) bool { return r.claims() && !r.claim.Name.IsZero() }); i >= 0 {
				showing = append(showing, d.all[i])
			}
		}
	}
	return showing
}

// aboutAnother: the recipient is told about somebody else's debt and is not called its guarantor.
func aboutAnother(_ *scene, c *cluster) (showing []*reading) {
	claims := 0
	for _, r := range c.all {
		switch {
		case !r.claims():
		case r.says.has(surety):
			return nil
		default:
			if claims++; r.third || r.persons != 0 && !r.isOthers() {
				showing = append(showing, r)
			}
		}
	}
	if 2*len(showing) < claims {
		return nil
	}
	return showing
}

func severalPersons(s *scene, c *cluster) []*reading {
	for _, r := range c.all {
		for _, q := range s.senders[r.port] {
			if _, both := identity.Together(r.claim, q.claim); both.Field(identity.FieldName).Outcome == identity.Disagree && r.isPersonal() {
				return []*reading{r, q}
			}
		}
	}
	return nil
}

func oneTextManyLenders(s *scene, c *cluster) []*reading {
	for _, r := range c.all {
		for _, q := range s.templates[r.template] {
			if q.creditor.same(r.creditor) || r.creditor.isZero() || q.role == r.role && r.role > lender && !r.collector.isZero() && q.collector.same(r.collector) {
				continue
			}
			if r.isPersonal() && q.isPersonal() || r.shareHandle(q) {
				return []*reading{r, q} // firms also use the same template, each from its own number
			}
		}
	}
	return nil
}

const (
	falls      = 2.0 / 3
	jumps      = 2
	jumpWithin = 30 // days
)

// isRunning reports whether the matter is a credit that is still billed and paid, so that its sums
// go up and down.
func (c *cluster) isRunning() bool {
	return slices.ContainsFunc(c.all, func(r *reading) bool { return r.kind == parser.KindReminder || r.kind == parser.KindReceipt })
}

func totalFalls(_ *scene, c *cluster) []*reading {
	if c.isRunning() {
		return nil
	}
	var before *reading
	for _, r := range timed(c.all) {
		switch {
		case r.kind != parser.KindOverdue || r.total == 0:
		case before != nil && float64(r.total) < falls*float64(before.total):
			return []*reading{before, r}
		default:
			before = r
		}
	}
	return nil
}

func totalJumps(_ *scene, c *cluster) []*reading {
	if c.isRunning() {
		return nil
	}
	var before *reading
	for _, r := range timed(c.all) {
		if r.kind != parser.KindOverdue || r.total == 0 {
			continue
		}
		if before != nil && r.total >= jumps*before.total && dayOf(r.ReceivedAt)-dayOf(before.ReceivedAt) <= jumpWithin {
			return []*reading{before, r}
		}
		before = r
	}
	return nil
}

// leastDeadlines is how many "last days" make evidence.
const leastDeadlines = 3

func lastDayAgain(_ *scene, c *cluster) (showing []*reading) {
	last := dayOf(lastTime(c.all))
	seen := map[day]bool{}
	for _, r := range c.all {
		at := dayOf(r.ReceivedAt)
		if r.claims() && r.due > 0 && at > 0 && r.due-at <= 1 && r.due < last && !seen[r.due] {
			seen[r.due] = true
			showing = append(showing, r)
		}
	}
	if len(showing) < leastDeadlines {
		return nil
	}
	return showing
}

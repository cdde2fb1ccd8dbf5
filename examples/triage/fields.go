package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// record is an answer as seen by the columns of a table.
type record struct {
	jsonl.Compact
	message dunsms.Message
	report  *dunsms.Report // nil if the line was not read
	lang    remedy.Lang
}

// field is a column that -fields may name.
type field struct {
	name string
	what string // for the usage
	// foreign is whether the value may contain what a sender wrote: a spreadsheet must not take
	// that for a formula.
	foreign bool
	of      func(*record) string
}

// fields are all columns, first those of the compact form, with its keys and in its order. The
// words of lists are separated by blanks.
var fields = []field{
	{"line", "of all files together", false, func(r *record) string { return strconv.Itoa(r.Line) }},
	{"id", "of the message", true, func(r *record) string { return r.ID }},
	{"kind", "overdue, reminder, receipt, other", false, func(r *record) string { return string(r.Kind) }},
	{"verdict", "genuine, mistake, identity_theft, scam, undetermined, not_a_notice", false, func(r *record) string { return string(r.Verdict) }},
	{"confidence", "none, low, high, certain", false, func(r *record) string { return string(r.Confidence) }},
	{"sender_status", "confirmed, denied, unverified, no_handle", false, func(r *record) string { return string(r.Sender) }},
	{"outcome", "whether the person meant fits the recipient: agree, disagree, unknown", false, func(r *record) string { return r.Outcome }},
	{"score_genuine", "bits that speak for the story, as in the next three", false, func(r *record) string { return r.score(classify.Genuine) }},
	{"score_mistake", "", false, func(r *record) string { return r.score(classify.Mistake) }},
	{"score_identity_theft", "", false, func(r *record) string { return r.score(classify.IdentityTheft) }},
	{"score_scam", "", false, func(r *record) string { return r.score(classify.Scam) }},
	{"leading", "the story that scores highest", false, func(r *record) string { return string(r.Leading) }},
	{"lead", "how far, in bits", false, func(r *record) string { return r.number(r.Lead) }},
	{"likely_mistake", "true or false, as are the next two", false, func(r *record) string { return r.truth(r.LikelyMistake) }},
	{"likely_identity_theft", "", false, func(r *record) string { return r.truth(r.LikelyIdentityTheft) }},
	{"likely_scam", "", false, func(r *record) string { return r.truth(r.LikelyScam) }},
	{"kind_probability", "how likely the kind is right", false, func(r *record) string { return r.number(r.KindProbability) }},
	{"scam_probability", "how much its wording is that of scams", false, func(r *record) string { return r.some(r.ScamProbability) }},
	{"lender", "as written", true, func(r *record) string { return r.Lender }},
	{"canonical", "the lender's name, where it is known", true, func(r *record) string { return r.Canonical }},
	{"creditor", "for whom the sender collects", true, func(r *record) string { return r.Creditor }},
	{"third_party", "whether it is addressed to somebody other than the debtor", false, func(r *record) string { return r.truth(r.ThirdParty) }},
	{"amount", "in yuan, 1234.56", false, func(r *record) string { return yuan(r.AmountFen) }},
	{"amount_fen", "in fen, 123456", false, func(r *record) string { return whole(r.AmountFen) }},
	{"amount_max_fen", "the upper end of a range", false, func(r *record) string { return whole(r.AmountMaxFen) }},
	{"amount_precision", "exact, about, at_least, at_most, range, masked", false, func(r *record) string { return string(r.AmountPrecision) }},
	{"penalty_fen", "", false, func(r *record) string { return whole(r.PenaltyFen) }},
	{"days", "overdue", false, func(r *record) string { return whole(r.Days) }},
	{"months", "overdue", false, func(r *record) string { return whole(r.Months) }},
	{"periods", "overdue", false, func(r *record) string { return whole(r.Periods) }},
	{"since", "the day from which it is overdue", false, func(r *record) string { return r.Since }},
	{"due", "a day, 2026-03-01, or --03-01 without its year", false, func(r *record) string { return r.Due }},
	{"due_in_days", "", false, func(r *record) string { return whole(r.DueInDays) }},
	{"due_in_hours", "", false, func(r *record) string { return whole(r.DueInHours) }},
	{"implied_rate", "per cent a year, by the message's own figures", false, func(r *record) string { return r.some(r.ImpliedRate) }},
	{"phones", "to call back", true, func(r *record) string { return strings.Join(r.Phones, " ") }},
	{"urls", "", true, func(r *record) string { return strings.Join(r.URLs, " ") }},
	{"threats", "", false, func(r *record) string { return strings.Join(r.Threats, " ") }},
	{"asks", "", false, func(r *record) string { return strings.Join(r.Asks, " ") }},
	{"signals", "", false, func(r *record) string { return strings.Join(r.Signals, " ") }},
	{"evidence", "codes", false, func(r *record) string { return strings.Join(r.Evidence, " ") }},
	{"breaches", "rules on collection that it breaks", false, func(r *record) string { return strings.Join(r.Breaches, " ") }},
	{"steps", "codes of what to do", false, func(r *record) string { return strings.Join(r.Steps, " ") }},
	{"ask_next", "the facts worth finding out", false, func(r *record) string { return strings.Join(r.AskNext, " ") }},
	{"error", "why the line was not read", false, func(r *record) string { return r.bad() }},

	{"headline", "the verdict in a sentence, in the language of -lang", false, func(r *record) string { return r.assessed().Headline }},
	{"reason", "what decided, in a sentence", false, func(r *record) string { return r.assessed().Reason }},
	{"now", "what to do first, in a sentence", false, func(r *record) string { return r.now() }},
	{"sender", "the number it came from", true, func(r *record) string { return r.message.Sender }},
	{"received_at", "2026-03-01T10:00:00+08:00", false, func(r *record) string { return r.received() }},
	{"text", "the message itself", true, func(r *record) string { return r.message.Text }},
}

// usualFields are the columns if -fields names none.
const usualFields = "line,id,verdict,confidence,lender,amount,days,due,sender_status,headline,now,error"

// parseFields reads the names of -fields.
func parseFields(names string) ([]field, error) {
	if names == "" {
		names = usualFields
	}
	var chosen []field
	for name := range strings.SplitSeq(names, ",") {
		name = strings.TrimSpace(name)
		at := slices.IndexFunc(fields, func(f field) bool { return f.name == name })
		if at < 0 {
			return nil, fmt.Errorf("-fields must be a list of %s", strings.Join(fieldNames(fields), ", "))
		}
		chosen = append(chosen, fields[at])
	}
	return chosen, nil
}

func fieldNames(all []field) (names []string) {
	for _, f := range all {
		names = append(names, f.name)
	}
	return names
}

// yuan formats a sum as spreadsheets read it; nil gives "".
func yuan(fen *int64) string {
	if fen == nil {
		return ""
	}
	return fmt.Sprintf("%d.%02d", *fen/100, *fen%100)
}

// whole formats a whole number; nil gives "".
func whole[N int | int64](n *N) string {
	if n == nil {
		return ""
	}
	return strconv.FormatInt(int64(*n), 10)
}

// number formats a number; a line that was not read gives "".
func (r *record) number(n float64) string {
	if r.report == nil {
		return ""
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// some is number for values where 0 means unknown, which gives "".
func (r *record) some(n float64) string {
	if n == 0 {
		return ""
	}
	return r.number(n)
}

func (r *record) truth(yes bool) string {
	if r.report == nil {
		return ""
	}
	return strconv.FormatBool(yes)
}

func (r *record) score(story classify.Verdict) string { return r.number(r.assessed().Scores.Of(story)) }

// assessed returns the assessment, the zero one if the line was not read.
func (r *record) assessed() classify.Assessment {
	if r.report == nil {
		return classify.Assessment{}
	}
	return r.report.Assessment
}

// now says what to do first.
func (r *record) now() string {
	if r.report == nil {
		return ""
	}
	return plain.Of(r.report.Assessment, &r.report.Notice, r.report.Steps, r.lang).Now
}

func (r *record) received() string {
	if r.message.ReceivedAt.IsZero() {
		return ""
	}
	return r.message.ReceivedAt.Format(time.RFC3339)
}

// bad returns the code of what is wrong with the line, "" if it was read.
func (r *record) bad() string {
	if r.Error == nil {
		return ""
	}
	return string(r.Error.Code)
}

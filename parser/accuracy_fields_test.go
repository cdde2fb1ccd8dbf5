package parser_test

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/dunsms/dunsms/parser"
)

// tally is a score for each of fields.
type tally [12]score

// field is one label and how it is read from both sides. Every value is a
// string; a field the message does not carry has none.
type field struct {
	name     string
	want     func(labels) []string
	got      func(*parser.Notice) []string
	optional func(labels) []string // neither wanted nor wrong
	also     func(labels) []string // as right as the one wanted
	kinds    []parser.Kind         // which have it; nil: all
}

// owing are the kinds of which something is owed.
var owing = []parser.Kind{parser.KindOverdue, parser.KindReminder}

var fields = [len(tally{})]field{
	{
		name: "kind",
		want: func(l labels) []string { return []string{string(l.Kind)} },
		got:  func(n *parser.Notice) []string { return []string{string(n.Kind)} },
		also: func(l labels) []string { return words(l.KindAlt) },
	}, {
		name: "amount_fen",
		want: func(l labels) []string { return number(l.AmountFen) },
		got:  func(n *parser.Notice) []string { return fen(n.Amount) },

		kinds: owing,
	}, {
		name: "overdue_days",
		want: func(l labels) []string { return number(l.OverdueDays) },
		got: func(n *parser.Notice) []string {
			if n.Overdue == nil {
				return nil
			}
			return number(n.Overdue.Days)
		},
		kinds: []parser.Kind{parser.KindOverdue},
	}, {
		name: "penalty_fen",
		want: func(l labels) []string { return number(l.PenaltyFen) },
		got:  func(n *parser.Notice) []string { return fen(n.Penalty) },

		kinds: owing,
	}, {
		name: "masked_id",
		want: func(l labels) []string { return one(l.MaskedID) },
		got:  func(n *parser.Notice) []string { return texts(n.MaskedID) },
	}, {
		name: "name",
		want: func(l labels) []string { return one(l.Name) },
		got: func(n *parser.Notice) []string {
			if n.Name == nil {
				return nil
			}
			return one(n.Name.Text)
		},
		also: func(l labels) []string { return l.NameAlt },
	}, {
		name: "lender",
		want: func(l labels) []string { return one(l.Lender) },
		got: func(n *parser.Notice) []string {
			if n.Lender == nil {
				return nil
			}
			return one(n.Lender.Text)
		},
	}, {
		name: "phones",
		want: func(l labels) []string { return plainNumbers(l.Phones) },
		got:  func(n *parser.Notice) []string { return plainNumbers(texts(pointers(n.Phones)...)) },
	}, {
		name: "urls",
		want: func(l labels) []string { return l.URLs },
		got:  func(n *parser.Notice) []string { return texts(pointers(n.URLs)...) },
	}, {
		name:     "threats",
		want:     func(l labels) []string { return words(l.Threats) },
		got:      func(n *parser.Notice) []string { return words(threatTypes(n)) },
		optional: func(l labels) []string { return words(l.ThreatsOptional) },
	}, {
		name:     "asks",
		want:     func(l labels) []string { return words(l.Asks) },
		got:      func(n *parser.Notice) []string { return words(askTypes(n)) },
		optional: func(l labels) []string { return words(l.AsksOptional) },
	}, {
		name: "third_party",
		want: func(l labels) []string { return []string{strconv.FormatBool(l.ThirdParty)} },
		got:  func(n *parser.Notice) []string { return []string{strconv.FormatBool(n.ThirdParty)} },
	},
}

// compare scores the field on one message; counts is false if it is not to be scored. On
// a message that is no notice only its kind counts. If another kind is as right as the
// wanted one, fields that a notice of that kind does not have do not count.
func (f field) compare(row labels, n *parser.Notice) (s score, counts bool) {
	if slices.Contains(row.Ambiguous, f.name) {
		return s, false
	}
	if f.name != "kind" && row.Kind == parser.KindOther {
		return s, false
	}
	if f.kinds != nil && slices.Contains(row.KindAlt, n.Kind) && !slices.Contains(f.kinds, n.Kind) {
		return s, false
	}
	wanted, got := set(f.want(row)), set(f.got(n))
	if f.also != nil && len(got) == 1 && slices.Contains(f.also(row), got[0]) {
		wanted = got
	}
	for _, g := range got {
		switch {
		case slices.Contains(wanted, g):
			s.hit++
		case f.optional == nil || !slices.Contains(f.optional(row), g):
			s.extra++
		}
	}
	s.missed = len(wanted) - s.hit
	return s, true
}

// accuracy reports whether the field has a value on every message, so that one figure is
// enough.
func (f field) accuracy() bool { return f.name == "kind" || f.name == "third_party" }

// set returns the different values, sorted.
func set(values []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(values)))
}

func words[W ~string](ws []W) []string {
	var s []string
	for _, w := range ws {
		s = append(s, string(w))
	}
	return s
}

func one(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func number[N int | int64](n *N) []string {
	if n == nil {
		return nil
	}
	return []string{strconv.FormatInt(int64(*n), 10)}
}

// fen is an amount's value; a masked amount has none.
func fen(m *parser.Money) []string {
	if m == nil || m.Precision == parser.PrecisionMasked {
		return nil
	}
	return number(&m.Fen)
}

func texts(found ...*parser.Found) []string {
	var s []string
	for _, f := range found {
		if f != nil {
			s = append(s, f.Text)
		}
	}
	return s
}

func pointers(found []parser.Found) []*parser.Found {
	var p []*parser.Found
	for i := range found {
		p = append(p, &found[i])
	}
	return p
}

// plainNumbers returns phone numbers in compatibility form and without
// separators: digits, mask characters and a leading + stay.
func plainNumbers(phones []string) []string {
	var plain []string
	for _, p := range phones {
		plain = append(plain, strings.Map(func(r rune) rune {
			if unicode.IsDigit(r) || unicode.IsLetter(r) || r == '*' || r == '+' {
				return r
			}
			return -1
		}, norm.NFKC.String(p)))
	}
	return plain
}

func threatTypes(n *parser.Notice) []parser.ThreatType {
	var types []parser.ThreatType
	for _, t := range n.Threats {
		types = append(types, t.Type)
	}
	return types
}

func askTypes(n *parser.Notice) []parser.AskType {
	var types []parser.AskType
	for _, a := range n.Asks {
		types = append(types, a.Type)
	}
	return types
}

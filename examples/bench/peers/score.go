package main

import (
	"math/big"
	"slices"
	"strings"
	"unicode"
)

// found is what one peer finds in one message, with spans in bytes.
type found struct {
	Amounts []piece `json:"amounts"`
	IDs     []piece `json:"ids"`
	Phones  []piece `json:"phones"`
	URLs    []piece `json:"urls"`
}

// piece is text[Start:End]; an amount has its value in yuan as well, a range both
// ends.
type piece struct {
	Start  int      `json:"start"`
	End    int      `json:"end"`
	Values []string `json:"values,omitempty"`
}

// score counts what is found and labelled, found alone, and labelled alone.
type score struct{ hit, extra, missed int }

func (s *score) add(t score) {
	s.hit, s.extra, s.missed = s.hit+t.hit, s.extra+t.extra, s.missed+t.missed
}

func (s score) precision() float64 { return share(s.hit, s.hit+s.extra) }
func (s score) recall() float64    { return share(s.hit, s.hit+s.missed) }
func (s score) f1() float64        { return share(2*s.hit, 2*s.hit+s.extra+s.missed) }

// String writes precision, recall and F1.
func (s score) String() string {
	if s.hit+s.extra == 0 {
		return "none found"
	}
	return figures(s.precision(), s.recall(), s.f1())
}

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// field is what is compared.
type field struct {
	name    string
	feature string // which a peer has or has not
	label   string // its key in the corpus
	of      func(*row) bool
	score   func(*row, found) score
}

func debts(r *row) bool    { return !r.forIDs && r.isDebt() }
func others(r *row) bool   { return !r.forIDs && !r.isDebt() }
func both(r *row) bool     { return !r.forIDs }
func everyone(r *row) bool { return true }

// fields in the order of the table.
var fields = []field{
	{"amounts with a currency, about a debt", "amounts", "amounts", debts, amountsWithCurrency},
	{"all amounts, about a debt", "amounts", "amounts", debts, amounts},
	{"amounts with a currency, other messages", "amounts", "amounts", others, amountsWithCurrency},
	{"the debtor's ID number, masked", "ids", "masked_id", everyone, ids},
	{"phones of 7 digits or more, about a debt", "phones", "phones", debts, longPhones},
	{"all phones to call, 95588 too, about a debt", "phones", "phones", debts, phones},
	{"phones of 7 digits or more, other messages", "phones", "phones", others, longPhones},
	{"links, about a debt", "links", "urls", debts, links},
	{"links, other messages", "links", "urls", others, links},
	{"links, their hosts alone", "hosts", "urls", both, hosts},
}

// counts reports whether the field of a message is scored.
func (f field) counts(r *row) bool {
	return f.of(r) && !slices.Contains(r.Ambiguous, f.label)
}

// label is a labelled amount.
type label struct {
	piece
	fen      int64
	optional bool // neither wanted nor wrong
	used     bool
}

func amounts(r *row, f found) score { return scoreAmounts(labelled(r, false), f.Amounts) }

// amountsWithCurrency does not want amounts that name no currency: 欠款5.2万, 那八千.
func amountsWithCurrency(r *row, f found) score { return scoreAmounts(labelled(r, true), f.Amounts) }

// labelled returns the labelled amounts at their places in the text. What has no one
// exact value, as 两千多 and 5000到7000, is optional.
func labelled(r *row, currency bool) []label {
	var labels []label
	at := 0
	for _, a := range r.Amounts {
		i := strings.Index(r.Text[at:], a[0])
		if i < 0 {
			continue
		}
		l := label{piece: piece{Start: at + i, End: at + i + len(a[0])}}
		at = l.End
		fen, exact := valueOf(a[0])
		l.fen, l.optional = fen, !exact || currency && !hasCurrency(a[0])
		labels = append(labels, l)
	}
	return labels
}

// scoreAmounts compares by value: a piece is right that touches a label of its value.
// A piece that is not right, but touches an optional label, does not count.
func scoreAmounts(labels []label, pieces []piece) (s score) {
	for _, p := range pieces {
		i := slices.IndexFunc(labels, func(l label) bool {
			return !l.used && !l.optional && l.touches(p) && slices.ContainsFunc(p.Values, func(v string) bool { return isFen(v, l.fen) })
		})
		switch {
		case i >= 0:
			labels[i].used = true
			s.hit++
		case !slices.ContainsFunc(labels, func(l label) bool { return l.optional && l.touches(p) }):
			s.extra++
		}
	}
	for _, l := range labels {
		if !l.used && !l.optional {
			s.missed++
		}
	}
	return s
}

func (p piece) touches(q piece) bool { return p.Start < q.End && q.Start < p.End }

// isFen reports whether a number of yuan is so many fen.
func isFen(yuan string, fen int64) bool {
	v, ok := new(big.Rat).SetString(yuan)
	if !ok {
		return false
	}
	diff := v.Sub(v, big.NewRat(fen, 100))
	return diff.Abs(diff).Cmp(big.NewRat(1, 1000)) < 0 // a float of 0.1 is none
}

// ids wants what is said to be the number of an identity document. The corpus has tails
// of cards and contracts under the same key, which are optional.
func ids(r *row, f found) score {
	var wanted []value
	if r.MaskedID != "" {
		before, _, _ := strings.Cut(r.Text, r.MaskedID)
		last := []rune(before)
		wanted = []value{{r.MaskedID, !namesDocument(string(last[max(0, len(last)-12):]))}}
	}
	return scoreSets(r.Text, wanted, f.IDs, plainID)
}

// phones wants the numbers to call; who reads 400-000-xxxx is neither right nor wrong.
func phones(r *row, f found) score { return scorePhones(r, f, 3) }

func longPhones(r *row, f found) score { return scorePhones(r, f, 7) }

func scorePhones(r *row, f found, least int) score {
	var wanted []value
	for _, p := range r.Phones {
		wanted = append(wanted, value{p, strings.ContainsAny(p, "xX*") || len(plainPhone(p)) < least})
	}
	return scoreSets(r.Text, wanted, f.Phones, plainPhone)
}

func links(r *row, f found) score { return scoreSets(r.Text, all(r.URLs), f.URLs, plainLink) }
func hosts(r *row, f found) score { return scoreSets(r.Text, all(r.URLs), f.URLs, host) }

// value is a labelled value; an optional one is neither wanted nor wrong, nor is a part
// of it.
type value struct {
	text     string
	optional bool
}

func all(texts []string) []value {
	var list []value
	for _, t := range texts {
		list = append(list, value{t, false})
	}
	return list
}

// scoreSets compares different values in plain spelling.
func scoreSets(text string, labels []value, pieces []piece, plain func(string) string) (s score) {
	wanted, got := map[string]bool{}, map[string]bool{}
	for _, l := range labels {
		if !l.optional {
			wanted[plain(l.text)] = true
		}
	}
	for _, p := range pieces {
		isOptional := func(l value) bool { return l.optional && strings.Contains(l.text, text[p.Start:p.End]) }
		if p := plain(text[p.Start:p.End]); wanted[p] || !slices.ContainsFunc(labels, isOptional) {
			got[p] = true
		}
	}
	for g := range got {
		if wanted[g] {
			s.hit++
		} else {
			s.extra++
		}
	}
	s.missed = len(wanted) - s.hit
	return s
}

func plainID(s string) string {
	return strings.ToUpper(strings.Join(strings.Fields(halfWidth(s)), ""))
}

// plainPhone returns the digits, without the code of the country and an extension.
func plainPhone(s string) string {
	s, _, _ = strings.Cut(s, "转")
	s = strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || r == '*' {
			return r
		}
		return -1
	}, halfWidth(s))
	if rest := strings.TrimPrefix(strings.TrimPrefix(s, "00"), "86"); len(rest) == 11 && rest[0] == '1' {
		return rest
	}
	return s
}

// plainLink leaves the scheme, what is no part of a link at its end, and the case out.
func plainLink(s string) string {
	s = strings.ToLower(halfWidth(s))
	if _, after, ok := strings.Cut(s, "://"); ok {
		s = after
	}
	return strings.TrimRight(s, "/.(,")
}

func host(s string) string {
	s = plainLink(s)
	if i := strings.IndexAny(s, "/?#:"); i >= 0 {
		s = s[:i]
	}
	return s
}

package classify

import (
	"strings"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// frozenCardCall: 已冻结您的信用卡，如需恢复请致电…, with a number that anybody may have: a service number such as
// 955… leads to the firm itself.
func frozenCardCall(r *reading) []parser.Span {
	at := r.signals(parser.SignalCardFrozen)
	if len(at) == 0 {
		return nil
	}
	foreign := false
	for i, p := range r.phones {
		switch p.Class() {
		case identity.PhoneService, identity.PhoneHotline:
			continue
		}
		if !r.isOwnHotline(r.n.Phones[i].Text) {
			foreign = true
			at = append(at, r.n.Phones[i].Span)
		}
	}
	if !foreign {
		return nil
	}
	return at
}

// overseasCallback: 0086138… and 00852…; nobody in the country writes 00. For a recipient with
// ties overseas a number from there is no surprise.
func overseasCallback(r *reading) (at []parser.Span) {
	for i, p := range r.n.Phones {
		overseas := r.phones[i].Class() == identity.PhoneOverseas
		if overseas && r.facts.OverseasTies != Yes || !overseas && strings.HasPrefix(p.Text, "00") {
			at = append(at, p.Span)
		}
	}
	return at
}

func asksContact(r *reading) []parser.Span { return r.asks(parser.AskAddContact) }

// unknownCallback fires only if the caller gives the lender's numbers: a bank has hundreds, and
// most are in no table.
func unknownCallback(r *reading) (at []parser.Span) {
	if r.lender == nil || len(r.lender.Hotlines) == 0 {
		return nil
	}
	for i, p := range r.n.Phones {
		switch r.phones[i].Class() {
		case identity.Phone400, identity.Phone800, identity.PhoneLandline:
			if !r.isOwnHotline(p.Text) {
				at = append(at, p.Span)
			}
		}
	}
	return at
}

// ownCallback: every number to call is the lender's.
func ownCallback(r *reading) (at []parser.Span) {
	for _, p := range r.n.Phones {
		if !r.isOwnHotline(p.Text) {
			return nil
		}
		at = append(at, p.Span)
	}
	return at
}

func mobileCallback(r *reading) (at []parser.Span) {
	for i, p := range r.phones {
		if p.Class() == identity.PhoneMobile {
			at = append(at, r.n.Phones[i].Span)
		}
	}
	return at
}

func (r *reading) isOwnHotline(number string) bool {
	return hasNumber(r.own.Hotlines, number)
}

// hasNumber reports whether number is among numbers, however they are written.
func hasNumber(numbers []string, number string) bool {
	for _, own := range numbers {
		if sameNumber(own, number) {
			return true
		}
	}
	return false
}

// sameNumber reports whether two numbers have the same digits, ignoring a leading +86 or 0086.
func sameNumber(a, b string) bool {
	a, b = withoutCountry(a), withoutCountry(b)
	i, j := 0, 0
	for {
		i, j = nextDigit(a, i), nextDigit(b, j)
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b) && a != "" && b != ""
		}
		if a[i] != b[j] {
			return false
		}
		i++
		j++
	}
}

func nextDigit(s string, i int) int {
	for i < len(s) && (s[i] < '0' || s[i] > '9') {
		i++
	}
	return i
}

func withoutCountry(s string) string {
	s = strings.TrimSpace(s)
	for _, code := range [...]string{"+86", "0086"} {
		if rest, ok := strings.CutPrefix(s, code); ok {
			return rest
		}
	}
	return s
}

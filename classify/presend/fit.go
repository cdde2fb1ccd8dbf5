package presend

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// telling is how many bits of evidence tell one person from another: more than a common surname
// gives, less than a tail of four digits. See identity.Compare.
const telling = 5

// fit finds what in the text does not fit its record.
func (k *check) fit() {
	n, r := k.notice, k.record
	if len(r.Unreadable) > 0 {
		k.found = append(k.found, Finding{Code: "RECORD_UNREADABLE", Fields: r.Unreadable})
	}
	claim := k.claim
	if k.isNoNotice() {
		k.add("NOT_A_NOTICE")
		if claim.Name.IsZero() {
			return
		}
	}
	if claim.Name.IsZero() && claim.ID.IsZero() && (!says(k.text, "reader") || says(k.text, "titled")) {
		k.add("ADDRESSEE_MISSING")
	}
	if !claim.ID.IsZero() && k.own.Field(identity.FieldID).Outcome != identity.Agree && claim.ID.Candidates() == 0 {
		k.add("ID_IMPOSSIBLE", spansOf(n, identity.FieldID)...)
	}
	for _, f := range k.own.Fields {
		if code, of := codeOf(f); code != "" && !(f.Field == identity.FieldSex && k.own.Field(identity.FieldName).Outcome == identity.Disagree) {
			k.differs(code, of, spansOf(n, f.Field)...)
		}
	}
	k.numbers()
	k.greetsOther()
	k.asksOther()
	k.misspelt()
	k.mixed()
	k.shifted(claim)
}

// claimed returns the person whom the text means. The record's full name anywhere in the text,
// except within the name of a firm, is taken as the addressee's; so is the record's given name
// alone if it is the parsed name or is greeted, and its surname if it is greeted with a title.
func (k *check) claimed() identity.Claim {
	claim := k.notice.Claim()
	if p := k.notice.Phone; p != nil && k.ofOther(p.Span) {
		claim.Phone = identity.Phone{}
	} else if p != nil && k.isTail(*p) {
		if tail, err := identity.ParsePhone("*" + p.Text); err == nil {
			claim.Phone = tail
		}
	}
	own := k.record.Person.Name
	if k.names(own) || k.notice.Name != nil && isGiven(k.notice.Name.Text, own) || k.greetsGiven(own) || k.greetsSurname(own) {
		if name, err := identity.ParseName(own); err == nil {
			claim.Name, claim.Sex = name, cmp.Or(claim.Name.Sex(), claim.Sex)
		}
	}
	return claim
}

// names reports whether the text has a name other than as part of a firm's.
func (k *check) names(name string) bool {
	if utf8.RuneCountInString(name) < 2 {
		return false
	}
	n := k.notice
	firms := slices.Clone(n.Signatures)
	if n.Lender != nil {
		firms = append(firms, n.Lender.Found)
	}
	for from := 0; ; {
		i := strings.Index(k.text[from:], name)
		if i < 0 {
			return false
		}
		start := from + i
		from = start + len(name)
		if !slices.ContainsFunc(firms, func(f parser.Found) bool { return f.Span.Start <= start && from <= f.Span.End }) {
			return true
		}
	}
}

// isGiven reports whether name is the given name of whole: 小满 of 池小满.
func isGiven(name, whole string) bool {
	return utf8.RuneCountInString(name) > 1 && len(name) < len(whole) && strings.HasSuffix(whole, name)
}

// saysAmount reports whether one of the amounts of the text is the record's.
func (k *check) saysAmount() bool {
	return k.record.Amount != nil && slices.ContainsFunc(k.notice.Amounts, func(m parser.Money) bool {
		return m.Precision == parser.PrecisionExact && m.Fen == *k.record.Amount
	})
}

// differs notes a finding that does not fit a field of the record.
func (k *check) differs(code string, of Field, spans ...parser.Span) {
	k.found = append(k.found, Finding{Code: code, Spans: spans, Fields: []Field{of}})
}

// shifted finds that the text, which does not fit its own record, belongs to a neighbouring one.
// Another debt of the same customer does not count.
func (k *check) shifted(claim identity.Claim) {
	if k.own.Outcome != identity.Disagree {
		return
	}
	for _, other := range []struct {
		record *Record
		beside int
	}{{k.rowBefore, -1}, {k.rowBehind, 1}} {
		if other.record != nil && other.record.Person.Name != k.record.Person.Name &&
			identity.Compare(claim, other.record.Person).Bits >= 2*telling {
			k.found = append(k.found, Finding{Code: "ROW_SHIFTED", Beside: other.beside})
			return
		}
	}
}

// codeOf returns the code for a field that does not fit and the field of the record; "" if it
// fits.
func codeOf(f identity.FieldComparison) (code string, of Field) {
	switch {
	case f.Outcome != identity.Disagree:
		return "", ""
	case f.Field == identity.FieldName && f.Slip:
		return "NAME_MISSPELT", FieldName
	case f.Field == identity.FieldName:
		return "NAME_DIFFERS", FieldName
	case f.Field == identity.FieldID && f.Slip:
		return "ID_MISTYPED", FieldIDNumber
	case f.Field == identity.FieldID:
		return "ID_DIFFERS", FieldIDNumber
	case f.Field == identity.FieldPhone:
		return "PHONE_DIFFERS", FieldPhone
	case f.Field == identity.FieldSex:
		return "TITLE_DIFFERS", FieldIDNumber
	}
	return "", ""
}

// spansOf returns where a text shows a field. A title is shown at the name.
func spansOf(n *parser.Notice, f identity.Field) []parser.Span {
	switch {
	case f == identity.FieldID && n.MaskedID != nil:
		return []parser.Span{n.MaskedID.Span}
	case f == identity.FieldPhone && n.Phone != nil:
		return []parser.Span{n.Phone.Span}
	case f != identity.FieldID && f != identity.FieldPhone && n.Name != nil:
		return []parser.Span{n.Name.Span}
	}
	return nil
}

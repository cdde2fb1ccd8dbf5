package main

import (
	"regexp"
	"slices"
	"sync"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// telling is how many bits of evidence tell one person from another: more than a
// common surname has, less than a tail of four digits. See identity.Compare.
const telling = 5

// fit says what of a text does not fit its record.
func (c *checker) fit(b beside, n *parser.Notice, own identity.Comparison) (found []finding) {
	r := b.row
	if len(r.unreadable) > 0 {
		found = append(found, finding{Code: "RECORD_UNREADABLE", Fields: r.unreadable})
	}
	if n.Kind == parser.KindOther {
		return append(found, finding{Code: "NOT_A_NOTICE"})
	}
	claim := n.Claim()
	if claim.Name.IsZero() && claim.ID.IsZero() {
		found = append(found, finding{Code: "ADDRESSEE_MISSING"})
	}
	if !claim.ID.IsZero() && claim.ID.Candidates() == 0 {
		found = append(found, finding{Code: "ID_IMPOSSIBLE", Spans: spansOf(n, identity.FieldID)})
	}
	for _, f := range own.Fields {
		if code := differs(f); code != "" && !(f.Field == identity.FieldSex && own.Field(identity.FieldName).Outcome == identity.Disagree) {
			found = append(found, finding{Code: code, Spans: spansOf(n, f.Field)})
		}
	}
	if mixed := c.mixed(n, r, own); mixed != nil {
		found = append(found, *mixed)
	}
	if other := shifted(b, claim, own); other != nil {
		found = append(found, finding{Code: "ROW_SHIFTED", Row: other.Row})
	}
	return found
}

// shifted returns the neighbouring record that a text belongs to, if not to its own.
// Another debt of the same customer does not count.
func shifted(b beside, claim identity.Claim, own identity.Comparison) *record {
	for _, other := range []*record{b.before, b.behind} {
		if own.Outcome == identity.Disagree && other != nil && other.person.Name != b.row.person.Name &&
			identity.Compare(claim, other.person).Bits >= 2*telling {
			return other
		}
	}
	return nil
}

// anothers are the codes of what a text says that belongs to another record.
var anothers = []string{
	"AMOUNT_DIFFERS", "DAYS_DIFFER", "ID_DIFFERS", "ID_MISTYPED", "NAME_DIFFERS", "NAME_MISSPELT", "PHONE_DIFFERS", "RECORDS_MIXED", "TITLE_DIFFERS",
}

// fits says whether a text fits its record: one thing that does not is enough, and
// nothing that can be compared is unknown.
func fits(own identity.Comparison, found []finding) identity.Outcome {
	if slices.ContainsFunc(found, func(f finding) bool { return slices.Contains(anothers, f.Code) }) {
		return identity.Disagree
	}
	return own.Outcome
}

// differs returns the code for a field that does not fit, else "".
func differs(f identity.FieldComparison) string {
	switch {
	case f.Outcome != identity.Disagree:
		return ""
	case f.Field == identity.FieldName && f.Slip:
		return "NAME_MISSPELT"
	case f.Field == identity.FieldName:
		return "NAME_DIFFERS"
	case f.Field == identity.FieldID && f.Slip:
		return "ID_MISTYPED"
	case f.Field == identity.FieldID:
		return "ID_DIFFERS"
	case f.Field == identity.FieldPhone:
		return "PHONE_DIFFERS"
	case f.Field == identity.FieldSex:
		return "TITLE_DIFFERS"
	}
	return ""
}

// spansOf returns where a text shows a field. A title stands beside the name.
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

// sentence is a piece of a text that may be of another record than the rest: up to
// what ends a sentence, or to the next signature.
var sentence = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^。；！\n【]+[。；！\n]?|【`) })

// mixed reports whether parts of a text are of two persons, of whom one is the
// record's: a field that fits beside one that does not, or a sentence that fits
// beside one that does not. What a slip of the pen explains is no other person.
func (c *checker) mixed(n *parser.Notice, r *record, own identity.Comparison) *finding {
	var ours bool
	var others []parser.Span
	weigh := func(n *parser.Notice, all identity.Comparison, offset int) {
		for _, f := range all.Fields {
			ours = ours || f.Outcome == identity.Agree && f.Bits >= telling
			if f.Outcome != identity.Disagree || f.Slip || f.Field != identity.FieldName && f.Field != identity.FieldID {
				continue
			}
			for _, s := range spansOf(n, f.Field) {
				others = append(others, parser.Span{Start: s.Start + offset, End: s.End + offset})
			}
		}
	}
	weigh(n, own, 0)
	for _, at := range sentence().FindAllStringIndex(r.text, -1) {
		if part, err := c.parser.Parse(r.text[at[0]:at[1]]); err == nil {
			weigh(part, identity.Compare(part.Claim(), r.person), at[0])
		}
	}
	if !ours || len(others) == 0 {
		return nil
	}
	return &finding{Code: "RECORDS_MIXED", Spans: others}
}

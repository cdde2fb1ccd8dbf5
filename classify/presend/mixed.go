package presend

import (
	"regexp"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// sentence finds the pieces of a text that may come from different records: up to the end of a
// sentence or the next signature.
var sentence = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[^。；！\n【]+[。；！\n]?|【`) })

// mixed finds texts about two persons, one of them the record's: one field or sentence fits, and
// another does not. A difference that a slip of the pen explains is no other person.
//
// A sentence is read on its own if it may name somebody, and counts if more than a bare name says
// so: read alone, its first words may look like a name.
func (k *check) mixed() {
	var m mixture
	m.weigh(k.notice, k.own, 0)
	for _, at := range sentence().FindAllStringIndex(k.text, -1) {
		text := k.text[at[0]:at[1]]
		if n := k.notice.Name; n != nil && at[0] <= n.Span.Start && n.Span.End <= at[1] || !says(text, "person") {
			continue
		}
		part, err := k.parse(text)
		if err != nil || part.MaskedID == nil && part.Phone == nil && (part.Name == nil || part.Name.Sex == identity.SexUnknown && !says(part.Name.Text, "person")) {
			continue
		}
		m.weigh(part, identity.Compare(part.Claim(), k.record.Person), at[0])
		// Who is greeted by another name, 王强先生，您的贷款…, is somebody else though a surname alone is ours.
		if part.Name != nil && strings.HasPrefix(text, part.Name.Text) && says(text, "reader") && k.own.Field(identity.FieldName).Outcome == identity.Agree {
			m.ours = true
		}
	}
	if m.ours && len(m.others) > 0 {
		k.add("RECORDS_MIXED", m.others...)
	}
}

// mixture is what the parts of a text say about its record.
type mixture struct {
	ours   bool          // a part is clearly the record's
	others []parser.Span // where parts are somebody else's
}

// weigh adds what a part that begins at an offset of the text says.
func (m *mixture) weigh(n *parser.Notice, all identity.Comparison, offset int) {
	for _, f := range all.Fields {
		m.ours = m.ours || f.Outcome == identity.Agree && f.Bits >= telling
		if f.Outcome != identity.Disagree || f.Slip || f.Field != identity.FieldName && f.Field != identity.FieldID {
			continue
		}
		for _, s := range spansOf(n, f.Field) {
			m.others = append(m.others, parser.Span{Start: s.Start + offset, End: s.End + offset})
		}
	}
}

package presend

import (
	"strings"

	"github.com/dunsms/dunsms/identity"
)

// greets reports whether the text addresses the record's person by name: 方正先生，您…. Then it tells no
// third person.
func (k *check) greets() bool {
	name := k.notice.Name
	if name == nil || k.own.Field(identity.FieldName).Outcome == identity.Disagree || !says(k.text, "reader") || says(k.text, "passed_on") {
		return false
	}
	after := k.text[name.Span.End:]
	for _, title := range cues()["title"] {
		if rest, ok := strings.CutPrefix(after, title); ok {
			after = rest
			break
		}
	}
	before := strings.TrimRight(k.text[:name.Span.Start], " ")
	return beginsWith(after, "greeting_after") && (before == "" || endsWith(before, "greeting_before"))
}

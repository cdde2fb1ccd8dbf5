package presend

import (
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms/identity"
)

// greets reports whether the text speaks to the record's person by name: 方正先生，您…. Then it tells no third
// person, though it may speak of who asked for the notice.
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

// greetsGiven reports whether the text greets somebody by the given name alone: 晓蕾你好 for 章晓蕾. Of other words there is
// no telling whether they are a name.
func (k *check) greetsGiven(whole string) bool {
	_, size := utf8.DecodeRuneInString(whole)
	given := whole[size:]
	if n := k.notice.Name; n != nil && !strings.HasSuffix(n.Text, given) {
		return false
	}
	for utf8.RuneCountInString(given) > 1 {
		if k.isGreeted(given) {
			return true
		}
		_, size = utf8.DecodeRuneInString(given) // a surname may be of two characters
		given = given[size:]
	}
	return false
}

// isGreeted reports whether a name stands where somebody is greeted.
func (k *check) isGreeted(name string) bool {
	for from := 0; ; {
		i := strings.Index(k.text[from:], name)
		if i < 0 {
			return false
		}
		before := strings.TrimRight(k.text[:from+i], " 　\n“‘")
		from += i + len(name)
		after := strings.TrimLeft(k.text[from:], " 　”’")
		if (before == "" || endsWith(before, "greeting_before") || endsWith(before, "hello")) && (beginsWith(after, "greeting_after") || beginsWith(after, "greeted_as") || beginsWith(after, "title")) {
			return true
		}
	}
}

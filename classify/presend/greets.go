package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/parser"
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

// greetsSurname reports whether the text greets somebody by the surname of whole and a title, where package parser has
// read no name since the surname is rare: 水女士，您好.
func (k *check) greetsSurname(whole string) bool {
	if k.notice.Name != nil {
		return false
	}
	runes := []rune(whole)
	for n := 1; n <= 2 && n < len(runes); n++ {
		if k.standsAddressed(string(runes[:n]), "titled") {
			return true
		}
	}
	return false
}

// isGreeted reports whether a name stands where somebody is greeted.
func (k *check) isGreeted(name string) bool {
	return k.standsAddressed(name, "greeting_after", "greeted_as", "title")
}

// standsAddressed reports whether a name stands where somebody is spoken to, with a cue of one of these meanings behind it.
func (k *check) standsAddressed(name string, behind ...string) bool {
	for from := 0; ; {
		i := strings.Index(k.text[from:], name)
		if i < 0 {
			return false
		}
		before := strings.TrimRight(k.text[:from+i], " 　\n“‘")
		from += i + len(name)
		after := strings.TrimLeft(k.text[from:], " 　”’")
		if (before == "" || endsWith(before, "greeting_before") || endsWith(before, "hello")) && slices.ContainsFunc(behind, func(meaning string) bool { return beginsWith(after, meaning) }) {
			return true
		}
	}
}

// spokenTo finds at the beginning, or behind the signature, who is spoken to: 贝蕾：您的借款.
var spokenTo = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:【[^】\n]{1,40}】)? ?(?:([\p{Han}]{2,3}|[\p{Han}]{1,4}·[\p{Han}]{1,5}) ?[：:，,] ?(?:您|你)[^好]|(?:尊敬的|亲爱的)?([\p{Han}]{1,3})(?:先生|女士|小姐)(?:您好|你好)?[：:，,。！!])`)
})

// greetsOther finds somebody else who is spoken to, where package parser has read no name: surnames are many.
func (k *check) greetsOther() {
	if !k.claim.Name.IsZero() || k.record.Person.Name == "" {
		return
	}
	at := spokenTo().FindStringSubmatchIndex(k.text)
	if at == nil {
		return
	}
	if at[2] < 0 {
		at[2], at[3] = at[4], at[5]
	}
	name := k.text[at[2]:at[3]]
	for _, title := range cues()["titled"] {
		name = strings.TrimSuffix(name, title)
	}
	if n := surnames.Len([]rune(name)); n == 0 && !strings.Contains(name, "·") {
		return // 债务人，您…
	}
	if name == "" || says(name, "no_person") || says(name, "heading") || strings.ContainsAny(name, k.record.Person.Name) || isOurs(name, k.ownNames()) {
		return
	}
	k.differs("NAME_DIFFERS", FieldName, parser.Span{Start: at[2], End: at[2] + len(name)})
}

// otherAsked finds who is asked by a surname and a title to do something: 请顾女士登录.
var otherAsked = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[请烦劳](\p{Han}{1,2})(?:先生|女士|小姐)(?:登录|于|尽快|及时|在|按|处理|还|办理|核|拨|致电|打开|存|到|本人|务必|抓紧|速)`)
})

// asksOther finds somebody of another surname who is asked to do something, beside the record's person, who is named.
func (k *check) asksOther() {
	if k.own.Field(identity.FieldName).Outcome != identity.Agree || k.record.Person.Name == "" {
		return
	}
	for _, at := range otherAsked().FindAllStringSubmatchIndex(k.text, -1) {
		name := k.text[at[2]:at[3]]
		if surnames.Len([]rune(name)) > 0 && !strings.ContainsAny(k.record.Person.Name, name) {
			k.differs("NAME_DIFFERS", FieldName, parser.Span{Start: at[2], End: at[3]})
		}
	}
}

// misspelt finds the record's name written otherwise in another place, where a title says that it is a
// name: 崔永先生：……请崔泳先生于…前履行.
func (k *check) misspelt() {
	whole := []rune(k.record.Person.Name)
	if len(whole) < 2 || k.own.Field(identity.FieldName).Outcome != identity.Agree {
		return
	}
	for _, title := range cues()["titled"] {
		for from := 0; ; {
			i := strings.Index(k.text[from:], title)
			if i < 0 {
				break
			}
			end := from + i
			from = end + len(title)
			name := lastRunes(k.text[:end], len(whole))
			at := parser.Span{Start: end - len(name), End: end}
			parsed, err := identity.ParseName(name)
			if err != nil || !strings.HasPrefix(name, string(whole[0])) || says(k.before(at, clauseEnds), "of_other") {
				continue
			}
			if f := identity.Compare(identity.Claim{Name: parsed}, k.record.Person).Field(identity.FieldName); f.Outcome == identity.Disagree && f.Slip {
				k.differs("NAME_MISSPELT", FieldName, at)
			}
		}
	}
}

// lastRunes returns the last n characters of a text, or all of it.
func lastRunes(text string, n int) string {
	at := len(text)
	for ; n > 0 && at > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:at])
		at -= size
	}
	return text[at:]
}

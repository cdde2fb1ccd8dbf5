package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// shown is a number that words beside it call the debtor's: whole, partly hidden, or only its tail
// or head.
type shown struct {
	field identity.Field
	text  string // digits, X and *
	tail  bool
	head  bool // only the first digits
	span  parser.Span
}

// numberIn finds what may be a tail, a phone number or an ID number.
var numberIn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[0-9*＊][0-9*＊•-]{1,20}[0-9xX]`)
})

// joints are the characters that may stand between a number and the word that says what it is.
const joints = " 　:：（([「“\"、，#尾末空为是以.；"

// shown returns the numbers that words beside them call the debtor's phone or ID number.
func (k *check) shown() (all []shown) {
	numbered := says(k.text, "numbered")
	for _, at := range numberIn().FindAllStringIndex(k.text, -1) {
		span := parser.Span{Start: at[0], End: at[1]}
		if longer(k.text, span.Start-1, -1) || longer(k.text, span.End, 1) {
			continue
		}
		s := shown{text: bare(k.text[at[0]:at[1]]), span: span}
		if k.label(&s, numbered) {
			all = append(all, s)
		}
	}
	return all
}

// label sets what the words before a number, or else those after it, call it. It reports whether
// it is one of the debtor's. Numbered says that the text has something else whose tail it may be.
func (k *check) label(s *shown, numbered bool) bool {
	if k.ofOther(s.span) {
		return false
	}
	before, tailed := trimJoints(k.text[:s.span.Start])
	before, s.head = cutHead(before)
	after := strings.TrimLeft(k.text[s.span.End:], " 结尾收的）)这个那")
	field := labelled(func(meaning string) bool { return endsWith(before, meaning) })
	if field == "" && isCertificate(before) {
		field = identity.FieldID
	}
	if field == "" && (tailed || after != k.text[s.span.End:]) && !endsWith(before, "number_of_other") {
		field = labelled(func(meaning string) bool { return beginsWith(after, meaning) })
	}
	named := strings.HasSuffix(before, k.record.Person.Name) || endsWith(before, "title") || beginsWith(after, "holder")
	if field == "" && tailed && named && k.record.Person.Name != "" && !numbered {
		// 王芳女士（尾号1234）: the tail of what is not said.
		id := k.record.Person.ID.Reveal()
		if strings.HasSuffix(id, strings.ToUpper(s.text)) {
			return false
		}
		field = identity.FieldPhone
	}
	s.field, s.tail = field, len(s.text) <= 6 && !strings.Contains(s.text, "*")
	hidden := strings.Contains(s.text, "*")
	switch {
	case s.head:
		return field != "" && s.tail && strings.IndexByte(s.text, 'X') < 0
	case field == identity.FieldID:
		return s.tail || hidden && len(s.text) >= 8
	case field == identity.FieldPhone && s.tail:
		return (len(s.text) == 4 || tailed && len(s.text) > 4) && !strings.ContainsAny(s.text, "xX")
	case field == identity.FieldPhone:
		// A partly hidden number is none to be called; one that is shown whole must be called the
		// debtor's own.
		return len(s.text) >= 8 && len(s.text) <= 14 && strings.HasPrefix(s.text, "1") && (hidden || endsWith(before, "phone_own"))
	}
	return false
}

// isCertificate reports whether a text ends with 证 or 证号 as words of their own: not 许可证, 执业证号.
func isCertificate(text string) bool {
	before, ok := strings.CutSuffix(strings.TrimSuffix(text, "号"), "证")
	r, size := utf8.DecodeLastRuneInString(before)
	return ok && (size == 0 || !unicode.Is(unicode.Han, r) || strings.ContainsRune("的您你其人士生", r))
}

// ofOther reports whether the text before a number in its clause says that it is somebody else's.
func (k *check) ofOther(s parser.Span) bool {
	return says(k.before(s, clauseEnds), "other_person")
}

// isTail reports whether the debtor's phone number is shown as a tail of five or six digits, or if
// words call it a tail, up to eight. Such a tail alone could be read as a service number.
func (k *check) isTail(f parser.Found) bool {
	_, tailed := trimJoints(k.text[:f.Span.Start])
	n := len(f.Text)
	return 5 <= n && (n <= 6 || tailed && n <= 8) && digitsOf(f.Text) == f.Text
}

// labelled returns the field for whose word says returns true; "" if there is none or the number
// is somebody else's.
func labelled(says func(meaning string) bool) identity.Field {
	switch {
	case says("number_of_other"):
		return ""
	case says("id_word"):
		return identity.FieldID
	case says("phone_word"), says("phone_own"):
		return identity.FieldPhone
	}
	return ""
}

// trimJoints cuts joints and words such as 尾号 off the end of a text, and reports whether a word
// says that only the tail follows.
func trimJoints(text string) (_ string, tail bool) {
	for {
		text = strings.TrimRight(text, joints)
		i := slices.IndexFunc(cues()["tail"], func(word string) bool {
			return len(text) >= len(word) && strings.EqualFold(text[len(text)-len(word):], word)
		})
		if i < 0 {
			return text, tail
		}
		text, tail = text[:len(text)-len(cues()["tail"][i])], true
	}
}

// cutHead cuts off the end of a text a word that says that only the first digits follow, and
// reports whether there was one.
func cutHead(text string) (string, bool) {
	i := slices.IndexFunc(cues()["head"], func(word string) bool { return strings.HasSuffix(text, word) })
	if i < 0 {
		return text, false
	}
	text, _ = trimJoints(strings.TrimSuffix(strings.TrimSuffix(text, cues()["head"][i]), "的"))
	return text, true
}

// bare returns a number without hyphens, its hidden characters as *.
func bare(s string) string {
	return strings.NewReplacer("-", "", "＊", "*", "•", "*", "x", "X").Replace(s)
}

// longer reports whether the byte at i, and the one at i+step, make what is beside it part of a
// longer number or word: 1,234, 12.5, NL20.
func longer(text string, i, step int) bool {
	if i < 0 || i >= len(text) {
		return false
	}
	c := text[i]
	return 'A' <= c&^0x20 && c&^0x20 <= 'Z' || '0' <= c && c <= '9' || strings.IndexByte(".,/-", c) >= 0 && isDigit(text, i+step)
}

// fits reports whether the number may be the record's. Known is whether the record has such a
// number to compare.
func (s shown) fits(p identity.Profile) (fits, known bool) {
	is := strings.HasSuffix
	if s.head {
		is = strings.HasPrefix
	}
	if s.field == identity.FieldID {
		id := p.ID.Reveal()
		if s.tail {
			return is(id, strings.ToUpper(s.text)), !p.ID.IsZero()
		}
		masked, err := identity.ParseMaskedID(s.text)
		return err != nil || masked.Fits(p.ID) != identity.Disagree, err == nil && !p.ID.IsZero()
	}
	masked, err := identity.ParsePhone(s.text)
	for _, own := range p.Phones {
		whole, bad := identity.ParsePhone(own)
		if bad != nil || err != nil && !s.tail {
			continue
		}
		known = true
		fits = fits || s.tail && is(whole.Reveal(), s.text) || !s.tail && masked.Fits(whole) != identity.Disagree
	}
	return fits, known
}

// numbers finds phone and ID numbers in the text that are not the record's, if package parser has
// not read one and the text nowhere has the record's.
func (k *check) numbers() {
	all := k.shown()
	for _, of := range []struct {
		field Field
		is    identity.Field
		code  string
	}{{FieldIDNumber, identity.FieldID, "ID_DIFFERS"}, {FieldPhone, identity.FieldPhone, "PHONE_DIFFERS"}} {
		if k.own.Field(of.is).Outcome != identity.Unknown {
			continue
		}
		var others []parser.Span
		stands := false
		for _, s := range all {
			if fits, known := s.fits(k.record.Person); s.field == of.is && known {
				stands = stands || fits
				if !fits {
					others = append(others, s.span)
				}
			}
		}
		if len(others) > 0 && !stands {
			k.differs(of.code, of.field, others...)
		}
	}
}

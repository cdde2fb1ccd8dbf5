package identity

import (
	"cmp"
	"fmt"
	"log/slog"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/internal/surnames"
)

// Name is a person's name as a message shows it: whole (张三丰), partly hidden
// (张*丰), or a surname alone (张先生, with the sex of the title). It is a comparable
// value; the zero Name is no name.
//
// A Name prints with at most its surname shown. [Name.Reveal] returns it as the
// message shows it.
type Name struct {
	text string // without title; hidden characters are *, dots are ·
	sex  Sex
}

// maxName is the most characters a name may have. The longest names in use, those
// with middle dots, are shorter.
const maxName = 40

// titles may follow a name; of two where one ends with the other, the longer
// comes first.
var titles = []struct {
	text string
	sex  Sex
}{
	{"小姐姐", SexFemale}, {"小姐", SexFemale}, {"女士", SexFemale}, {"太太", SexFemale}, {"夫人", SexFemale},
	{"先生", SexMale}, {"男士", SexMale},
}

// canonicalTitle is the title that is written for a sex known from a title.
var canonicalTitle = [...]string{SexMale: "先生", SexFemale: "女士"}

// ParseName reads a name, whole or with hidden characters (张**, 王某某, *小明, 欧阳**),
// with or without a title (先生, 男士, 女士, 小姐, 太太, 夫人). Han characters with single
// middle dots between them (阿依古丽·买买提) and names in letters of another script are
// accepted; spaces between Han characters are dropped. It does not tell a name
// from other words: 客户 is read as one.
//
// The error is a *[ParseError].
func ParseName(s string) (Name, error) {
	start, end := trimBlank(s, 0, len(s))
	body, sex := cutTitle(s[start:end])
	_, to := trimBlank(body, 0, len(body))
	body = body[:to]
	text, bad := canonicalName(body)
	switch {
	case bad >= 0:
		return Name{}, nameError(RuleCharacter, start+bad)
	case text == "" || utf8.RuneCountInString(text) > maxName:
		return Name{}, nameError(RuleLength, start+len(body))
	}
	if _, left := cutTitle(text); left != SexUnknown { // 先生先生, 先 生
		inner, err := ParseName(text)
		if err != nil {
			return Name{}, nameError(RuleLength, start+len(body))
		}
		return Name{inner.text, cmp.Or(sex, inner.sex)}, nil
	}
	return Name{text, sex}, nil
}

func nameError(rule Rule, offset int) error {
	return &ParseError{What: "name", Rule: rule, Offset: offset}
}

func cutTitle(s string) (string, Sex) {
	for _, t := range titles {
		if rest, ok := strings.CutSuffix(s, t.text); ok {
			return rest, t.sex
		}
	}
	return s, SexUnknown
}

// isDot reports whether r may separate the parts of a name. If it does not stand
// alone between two characters, it is a star.
func isDot(r rune) bool {
	switch r {
	case '·', '•', '・', '‧', '∙', '．', '.':
		return true
	}
	return false
}

func isHan(r rune) bool { return '一' <= r && r <= '\u9fff' || unicode.Is(unicode.Han, r) }

// canonicalName writes hidden characters as * and dots as ·; bad is the offset of
// a character that no name has, else -1. An x is a letter in a name of other
// letters, and a hidden character beside Han characters or stars.
func canonicalName(s string) (text string, bad int) {
	var b strings.Builder
	b.Grow(len(s))
	lettered, prev := isLettered(s), rune(0)
	for i, next := 0, 0; i < len(s); i = next {
		r, n := utf8.DecodeRuneInString(s[i:])
		next = i + n
		after, _ := utf8.DecodeRuneInString(s[next:]) // RuneError at the end
		switch {
		case isBlank(r):
			if !lettered || prev == ' ' {
				continue
			}
			r = ' '
			b.WriteByte(' ')
		case isDot(r) && prev != 0 && !isDot(prev) && after != utf8.RuneError && !isDot(after):
			b.WriteRune('·')
		case r == '某' || isStar(r) || isX(r) && !lettered:
			b.WriteByte(hidden)
		case isHan(r) || lettered && unicode.IsLetter(r):
			b.WriteRune(r)
		default:
			return "", i
		}
		prev = r
	}
	return b.String(), -1
}

// isLettered reports whether s has a letter, other than x, and no Han character.
func isLettered(s string) bool {
	lettered := false
	for _, r := range s {
		if isHan(r) {
			return false
		}
		lettered = lettered || unicode.IsLetter(r) && !isX(r)
	}
	return lettered
}

// IsZero reports whether n is the zero Name.
func (n Name) IsZero() bool { return n.text == "" }

// Sex returns the sex that the title beside the name gives, else SexUnknown.
func (n Name) Sex() Sex { return n.sex }

// Masked reports whether a character of the name is hidden.
func (n Name) Masked() bool { return strings.Contains(n.text, "*") }

// Surname returns the surname as it is shown: a surname of the table, else the
// first character; "" if that is hidden, and for a name with a dot or in letters
// of another script.
func (n Name) Surname() string {
	if strings.ContainsRune(n.text, '·') || isLettered(n.text) || strings.HasPrefix(n.text, "*") || n.text == "" {
		return ""
	}
	var head [2]rune
	runes := head[:0]
	for _, r := range n.text {
		if runes = append(runes, r); len(runes) == len(head) {
			break
		}
	}
	return string(runes[:max(surnames.Len(runes), 1)])
}

// SurnameOnly reports whether nothing follows the surname, not even a hidden
// character: 王先生.
func (n Name) SurnameOnly() bool { return n.text != "" && n.text == n.Surname() }

// Reveal returns the name as it is shown, without its title: hidden characters
// are *, dots are ·; "" for the zero Name.
func (n Name) Reveal() string { return n.text }

// String returns the name with all but its surname hidden: 张**. It hides the
// whole name if it begins with no surname of the table or nothing follows the
// surname.
func (n Name) String() string {
	runes, keep := []rune(n.text), 0
	if n.Surname() != "" && !n.SurnameOnly() {
		keep = surnames.Len(runes)
	}
	return string(runes[:keep]) + strings.Repeat("*", len(runes)-keep)
}

// Format prints [Name.String], whatever the verb.
func (n Name) Format(s fmt.State, verb rune) { formatHidden(s, verb, n.String()) }

// LogValue returns [Name.String] for slog.
func (n Name) LogValue() slog.Value { return slog.StringValue(n.String()) }

// MarshalText returns [Name.Reveal], followed by 先生 or 女士 if a title gave the
// sex.
func (n Name) MarshalText() ([]byte, error) {
	if n.sex < Sex(len(canonicalTitle)) {
		return []byte(n.text + canonicalTitle[n.sex]), nil
	}
	return []byte(n.text), nil
}

// UnmarshalText reads what [ParseName] reads; empty text is the zero Name.
func (n *Name) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*n = Name{}
		return nil
	}
	*n, err = ParseName(string(text))
	return err
}

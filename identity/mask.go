package identity

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/internal/tsv"
)

// MaskName returns name with each character but those of a surname hidden: 张三丰
// becomes 张**, 欧阳明 欧阳*. A name with a dot, in other letters or without a surname
// of the table, a surname alone, and text that is not a name are hidden whole. A
// title is dropped.
func MaskName(name string) string {
	n, err := ParseName(name)
	if err != nil {
		return stars(name)
	}
	return n.String()
}

// MaskID returns an ID number, whole or partly hidden, with all but its first and
// last four characters hidden: 1101**********1234. Text that is not a number is
// hidden whole.
func MaskID(number string) string {
	m, err := ParseMaskedID(number)
	if err != nil {
		return stars(number)
	}
	return m.String()
}

// MaskPhone returns a phone number as [Phone.String] prints it: 138****1234, but
// a firm's number whole. Text that is not a number is hidden whole.
func MaskPhone(number string) string {
	p, err := ParsePhone(number)
	if err != nil {
		return stars(number)
	}
	return p.String()
}

// maxStars is the most stars for a text hidden whole, so that its length gives
// nothing away.
const maxStars = 20

// stars hides a text whole.
func stars(s string) string { return strings.Repeat("*", min(utf8.RuneCountInString(s), maxStars)) }

//go:embed plainwords.txt
var plainWordsText string

// longestPlainWord is in characters.
const longestPlainWord = 6

var plainWords = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, fields := range tsv.Rows("plainwords.txt", plainWordsText, 1) {
		m[fields[0]] = true
	}
	return m
})

// MaskMessage returns text with everything hidden except punctuation and the
// words of a short list (plainwords.txt): 【**】尊敬的**先生，您已逾期***. Each other
// character, letter or digit becomes *; white space of any kind, and characters
// that do not show, become spaces. So names, numbers, amounts, links and firms
// are hidden without being recognized. It takes linear time.
func MaskMessage(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	for len(text) > 0 {
		r, n := utf8.DecodeRuneInString(text)
		switch word := plainWord(text); {
		case word > 0:
			n = word
			b.WriteString(text[:n])
		case isBlank(r) || unicode.IsControl(r):
			b.WriteByte(' ')
		case unicode.IsPunct(r):
			b.WriteRune(r)
		default:
			b.WriteByte('*')
		}
		text = text[n:]
	}
	return b.String()
}

// plainWord returns the length in bytes of the longest listed word that text
// begins with, else 0.
func plainWord(text string) (n int) {
	words, end := plainWords(), 0
	for range longestPlainWord {
		r, size := utf8.DecodeRuneInString(text[end:])
		if !isHan(r) {
			break
		}
		end += size
		if words[text[:end]] {
			n = end
		}
	}
	return n
}

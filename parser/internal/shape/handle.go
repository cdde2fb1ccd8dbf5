package shape

import (
	"strings"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// Handle is the service whose handle or number is looked for.
type Handle uint8

// The services.
const (
	HandleWeChat Handle = iota
	HandleQQ
	HandleAlipay
)

// ReadHandle reads a handle or number of a chat or payment account at i: five
// to twenty letters, digits, hyphens and underscores, six where no digit is
// among them; of QQ, five to eleven digits; of Alipay also a mail address.
func ReadHandle(r []rune, i int, of Handle) int {
	end, digits, at := i, 0, 0
	for ; end < len(r) && end-i <= 40; end++ {
		c := r[end]
		switch {
		case runes.DigitAt(r, end):
			digits++
		case c == '@':
			at = end
		case runes.IsLetter(c), c == '-', c == '_', c == '.':
		default:
			return endHandle(r, i, end, digits, at, of)
		}
	}
	return endHandle(r, i, end, digits, at, of)
}

func endHandle(r []rune, i, end, digits, at int, of Handle) int {
	for end > i && strings.ContainsRune("-_.@", r[end-1]) {
		end--
	}
	n := end - i
	switch {
	case at > i && at < end:
		if of != HandleAlipay {
			return i
		}
		return end
	case n < 5 || n > 20, digits == 0 && n < 6, strings.ContainsRune(string(r[i:end]), '.'):
		return i
	case of == HandleQQ && (digits != n || n > 11):
		return i
	}
	return end
}

package shape

import (
	"strings"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// Handle is the service of a handle. The zero Handle is WeChat.
type Handle uint8

// The services.
const (
	HandleWeChat Handle = iota
	HandleQQ
	HandleAlipay
)

// ReadHandle returns the end of the handle or number of a chat or payment account at i,
// or i if there is none: five to twenty letters, digits, hyphens and underscores, at
// least six if none is a digit; for QQ, five to eleven digits; for Alipay, also an
// e-mail address.
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

// endHandle returns end moved back over punctuation before it if r[i:end] can be a
// handle, else i. at is the index of its @.
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

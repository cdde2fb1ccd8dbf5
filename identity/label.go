package identity

import (
	"strings"
	"unicode/utf8"
)

// Words before the tail of a number, and words that may join them to it.
var (
	idLabels  = []string{"公民身份号码", "身份证号码", "身份证号", "身份证", "证件号码", "证件号", "证件"}
	tailWords = []string{"尾号", "后三位", "后四位", "后五位", "后六位", "末三位", "末四位", "末五位", "末六位", "后3位", "后4位", "后5位", "后6位", "末3位", "末4位", "末5位", "末6位"}
	joints    = []string{"为", "是", ":", "："}
)

// trimLabel returns the bounds of s without blanks, brackets and the words
// before a number. tail reports whether these words say that only the end of it
// follows.
func trimLabel(s string) (start, end int, tail bool) {
	cut := func(words []string) bool {
		for _, w := range words {
			if strings.HasPrefix(s[start:end], w) {
				start += len(w)
				return true
			}
		}
		return false
	}
	end = len(s)
	start, end = trimBlank(s, start, end)
	if r, n := utf8.DecodeRuneInString(s[start:end]); strings.ContainsRune("(（[【", r) && n > 0 {
		if r, m := utf8.DecodeLastRuneInString(s[start:end]); strings.ContainsRune(")）]】", r) {
			start, end = trimBlank(s, start+n, end-m)
		}
	}
	if start < end && (s[start] == '*' || s[start] >= '0' && s[start] <= '9') {
		return start, end, false // mostly there is no label
	}
	cut(idLabels)
	tail = cut(tailWords)
	for cut(joints) {
	}
	start, end = trimBlank(s, start, end)
	return start, end, tail
}

func trimBlank(s string, start, end int) (int, int) {
	for start < end {
		r, n := utf8.DecodeRuneInString(s[start:end])
		if !isBlank(r) {
			break
		}
		start += n
	}
	for start < end {
		r, n := utf8.DecodeLastRuneInString(s[start:end])
		if !isBlank(r) {
			break
		}
		end -= n
	}
	return start, end
}

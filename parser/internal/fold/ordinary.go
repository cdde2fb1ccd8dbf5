package fold

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// isOrdinary reports whether r[i:end], which is spelled like a disguise of plain, is
// where ordinary words meet: 由于 and 期数, 自动扣 and 扣款.
func (s *spellings) isOrdinary(knows Knows, r []rune, i, end int, plain []rune) bool {
	if end == i+1 || !runes.IsHan(r[i]) {
		return false
	}
	all := func(word []rune) bool { return knows(word) || s.ordinary[string(word)] }
	return endsWithin(all, r, i, end, plain) || runes.IsHan(r[end-1]) && beginsWithin(all, r, i, end, plain)
}

// endsWithin reports whether a word that begins before r[i:end] ends in it, with a
// character that plain would change: 由于 before 期. A word that would also be one with
// plain says nothing: 已于 and 已逾期.
func endsWithin(knows Knows, r []rune, i, end int, plain []rune) bool {
	same := 0
	for same < min(end-i, len(plain)) && r[i+same] == plain[same] {
		same++
	}
	for from := i - 1; from >= max(0, i+1-longestWhole) && runes.IsHan(r[from]); from-- {
		for to := i + same + 1; to <= min(end, from+longestWhole); to++ {
			if knows(r[from:to]) {
				return !knows(slices.Concat(r[from:i], plain))
			}
		}
	}
	return false
}

// beginsWithin reports whether a word that ends after r[i:end] begins in it: 期满 after
// 于. Either plain would change a character of that word, or what comes before it in
// r[i:end] is a word too and what plain has in that place is none: 威信 and 号码, but 微信
// and 号码.
func beginsWithin(knows Knows, r []rune, i, end int, plain []rune) bool {
	for from := i + 1; from < end; from++ {
		rest := end - from
		same := len(plain) > rest && slices.Equal(plain[len(plain)-rest:], r[from:end])
		if same && (!endsWhole(knows, r[i:from]) || isWhole(knows, plain[:len(plain)-rest])) {
			continue
		}
		for to := end + 1; to <= min(len(r), from+longestWhole); to++ {
			if knows(r[from:to]) {
				return true
			}
		}
	}
	return false
}

// isWhole reports whether word is a word of the dictionary, or is not Chinese: QQ.
func isWhole(knows Knows, word []rune) bool {
	return !runes.IsHan(word[0]) || len(word) > 1 && knows(word)
}

package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// Sign says whether an amount is less than nothing, so that the bank owes it. The zero
// Sign says that it is not.
type Sign uint8

// The signs.
const (
	MayBeMinus Sign = iota + 1 // a hyphen right after a word: 应还款额-500.00元, or 应还-500元
	Minus
)

// signBefore returns the sign of the amount r[i:end] from the dash before it.
//
// A dash is also punctuation. These rules decide: a true minus sign, and a dash that
// follows a colon, an opening bracket or a sign of equality, are minus. A long dash,
// two dashes, a dash at the beginning of a line, and a dash with a space or another
// dash between it and what comes before are punctuation. Between digits or letters it
// is part of a range or a code. A hyphen or short dash after a word may be either, and
// the caller knows the word.
func signBefore(r []rune, i, end int) Sign {
	if runes.At(r, i-1) == ' ' && runes.At(r, i-3) == ':' {
		i-- // 应还：- 500元
	}
	dash := runes.At(r, i-1)
	if !runes.IsDash(dash) || dash == '—' || runes.IsDash(runes.At(r, end)) {
		return 0
	}
	before := runes.At(r, i-2)
	if before == ' ' && !runes.EndsClause(runes.At(r, i-3)) {
		before = runes.At(r, i-3)
	}
	switch {
	case runes.IsDash(before), runes.IsAlnum(before), runes.EndsClause(before), before == ' ', before == '.', runes.IsMask(before):
		return 0
	case dash == '−', before == ':', before == '(', before == '=':
		return Minus
	}
	return MayBeMinus
}

// skipMinus returns i moved over the minus sign between a currency and a number,
// ¥-500.00.
func skipMinus(r []rune, i int) int {
	if c := runes.At(r, i); runes.IsDash(c) && c != '—' && runes.DigitAt(r, i+1) {
		return i + 1
	}
	return i
}

package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// readSmall reads 角 and 分 after 元 or 块: 5角, 六角七分, 零5分, and the bare 5 of
// 80块5, 五元五, 块半.
func readSmall(r []rune, i int) (fen int64, end int) {
	p := runes.SkipSpaces(r, i)
	spoken := runes.At(r, p) == '零'
	if spoken || runes.At(r, p) == '又' {
		p++
	}
	if runes.At(r, p) == '半' && p == i && endsSmall(r, p+1) {
		return 50, p + 1
	}
	d := oneDigit(r, p)
	if d < 0 {
		return 0, i
	}
	switch c := runes.At(r, p+1); {
	case isJiao(c) && !compoundAt(r, p+1):
		fen, end = readFen(r, p+2)
		return d*10 + fen, end
	case c == '分':
		return readFen(r, i)
	case !isBareSmall(r, i, p):
		return 0, i
	case spoken:
		return d, p + 1
	}
	return d * 10, p + 1
}

// isBareSmall reports whether the digit at p, which counts nothing, belongs to the yuan
// that end at i: 80块5, 八十块零五. After 元 people write it in Chinese, 五元五; another digit
// there may number a list.
func isBareSmall(r []rune, i, p int) bool {
	if !endsSmall(r, p+1) || p != i && r[p-1] != '零' {
		return false
	}
	return runes.At(r, i-1) == '块' || !runes.IsDigit(r[p]) && runes.EndsClause(runes.At(r, p+1))
}

// endsSmall reports whether a bare digit of 角 may end at i: 80块5，, not 80块5天.
func endsSmall(r []rune, i int) bool {
	c := runes.At(r, i)
	return !runes.IsAlnum(c) && !isNumeral(c) && !isMeasure(c) && !runes.MasksDigit(r, i) && c != '.'
}

// readFen reads 分 after 元 or 角, 5分, 零七分, and the 五 of 两毛五 and
// 六角五.
func readFen(r []rune, i int) (fen int64, end int) {
	p := runes.SkipSpaces(r, i)
	if c := runes.At(r, p); c == '零' || c == '又' {
		p++
	}
	d := oneDigit(r, p)
	if d >= 0 && isJiao(runes.At(r, i-1)) && p == i && endsSmall(r, p+1) {
		return d, p + 1
	}
	if d < 0 || runes.At(r, p+1) != '分' || compoundAt(r, p+1) || compoundAt(r, p) {
		return 0, i
	}
	return d, p + 2
}

// oneDigit returns the value of the digit at i, Arabic or Chinese, or -1.
func oneDigit(r []rune, i int) int64 {
	if runes.DigitAt(r, i) {
		return int64(r[i] - '0')
	}
	return hanDigit(runes.At(r, i))
}

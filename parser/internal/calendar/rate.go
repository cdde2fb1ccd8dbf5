package calendar

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// ReadRate returns the end of the rate at i, or i if there is none: 0.05%, 5‰,
// 万分之五, 百分之三点五, 万五 (as in 日息万五), 8.8折, 三成, 25bp. It keeps rates from
// being taken for amounts.
func ReadRate(r []rune, i int) int {
	if end := readFraction(r, i); end > i {
		return end
	}
	if !mayBeginDate(r, i) {
		return i
	}
	j := readRateNumber(r, i)
	if j == i {
		return i
	}
	return rateEnd(r, i, j)
}

// rateEnd returns the end of what makes the number r[i:j] a rate, or i if nothing does.
func rateEnd(r []rune, i, j int) int {
	k := runes.SkipSpace(r, j)
	switch runes.At(r, k) {
	case '%', '‰', '‱':
		return k + 1
	case '折':
		if isDiscount(r, i, j) && senseAt(r, k) != otherWord {
			return k + 1
		}
	case '成':
		if j-i == 1 && senseAt(r, k) != otherWord { // 三成, not 三成员
			return k + 1
		}
	case '个':
		if runes.HasAt(r, k, "个百分点") {
			return k + 4
		}
	case 'b':
		return basisPointsEnd(r, i, k)
	}
	return i
}

// basisPointsEnd returns the end of the bp or bps at k, or i if there is none.
func basisPointsEnd(r []rune, i, k int) int {
	if !runes.HasAt(r, k, "bp") {
		return i
	}
	end := k + 2
	if runes.At(r, end) == 's' {
		end++
	}
	if runes.AlnumAt(r, end) {
		return i
	}
	return end
}

// readFraction reads 百分之十, 千分之0.5, 万分之五, 十分之一, and 万五 after 息, 率 or
// 化.
func readFraction(r []rune, i int) int {
	switch runes.At(r, i) {
	case '十', '百', '千', '万', '仟', '佰':
	default:
		return i
	}
	j := i + 1
	if runes.At(r, j) == '分' && runes.At(r, j+1) == '之' {
		j += 2
	} else if c := runes.At(r, i-1); r[i] != '万' || c != '息' && c != '率' && c != '化' {
		return i
	}
	end := readRateNumber(r, runes.SkipSpace(r, j))
	if end == runes.SkipSpace(r, j) || r[j-1] != '之' && number.IsCounted(r, end) {
		return i
	}
	return end
}

// readRateNumber reads 0.05, 5, 三点五 or 二十三 at i, at most eight runes on each side
// of the point.
func readRateNumber(r []rune, i int) int {
	const most = 8
	if runes.DigitAt(r, i) {
		end := runes.DigitsWithin(r, i, most)
		if runes.At(r, end) == '.' && runes.DigitAt(r, end+1) {
			end = runes.DigitsWithin(r, end+1, most)
		}
		if runes.DigitAt(r, end) {
			return i
		}
		return end
	}
	end := i
	for end < i+most && (number.SpelledDigit(runes.At(r, end)) >= 0 || number.SpelledTens(runes.At(r, end)) > 0) {
		end++
	}
	if end > i && runes.At(r, end) == '点' && number.SpelledDigit(runes.At(r, end+1)) >= 0 {
		for end++; end < i+2*most && number.SpelledDigit(runes.At(r, end)) >= 0; end++ {
		}
	}
	return end
}

// isDiscount reports whether the number r[i:j] can come before 折: 8折, 8.8折, 88折,
// 八折; not 1000折.
func isDiscount(r []rune, i, j int) bool {
	whole := i
	for whole < j && r[whole] != '.' && r[whole] != '点' {
		whole++
	}
	return whole-i <= 2
}

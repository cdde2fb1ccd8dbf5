package parser

// readRate reads a rate at i, so that it is no amount: 0.05%, 5‰, 万分之五,
// 百分之三点五, 万五 (as 日息万五), 8.8折, 三成, 25bp.
func readRate(r []rune, i int) int {
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
	k := skipSpace(r, j)
	switch runeAt(r, k) {
	case '%', '‰', '‱':
		return k + 1
	case '折':
		if isDiscount(r, i, j) {
			return k + 1
		}
	case '成':
		if isTenths(r, i, j, k) {
			return k + 1
		}
	case '个':
		if runeAt(r, k+1) == '百' && runeAt(r, k+2) == '分' && runeAt(r, k+3) == '点' {
			return k + 4
		}
	case 'b':
		if runeAt(r, k+1) == 'p' {
			end := k + 2
			if runeAt(r, end) == 's' {
				end++
			}
			if !isAlnumAt(r, end) {
				return end
			}
		}
	}
	return i
}

// readFraction reads 百分之十, 千分之0.5, 万分之五, 十分之一, and 万五 where
// 息 or 率 stands before it.
func readFraction(r []rune, i int) int {
	switch runeAt(r, i) {
	case '十', '百', '千', '万', '仟', '佰':
	default:
		return i
	}
	j := i + 1
	if runeAt(r, j) == '分' && runeAt(r, j+1) == '之' {
		j += 2
	} else if c := runeAt(r, i-1); r[i] != '万' || c != '息' && c != '率' && c != '化' {
		return i
	}
	end := readRateNumber(r, skipSpace(r, j))
	if end == skipSpace(r, j) || r[j-1] != '之' && isCounted(r, end) {
		return i
	}
	return end
}

// readRateNumber reads 0.05, 5, 三点五 or 二十三 at i, at most eight runes a
// part.
func readRateNumber(r []rune, i int) int {
	const most = 8
	if isDigitAt(r, i) {
		end := runEnd(r, i, most)
		if runeAt(r, end) == '.' && isDigitAt(r, end+1) {
			end = runEnd(r, end+1, most)
		}
		if isDigitAt(r, end) {
			return i
		}
		return end
	}
	end := i
	for end < i+most && (spelledDigit(runeAt(r, end)) >= 0 || spelledTens(runeAt(r, end)) > 0) {
		end++
	}
	if end > i && runeAt(r, end) == '点' && spelledDigit(runeAt(r, end+1)) >= 0 {
		for end++; end < i+2*most && spelledDigit(runeAt(r, end)) >= 0; end++ {
		}
	}
	return end
}

// isDiscount tells whether the number r[i:j] can stand before 折: 8折, 8.8折,
// 88折, 八折; not 1000折合.
func isDiscount(r []rune, i, j int) bool {
	whole := i
	for whole < j && r[whole] != '.' && r[whole] != '点' {
		whole++
	}
	after := runeAt(r, skipSpace(r, j)+1)
	return whole-i <= 2 && after != '合' && after != '算' && after != '叠'
}

// isTenths tells whether r[i:j] and the 成 at k are tenths, 三成, and not the
// start of a word, 三成员.
func isTenths(r []rune, i, j, k int) bool {
	switch runeAt(r, k+1) {
	case '功', '为', '立', '员', '交', '本', '绩', '长', '果', '人', '不', '都', '熟', '了', '年':
		return false
	}
	return j-i == 1
}

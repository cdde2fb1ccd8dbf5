package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// IsCounted reports whether the number that ends at end continues as a quantity,
// 95588元 or 95588.12, and so is not a name or a code.
func IsCounted(r []rune, end int) bool {
	i := runes.SkipSpace(r, end)
	switch runes.At(r, i) {
	case '元', '圆', '块', '万', '千', '百', '角', '亿', '%', '‰':
		return true
	case '余': // 2000余元, not 账户6222…余额
		return !compoundAt(r, i)
	case 'w', 'k':
		return !runes.AlnumAt(r, i+1)
	}
	const decimals = 4
	return runes.At(r, end) == '.' && runes.DigitAt(r, end+1) && runes.DigitsWithin(r, end+1, decimals) <= end+1+decimals
}

package number

import "github.com/dunsms/dunsms/parser/internal/runes"

// hanDigit returns the value of a Chinese digit, small or capital, or -1.
func hanDigit(c rune) int64 {
	switch c {
	case '零', '〇', '○':
		return 0
	case '一', '壹', '弌', '壱':
		return 1
	case '二', '贰', '貮', '弐', '两', '両', '俩', '弍':
		return 2
	case '三', '叁', '弎', '仨':
		return 3
	case '四', '肆':
		return 4
	case '五', '伍':
		return 5
	case '六', '陆':
		return 6
	case '七', '柒':
		return 7
	case '八', '捌':
		return 8
	case '九', '玖':
		return 9
	}
	return -1
}

const tenThousand = 10_000

// hanUnit returns the value of a Chinese unit, or 0.
func hanUnit(c rune) int64 {
	switch c {
	case '十', '拾':
		return 10
	case '百', '佰':
		return 100
	case '千', '仟':
		return 1000
	case '万':
		return tenThousand
	case '亿':
		return tenThousand * tenThousand
	case '兆':
		return tenThousand * tenThousand * tenThousand
	}
	return 0
}

// digitAt returns the value of the Chinese digit r[i], or -1. Before a unit 参 is 叁, and
// before one of a cheque 扒 is 捌.
func digitAt(r []rune, i int) int64 {
	c := runes.At(r, i)
	next := runes.At(r, i+1)
	switch {
	case c == '参' && (hanUnit(next) > 0 || next == '元' || next == '圆'):
		return 3
	case c == '扒' && (next == '拾' || next == '佰' || next == '仟'):
		return 8
	case isZero(r, i):
		return 0
	}
	return hanDigit(c)
}

// isZero reports whether r[i] is a Chinese zero, or a letter O or a 0 in its place
// between Chinese digits and units: 二O五, 二百0五.
func isZero(r []rune, i int) bool {
	switch c := runes.At(r, i); c {
	case '零', '〇', '○':
		return true
	case 'o', '0':
		for i++; runes.At(r, i) == c && c == 'o'; i++ {
		}
		next := runes.At(r, i)
		if c == '0' {
			return hanDigit(next) > 0 && isNumeral(runes.At(r, i-2))
		}
		return (isNumeral(next) || isYuan(next)) && followsNumeral(r, i-1)
	}
	return false
}

// followsNumeral reports whether a Chinese digit or unit comes before the letters O
// that end at r[i].
func followsNumeral(r []rune, i int) bool {
	for n := 0; n < maxDigits && runes.At(r, i) == 'o'; n++ {
		i--
	}
	return isNumeral(runes.At(r, i))
}

// shortTens returns the value of 廿 (20), 卅 (30) and 卌 (40), else 0.
func shortTens(c rune) int64 {
	switch c {
	case '廿', '卄', '廾':
		return 20
	case '卅':
		return 30
	case '卌':
		return 40
	}
	return 0
}

// unitAt returns the value of the unit at r[i], or 0: a Chinese one, or a k or w that
// follows a digit and precedes no letter.
func unitAt(r []rune, i int) int64 {
	c := runes.At(r, i)
	if c != 'k' && c != 'w' {
		return hanUnit(c)
	}
	if !runes.IsDigit(runes.At(r, i-1)) || runes.IsLetter(runes.At(r, i+1)) {
		return 0
	}
	if c == 'k' {
		return 1000
	}
	return tenThousand
}

// isNumeral reports whether c is a character of Chinese numbers.
func isNumeral(c rune) bool {
	return hanDigit(c) >= 0 || hanUnit(c) > 0 || shortTens(c) > 0 || c == '皕'
}

// isYuan reports whether c is a word for yuan.
func isYuan(c rune) bool { return c == '元' || c == '圆' || c == '块' }

// isJiao reports whether c is a word for a tenth of a yuan.
func isJiao(c rune) bool { return c == '角' || c == '毛' }

// isMeasure reports whether c counts something other than money, or gives a time: a
// bare number before it is not an amount.
func isMeasure(c rune) bool {
	switch c {
	case '天', '日', '月', '年', '周', '期', '个', '小', '时', '分', '秒', '号', '笔', '次', '张', '人', '家',
		'折', '成', '倍', '岁', '级', '位', '点', '名', '条', '项', '份', '季', '刻', '楼', '层', '室', '栋', '%', '‰':
		return true
	}
	return false
}

package main

import (
	"math/big"
	"regexp"
	"strings"
)

// plain writes a labelled amount in few characters: digits, the powers 亿万千百十 and
// the units 元角分. A currency before or after the number goes.
var plain = strings.NewReplacer(
	"人民币", "", "人民幣", "", "RMB", "", "CNY", "", "¥", "", "￥", "", ",", "", "，", "", " ", "",
	"(元)", "元", "元整", "元", "元正", "元", "圆整", "元", "圆正", "元", "块钱", "元", "块洋钿", "元", "块大洋", "元", "毛钱", "角", "分钱", "分",
	"圆", "元", "圓", "元", "块", "元", "塊", "元", "蚊", "元", "文", "元", "箍", "元", "洋钿", "元", "yuan", "元", "kuai", "元", "毛", "角",
	"〇", "0", "零", "0", "一", "1", "二", "2", "两", "2", "兩", "2", "三", "3", "四", "4", "五", "5", "六", "6", "七", "7", "八", "8", "九", "9",
	"壹", "1", "贰", "2", "叁", "3", "肆", "4", "伍", "5", "陆", "6", "柒", "7", "捌", "8", "玖", "9",
	"拾", "十", "佰", "百", "仟", "千", "k", "千", "K", "千", "萬", "万", "w", "万", "W", "万", "億", "亿",
)

var (
	digits    = regexp.MustCompile(`^\d{1,12}(?:\.\d{1,4})?$`)         // 1234.5
	whole     = regexp.MustCompile(`^([\d.亿万千百十]+)(?:元(?:(\d)角?)?)?$`) // 1.2万, 80元, 80元5
	about     = regexp.MustCompile(`[一二两兩三四五六七八九]{2}`)                 // 两三千
	underYuan = regexp.MustCompile(`^(?:(\d)角)?(?:(\d)分)?$`)           // 5角, 3分
)

var powers = []struct {
	sign  string
	power int64
}{{"亿", 100_000_000}, {"万", 10_000}, {"千", 1000}, {"百", 100}, {"十", 10}}

// hasCurrency reports whether a labelled amount is written with its currency: 80元,
// ￥80, 八十块, and not 八十 or 1.2万.
func hasCurrency(label string) bool {
	for _, mark := range []string{"人民币", "人民幣", "RMB", "CNY", "¥", "￥"} {
		if strings.Contains(label, mark) {
			return true
		}
	}
	return strings.ContainsAny(plain.Replace(halfWidth(label)), "元角分")
}

// valueOf returns the fen of a labelled amount, or false where it is no single exact
// sum (几百块, 5000到7000, 1,3xx, 两千多) or is disguised. It shares no code with what
// is compared.
func valueOf(label string) (fen int64, ok bool) {
	if about.MatchString(label) {
		return 0, false
	}
	s := plain.Replace(strings.TrimPrefix(halfWidth(label), "-"))
	var sum *big.Rat
	if m := whole.FindStringSubmatch(s); m != nil {
		if sum, ok = yuan(m[1]); !ok {
			return 0, false
		}
		sum.Add(sum, tenths(m[2], 10))
	} else if m := underYuan.FindStringSubmatch(s); m != nil && s != "" {
		sum = tenths(m[1], 10)
		sum.Add(sum, tenths(m[2], 100))
	} else {
		return 0, false
	}
	sum.Mul(sum, big.NewRat(100, 1))
	return sum.Num().Int64(), sum.IsInt() && sum.Num().IsInt64()
}

func tenths(digit string, of int64) *big.Rat {
	if digit == "" {
		return new(big.Rat)
	}
	return big.NewRat(int64(digit[0]-'0'), of)
}

// yuan returns 12,000 for 1.2万, 1万2, 1万2千 and 12000.
func yuan(s string) (*big.Rat, bool) {
	for _, p := range powers {
		before, after, found := strings.Cut(s, p.sign)
		if !found {
			continue
		}
		sum := big.NewRat(1, 1) // 十万
		if before != "" {
			var ok bool
			if sum, ok = yuan(strings.TrimLeft(before, "0")); !ok {
				return nil, false
			}
		}
		power := big.NewRat(p.power, 1)
		rest, ok := after, after == ""
		under := new(big.Rat)
		if !ok {
			if under, ok = yuan(rest); !ok || under.Cmp(power) >= 0 { // 3百5百
				return nil, false
			}
		}
		if len(rest) == 1 && p.power > 10 { // 1万2
			under.Mul(under, big.NewRat(p.power/10, 1))
		}
		return sum.Add(sum.Mul(sum, power), under), true
	}
	if !digits.MatchString(s) {
		return nil, false
	}
	return new(big.Rat).SetString(s)
}

// halfWidth writes １，２３４．５ as 1,234.5.
func halfWidth(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			return r - '！' + '!'
		}
		return r
	}, s)
}

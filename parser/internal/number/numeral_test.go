package number

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// showNumber writes what Read reads at i.
func showNumber(r []rune, i int) string {
	n, end := Read(r, i)
	switch {
	case end == i:
		return "none"
	case n.Masked:
		return string(r[i:end]) + ": masked"
	case n.Invalid:
		return string(r[i:end]) + ": invalid"
	}
	s := string(r[i:end]) + ": " + showDecimal(n.Value)
	if n.Ranged {
		s += "-" + showDecimal(n.Max)
	}
	if n.Approx {
		s += " about"
	}
	return s
}

func showDecimal(d Decimal) string {
	if d.Scale == 0 {
		return strconv.FormatInt(d.coef, 10)
	}
	return fmt.Sprintf("%d.%0*d", d.Whole(), d.Scale, d.fraction(d.Scale))
}

var numberRows = []readertest.BarRow{
	{"digits", "|1234", "1234: 1234", ""},
	{"fraction", "|1234.50", "1234.50: 1234.5", ""},
	{"a point at the end", "|1234.", "1234: 1234", ""},
	{"groups", "|1,234,567.8", "1,234,567.8: 1234567.8", ""},
	{"groups that are none", "|1,23", "1: 1", ""},
	{"a group too long", "|1,2345", "1: 1", ""},
	{"a first group too long", "|1234,567", "1234: 1234", ""},
	{"a zero in front", "|007", "007: 7", ""},
	{"a version", "|1.2.3", "1.2.3: invalid", ""},
	{"eighteen digits", "|123456789012345678", "123456789012345678: 123456789012345678", ""},
	{"nineteen digits", "|1234567890123456789", "1234567890123456789: invalid", ""},
	{"many zeros in front", "|0000000000000000000001", "0000000000000000000001: 1", ""},
	{"a long fraction", "|0.1234567890123456789", "0.1234567890123456789: invalid", ""},
	{"万 and a fraction", "|1.5万", "1.5万: 15000", ""},
	{"百万", "|2百万", "2百万: 2000000", ""},
	{"千万 and a fraction", "|1.2千万", "1.2千万: 12000000", ""},
	{"万亿 and a fraction", "|1.25万亿", "1.25万亿: 1250000000000", ""},
	{"a fraction too large", "|9999999999999999.5万亿", "9999999999999999.5万亿: invalid", ""},
	{"a fraction, then more", "|1.5万三千", "1.5万: 15000", "nobody writes it so"},

	{"one", "|一", "一: 1", ""},
	{"zero", "|零", "零: 0", ""},
	{"ten", "|十", "十: 10", ""},
	{"fifteen", "|十五", "十五: 15", ""},
	{"twenty", "|二十", "二十: 20", ""},
	{"230", "|二百三十", "二百三十: 230", ""},
	{"314", "|三百十四", "三百十四: 314", ""},
	{"406", "|四百零六", "四百零六: 406", ""},
	{"6010", "|六千零十", "六千零十: 6010", ""},
	{"40017", "|四万零十七", "四万零十七: 40017", ""},
	{"sections", "|三千二百五十万六千七百八十九", "三千二百五十万六千七百八十九: 32506789", ""},
	{"亿", "|六亿零三", "六亿零三: 600000003", ""},
	{"亿 and 万", "|二亿五千万", "二亿五千万: 250000000", ""},
	{"万 before 亿", "|三万二千亿", "三万二千亿: 3200000000000", ""},
	{"万亿", "|七万亿", "七万亿: 7000000000000", ""},
	{"兆", "|两兆三亿", "两兆三亿: 2000300000000", ""},
	{"too large", "|九千万亿亿", "九千万亿亿: invalid", ""},
	{"tenths of 百", "|三百二", "三百二: 320", ""},
	{"tenths of 千", "|三千七百二", "三千七百二: 3720", ""},
	{"tenths of 万", "|二十万三", "二十万三: 203000", ""},
	{"tenths and a unit of time", "|三千五天", "三千: 3000", ""},
	{"百 in front", "|百二", "百二: 120", ""},
	{"百 alone", "|百分", "none", ""},
	{"two units in front", "|百十二", "none", ""},
	{"units upwards", "|六十千", "六十: 60", ""},
	{"two numbers", "|二十二三十", "二十: 20", "what is wrong after a unit is left"},
	{"the same unit twice", "|三万五万", "三万: 30000", ""},
	{"capitals", "|陆拾贰万叁仟", "陆拾贰万叁仟: 623000", ""},
	{"廿", "|廿三", "廿三: 23", ""},
	{"卅 within", "|二百卅六", "二百卅六: 236", ""},
	{"digit by digit", "|二〇二六", "二〇二六: 2026", ""},
	{"digit by digit and 万", "|一五〇万", "一五〇万: 1500000", ""},
	{"digit by digit and 千", "|五一千", "none", ""},
	{"Chinese and Arabic digits", "|三5000", "none", ""},
	{"个亿", "|三个亿", "三个亿: 300000000", ""},
	{"个, counted", "|两个月", "两: 2", ""},

	{"mixed", "|3千5百", "3千5百: 3500", ""},
	{"mixed, larger", "|8万3千6百", "8万3千6百: 83600", ""},
	{"mixed, digits after", "|2百05", "2百05: 205", ""},
	{"mixed, 零", "|3千零40", "3千零40: 3040", ""},
	{"mixed, Chinese after Arabic", "|30万五千", "30万五千: 305000", ""},
	{"mixed, too many digits after", "|1万50000", "1万: 10000", ""},
	{"mixed, a fraction after", "|1万2.5", "1万: 10000", ""},

	{"point", "|三点一四", "三点一四: 3.14", ""},
	{"point and 万", "|三点五万", "三点五万: 35000", ""},
	{"point after digits", "|一八五点二", "一八五点二: 185.2", ""},
	{"point after neighbours", "|一二点三", "一二点三: 12.3", "digit by digit, no range"},
	{"point and Arabic digits", "|二百点45", "二百点45: 200.45", ""},
	{"o'clock", "|三点五十", "三: 3", ""},
	{"o'clock, Arabic", "|八点30", "八: 8", ""},
	{"minutes", "|十二点零五分", "十二: 12", ""},
	{"point at the end", "|三点", "三: 3", ""},
	{"两 after the point", "|四点两", "四: 4", ""},

	{"range", "|五六百", "五六百: 500-600", ""},
	{"range of 三五", "|三五千", "三五千: 3000-5000", ""},
	{"range of 十", "|二三十", "二三十: 20-30", ""},
	{"range after 十", "|十七八", "十七八: 17-18", ""},
	{"range after 百", "|一百五六", "一百五六: 150-160", ""},
	{"range within", "|一千五六百", "一千五六百: 1500-1600", ""},
	{"range of units", "|七八万", "七八万: 70000-80000", ""},
	{"range alone", "|三四", "三四: 3-4", ""},
	{"no range", "|七五", "七五: 75", ""},

	{"十几", "|十几", "十几: 10 about", ""},
	{"几十", "|几十", "几十: 10 about", ""},
	{"几十万", "|几十万", "几十万: 100000 about", ""},
	{"数百万", "|数百万", "数百万: 1000000 about", ""},
	{"数 of a word", "|数据", "none", ""},
	{"四十几万", "|四十几万", "四十几万: 400000 about", ""},
	{"零几万", "|三百零几万", "三百零几万: 3000000 about", ""},
	{"余万", "|三百余万", "三百余万: 3000000 about", ""},
	{"余万 after digits", "|300余万", "300余万: 3000000 about", ""},
	{"余 alone", "|300余", "300: 300", "what follows 余 decides"},

	{"spaces", "|三百 五 十 六", "三百 五 十 六: 356", ""},
	{"spaces and units", "|6 万2 千", "6 万2 千: 62000", ""},
	{"space before a date", "|三千 五月一日", "三千: 3000", "五 is not of it"},
	{"space between amounts", "|三千 500", "三千: 3000", ""},
	{"mask", "|1**4", "1**4: masked", ""},
	{"mask and units", "|1**万", "1**万: masked", ""},
	{"mask after Chinese", "|三千**", "三千**: masked", ""},
	{"no number", "|元", "none", ""},
	{"nothing", "|", "none", ""},
}

func TestRead(t *testing.T) { readertest.CheckBarRows(t, showNumber, numberRows) }

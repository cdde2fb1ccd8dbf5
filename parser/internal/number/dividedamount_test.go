package number

import (
	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// dividedAmountRows are amounts whose digits are divided in unusual ways: they have the
// only value that is possible, or are masked. Lists and ranges stay what they are.
var dividedAmountRows = []readertest.BarRow{
	{"groups of two, a bank's", "应还|26,00.00元", "26,00.00元: 260000 exact", "00.00 is no number"},
	{"groups of two, no unit", "应还|26,00.00，", "bare 26,00.00: 260000 exact", ""},
	{"groups of two, a number", "应还|26,40.00元", "bare 26: 2600 exact", "perhaps a list"},
	{"groups of two, no fraction", "应还|26,00元", "26,00元: masked", "26.00 or 2600"},
	{"groups of four", "还入|人民币3,0000.00元", "人民币3,0000.00元: 3000000 exact", "by 万"},
	{"groups of four, no zeros", "欠款|8,1150.9", "bare 8,1150.9: 8115090 exact", ""},
	{"two groups of four", "欠款|1,0000,0000元", "1,0000,0000元: 10000000000 exact", ""},
	{"groups of four, no fraction", "欠款|8,1150元", "8,1150元: masked", "81150, or 8 and 1150"},
	{"four digits after a Chinese comma", "共8，|1150元", "1150元: 115000 exact", ""},
	{"lakhs", "欠款|34,56,700.00元", "34,56,700.00元: masked", ""},
	{"lakhs, no fraction", "欠款|3,45,600元", "3,45,600元: masked", ""},
	{"a last group of two", "欠款|6,200,00元", "6,200,00元: masked", ""},
	{"apostrophes", "欠款|5'200.50元", "5'200.50元: 520050 exact", ""},
	{"two apostrophes", "欠款|1'005'200元", "1'005'200元: 100520000 exact", ""},
	{"typeset apostrophe", "欠款|5’200元", "5’200元: 520000 exact", ""},
	{"apostrophe and sign", "应还|¥5'200，", "¥5'200: 520000 exact", ""},
	{"spaces around all", "欠款|7 , 050 . 40元", "7 , 050 . 40元: 705040 exact", ""},
	{"spaces around the point", "欠款|705 . 4元", "705 . 4元: 70540 exact", ""},
	{"spaces around all digits", "欠款|705 . 4 0 元", "705 . 4 0 元: 70540 exact", ""},
	{"space after the comma", "欠款|5, 200元", "5, 200元: masked", "5200, or a list"},
	{"space after the comma, zeros", "欠款|5, 000元", "5, 000元: 500000 exact", ""},
	{"list with spaces", "分别为|500, 200元", "bare 500: 50000 exact", ""},
	{"pause mark", "欠款|5、000元", "5、000元: masked", ""},
	{"semicolon", "欠款|5;000元", "5;000元: masked", ""},
	{"dash", "欠款|5-000元", "5-000元: masked", ""},
	{"stroke", "欠款|5/000元", "5/000元: masked", ""},
	{"middle dot", "应还|820·75元", "820·75元: 82075 exact", "a point of old print"},
	{"middle dot, no unit", "应还|¥820·75，", "¥820·75: 82075 exact", ""},
	{"middle dot of a day", "|3·15，", "bare 3: 300 exact", ""},
	{"decimal comma", "欠款|5.200,50元", "5.200,50元: masked", ""},
	{"decimal comma and sign", "欠款|¥5.200,50（", "¥5.200,50: masked", ""},

	{"list", "分别为|3000、500、20元", "bare 3000: 300000 exact", ""},
	{"list of amounts with commas", "分别为|3,000.00,2,000.00元", "bare 3,000.00: 300000 exact", ""},
	{"list of round amounts", "分别为|3,000.00、2,000.00元", "bare 3,000.00: 300000 exact", ""},
	{"number of a list", "|1、500元", "bare 1: 100 exact", ""},
	{"range of groups", "欠款|3,000-5,000元", "3,000-5,000元: 300000-500000 range", ""},
	{"amount and days", "欠款|3,000,05天", "bare 3,000: 300000 exact", "no money follows"},
	{"date", "|2026-03-05", "skip 2026", ""},
}

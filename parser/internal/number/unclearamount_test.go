package number

import (
	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// unclearAmountRows are amounts with characters that are no digits: none begins within
// what is not understood.
var unclearAmountRows = []readertest.BarRow{
	{"O for 0", "应还|4O80.00元", "4o80.00元: 408000 about", "misread from a picture: one reading is possible"},
	{"o for 0, small", "欠款|7oo块，", "7oo块: 70000 about", ""},
	{"O at the end", "欠款|9O元", "9o元: 9000 about", ""},
	{"O in the fraction", "罚息|16.3O元", "16.3o元: 1630 about", ""},
	{"O in groups", "应付|8,4OO.O0元", "8,4oo.o0元: 840000 about", ""},
	{"O and a sign", "应付|RMB 31O.2O ，", "rmb 31o.2o: 31020 about", "a currency is as good as a unit"},
	{"O and 万", "借款|1O万元", "1o万元: 10000000 about", ""},
	{"O in wrong groups", "应付|84,OO元", "84,oo元: masked", ""},
	{"O after a broken line", "应还 8,22\n|1.OO元", "1.oo元: masked", "the end of a number"},
	{"O in front", "欠款|O80元", "o80元: masked", "a digit may be lost"},
	{"O after a numeral", "欠款|五O0元", "五o0元: masked", ""},
	{"〇 for 0", "欠|4〇〇〇元", "4〇〇〇元: 400000 about", "of two ways to write one reading is possible"},
	{"〇 for 0, one", "欠款|8〇元", "8〇元: 8000 about", ""},
	{"〇 within digits", "欠款|1〇6块", "1〇6块: 10600 about", ""},
	{"l for 1", "欠款|3l8元", "3l8元: masked", "1, 7 or a stroke"},
	{"I for 1", "欠款|I20元", "i20元: masked", ""},
	{"l among groups", "应付|￥4,3l6.80，", "¥4,3l6.80: masked", ""},
	{"a letter in front", "欠款|S50元", "s50元: masked", "5 or 8, not 50"},
	{"letters in front", "欠款|AB50元", "ab50元: masked", ""},
	{"a letter inside", "欠款|6B0.00元", "6b0.00元: masked", ""},
	{"exponent", "欠款|2e4元", "2e4元: masked", ""},
	{"hexadecimal", "欠款|0x1F元", "0x1f元: masked", ""},
	{"a word in front", "开通|plus98元", "none", "the caller comes to 98元 next"},
	{"after such a word", "开通plus|98元", "98元: 9800 exact", ""},
	{"a word with i and l", "开通|vip98元", "none", ""},
	{"letters without a unit", "尾号|B50，", "none", ""},
	{"a link after the amount", "应还|¥20.00a.cn/b", "¥20.00: 2000 exact", ""},
	{"x that multiplies, alone", "逾期费|x500元", "none", "the caller comes to 500元 next"},

	{"a box inside", "欠款|71□30元", "71□30元: masked", "a digit that could not be shown"},
	{"口 inside", "欠款|8口5元", "8口5元: masked", "a misread digit"},
	{"口 at the end", "欠款|72口元", "72口元: masked", ""},
	{"a box in front", "欠款|□20元", "□20元: masked", ""},
	{"口 that counts", "家有|6口人", "bare 6: 600 exact", "people"},

	{"unknown character in front", "欠款|\ufffd64.20元", "\ufffd64.20元: masked", ""},
	{"unknown character inside", "欠款|3\ufffd0元", "3\ufffd0元: masked", ""},
	{"unknown character behind", "欠款|30\ufffd，", "skip 30", "perhaps the unit, perhaps a digit"},
	{"unknown character and 百", "欠款|\ufffd百元", "\ufffd百元: masked", "not 100"},
	{"question mark in front", "欠款|?64.20元", "?64.20元: masked", "what cannot be encoded becomes ?"},
	{"question mark inside", "欠款|7?0元", "7?0元: masked", ""},
	{"question mark and 万", "欠款|?万元", "?万元: masked", ""},
	{"a question", "欠款|700?", "bare 700: 70000 exact", ""},
	{"a question, then an amount", "还不还？|700元", "700元: 70000 exact", "a full-width ? is punctuation"},
	{"full-width question mark and 千", "欠款|？千元", "？千元: masked", ""},
	{"某 and 百", "欠款|某百元", "某百元: masked", ""},
	{"blank and 千", "欠款|___千元", "___千元: masked", ""},
	{"box and 千", "欠款|□千元", "□千元: masked", ""},
	{"letter and 千", "欠款|N千元", "n千元: masked", ""},
	{"letter and 十", "欠款|N十元", "n十元: masked", ""},
	{"within such a number", "欠款?|千元", "none", ""},
	{"某 of a name", "陈|某500元", "none", ""},
	{"千元 after a word", "欠款|千元", "千元: 100000 exact", ""},
	{"仟元 alone", "单位|仟元", "none", "nobody writes 仟 without a digit"},

	{"no digit before the point", "利息|.80元", ".80元: masked", "0.80, or a digit is lost"},
	{"the end of a sentence", "已逾期.|80元", "80元: 8000 exact", "the caller has read .80元"},
	{"dots", "已逾期...|80元", "80元: 8000 exact", ""},
	{"number of a list", "No|.80元", "none", ""},
}

package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// numberRow is a message in which a bar stands before the number to be read,
// and what is read there, as the test writes it.
type numberRow struct {
	name string
	in   string
	want string
	why  string // where it is not plain
}

// atBar folds a message and returns the place of its bar, which it takes out.
func atBar(t *testing.T, in string) ([]rune, int) {
	t.Helper()
	before, after, ok := strings.Cut(in, "|")
	require.True(t, ok, "a row has a bar")
	return foldNumber(before + after), len(foldNumber(before))
}

// showAmount writes what readAmount reads at i: "bare" is an amount that is not
// marked, "skip" what is consumed without being one, "none" nothing.
func showAmount(r []rune, i int) string {
	a, end := readAmount(r, i)
	text := string(r[i:end])
	switch {
	case end == i:
		return "none"
	case a.foreign:
		return "foreign " + text
	case a.precision == "":
		return "skip " + text
	}
	value := fmt.Sprintf("%d %s", a.fen, a.precision)
	switch a.precision {
	case PrecisionRange:
		value = fmt.Sprintf("%d-%d range", a.fen, a.maxFen)
	case PrecisionMasked:
		value = "masked"
	}
	if !a.marked {
		text = "bare " + text
	}
	return text + ": " + value
}

var amountRows = []numberRow{
	{"plain", "欠款|1234.56元", "1234.56元: 123456 exact", ""},
	{"plain, whole", "欠款|5000元，请尽快还款", "5000元: 500000 exact", ""},
	{"one decimal", "罚息|80.5元", "80.5元: 8050 exact", ""},
	{"zero", "欠款|0元", "0元: 0 exact", "0 is an amount, no amount is none"},
	{"zero with decimals", "欠款|0.00元", "0.00元: 0 exact", ""},
	{"five fen", "罚息|0.05元", "0.05元: 5 exact", ""},
	{"third decimal", "罚息|12.349元", "12.349元: 1234 exact", "less than a fen is cut off"},
	{"space before the unit", "利息 |617.25 元、", "617.25 元: 61725 exact", ""},
	{"two spaces before the unit", "利息|617.25  元", "617.25  元: 61725 exact", ""},
	{"three spaces", "利息|617.25   元", "bare 617.25: 61725 exact", "too far for a unit"},
	{"块", "最低还款|1873块，", "1873块: 187300 exact", ""},
	{"块钱", "欠|30块钱", "30块钱: 3000 exact", ""},
	{"圆", "欠款|900圆", "900圆: 90000 exact", ""},
	{"traditional 圓", "欠款|900圓整", "900圆整: 90000 exact", ""},
	{"整", "欠款|900元整，", "900元整: 90000 exact", ""},
	{"正", "欠款|900元正。", "900元正: 90000 exact", ""},
	{"正 of 正在", "欠款|900元正在处理", "900元: 90000 exact", ""},
	{"整 of 整个", "欠款|900元整个账户", "900元: 90000 exact", ""},

	{"comma", "欠款|1,234.56元", "1,234.56元: 123456 exact", ""},
	{"two commas", "欠款|1,234,567.80元", "1,234,567.80元: 123456780 exact", ""},
	{"Chinese comma", "欠款|1，234.56元", "1，234.56元: 123456 exact", ""},
	{"both commas", "欠款|1,234，567元", "1,234，567元: 123456700 exact", ""},
	{"full-width", "欠款|１２３４．５６元", "1234.56元: 123456 exact", ""},
	{"full-width with commas", "本金|４１，２６０．０８元、", "41，260.08元: 4126008 exact", ""},
	{"space", "今日代扣|31 700.00元", "31 700.00元: 3170000 exact", ""},
	{"space, no decimals", "欠款|1 234元", "1 234元: 123400 exact", ""},
	{"two spaces between groups", "欠款|1 234 567.80元", "1 234 567.80元: 123456780 exact", ""},
	{"space between numbers", "尾号|1234 500元", "bare 1234: 123400 exact", "a first group has three digits at most"},
	{"space, no money behind", "回拨|138 000", "bare 138: 13800 exact", ""},
	{"comma at the end", "欠款|1234.56，请", "bare 1234.56: 123456 exact", ""},
	{"comma before days", "欠款|1.2万,3天内", "bare 1.2万: 1200000 exact", ""},
	{"comma before days, Chinese", "欠款|500，3天内", "bare 500: 50000 exact", ""},
	{"groups of four", "欠款|1,0000元", "skip 1", "neither 1 nor 10000 is sure"},
	{"zero before a comma", "欠款|0,123元", "skip 0", ""},
	{"dollars beside yuan", "账单|￥23,417.08,$0.00", "¥23,417.08: 2341708 exact", ""},
	{"the dollars beside yuan", "账单￥23,417.08,|$0.00", "foreign $0.00", ""},

	{"yen sign", "应还|¥1,234.50", "¥1,234.50: 123450 exact", "yuan, though others read yen"},
	{"full-width yen sign", "应还|￥31620，", "¥31620: 3162000 exact", ""},
	{"yen sign and space", "应还|¥ 291.06，", "¥ 291.06: 29106 exact", ""},
	{"yen sign and 元", "应还|¥380元", "¥380元: 38000 exact", ""},
	{"yen sign and 万", "应还|¥1.2万", "¥1.2万: 1200000 exact", ""},
	{"yen sign at a link", "应还|¥99.00t.cn/a", "¥99.00: 9900 exact", ""},
	{"CN¥", "应还|CN¥99", "cn¥99: 9900 exact", ""},
	{"RMB", "应还|RMB1234.56", "rmb1234.56: 123456 exact", ""},
	{"RMB and space", "最低还款|RMB 358.14，", "rmb 358.14: 35814 exact", ""},
	{"RMB and sign", "应还|RMB ¥500", "rmb ¥500: 50000 exact", ""},
	{"CNY", "应还|CNY 1234.56", "cny 1234.56: 123456 exact", ""},
	{"a word that begins with rmb", "|rmbs 500", "none", ""},
	{"a word that ends in rmb", "x|rmb500", "none", ""},
	{"人民币", "借款|人民币1,234元整，", "人民币1,234元整: 123400 exact", ""},
	{"人民币 and colon", "借款|人民币：1,234.00", "人民币:1,234.00: 123400 exact", ""},
	{"人民币 and sign", "借款|人民币￥500", "人民币¥500: 50000 exact", ""},
	{"人民币 behind", "借款|5000人民币", "5000人民币: 500000 exact", ""},
	{"元人民币", "借款|5000元人民币", "5000元人民币: 500000 exact", ""},
	{"人民币 of the next amount", "本金|500元人民币300元", "500元: 50000 exact", ""},
	{"人民币 alone", "|人民币已到账", "none", ""},
	{"a name before 人民币", "李|四人民币500元", "none", "四 belongs to the name"},
	{"人民币 behind a name", "李四|人民币500元", "人民币500元: 50000 exact", ""},
	{"a tail before 人民币", "尾号|5678人民币500元", "none", ""},

	{"万", "欠款|1.2万元", "1.2万元: 1200000 exact", ""},
	{"万, bare", "欠款|1.2万，", "bare 1.2万: 1200000 exact", ""},
	{"万 before 已", "借款|12.4万已逾期", "bare 12.4万: 12400000 exact", ""},
	{"space before 万", "欠款|1.2 万元", "1.2 万元: 1200000 exact", ""},
	{"w", "欠款|1.2w", "bare 1.2w: 1200000 exact", ""},
	{"W元", "欠款|3W元", "3w元: 3000000 exact", ""},
	{"k", "欠款|12K元", "12k元: 1200000 exact", ""},
	{"w in a word", "下载|5wifi", "skip 5", ""},
	{"w and a digit", "欠款|1w5", "bare 1w5: 1500000 exact", ""},
	{"千", "欠款|3千元", "3千元: 300000 exact", ""},
	{"千百", "欠款|3千5百元", "3千5百元: 350000 exact", ""},
	{"full-width 千百", "欠款|１千２百元", "1千2百元: 120000 exact", "not 200"},
	{"万千", "欠款|14万6千元", "14万6千元: 14600000 exact", ""},
	{"万 and digits", "欠款|2万3500元", "2万3500元: 2350000 exact", ""},
	{"千 and tenths", "欠款|3千5", "bare 3千5: 350000 exact", ""},
	{"万 and days", "欠款|1万5天未还", "bare 1万: 1000000 exact", "5天 are days"},
	{"亿", "注册资本|1.5亿元", "1.5亿元: 15000000000 exact", ""},
	{"万亿", "总额|1.5万亿元", "skip 1.5万亿元", "over 10^13 fen"},
	{"the largest", "总额|1000亿元", "1000亿元: 10000000000000 exact", ""},
	{"over the largest", "总额|100000000000.01元", "skip 100000000000.01元", ""},
	{"too many digits", "总额|12345678901234567890123元", "skip 12345678901234567890123元", ""},

	{"Chinese", "欠款|三千五百元", "三千五百元: 350000 exact", ""},
	{"Chinese, bare", "欠款|三千五", "bare 三千五: 350000 exact", "tenths of 千"},
	{"Chinese, bare 万", "欠款|一万五", "bare 一万五: 1500000 exact", ""},
	{"Chinese, 零", "欠款|三千零五元", "三千零五元: 300500 exact", ""},
	{"两", "欠款|两万三千元", "两万三千元: 2300000 exact", ""},
	{"十万零", "欠款|十万零五百元", "十万零五百元: 10050000 exact", ""},
	{"十", "欠款|十七万三千元", "十七万三千元: 17300000 exact", ""},
	{"capitals", "欠款|壹万贰仟叁佰肆拾伍元陆角柒分", "壹万贰仟叁佰肆拾伍元陆角柒分: 1234567 exact", ""},
	{"capitals, 整", "欠款|人民币壹万贰仟元整", "人民币壹万贰仟元整: 1200000 exact", ""},
	{"capitals, 零", "欠款|壹仟零伍元整", "壹仟零伍元整: 100500 exact", ""},
	{"capitals, 角整", "欠款|捌拾元伍角整", "捌拾元伍角整: 8050 exact", ""},
	{"capitals, 圆", "欠款|玖佰圆", "玖佰圆: 90000 exact", ""},
	{"capitals, 圆整", "欠款|柒仟捌佰玖拾圆整", "柒仟捌佰玖拾圆整: 789000 exact", ""},
	{"capitals, 零 before 角", "欠款|壹仟元零叁角", "壹仟元零叁角: 100030 exact", ""},
	{"capitals, 陆角", "欠款|肆元陆角", "肆元陆角: 460 exact", ""},
	{"capitals, traditional", "欠款|貳萬陸仟圓整", "贰万陆仟圆整: 2600000 exact", ""},
	{"capitals, fen alone", "罚息|伍分", "伍分: 5 exact", "capitals count nothing but money"},
	{"廿", "欠款|廿五元", "廿五元: 2500 exact", "not 5"},
	{"卅", "欠款|一百卅元", "一百卅元: 13000 exact", ""},
	{"digit by digit", "欠款|二〇〇〇元", "二〇〇〇元: 200000 exact", ""},
	{"digit by digit, 零", "欠款|一五零零元", "一五零零元: 150000 exact", ""},
	{"digit by digit, bare", "欠款|二〇〇〇，", "bare 二〇〇〇: 200000 exact", ""},
	{"零元", "欠款|零元整", "零元整: 0 exact", ""},
	{"点", "欠款|一点二万元", "一点二万元: 1200000 exact", ""},
	{"one digit, bare", "欠款|一直未还", "none", "one Chinese digit is a word"},
	{"two digits, bare", "欠款|一一核对", "none", ""},
	{"十分", "欠款|十分严重", "none", ""},
	{"千万, an idiom", "|千万不要还款", "none", ""},
	{"千万元", "欠款|千万元", "千万元: 1000000000 exact", ""},
	{"百分之", "|百分之五", "none", ""},
	{"万元, a heading", "单位|万元", "none", ""},
	{"a name before Arabic digits", "张|三5000元", "none", "the caller comes to 5000元 next"},
	{"a name before Chinese digits", "王|五一千元", "none", "五一千 is no number"},
	{"behind such a name", "王五|一千元", "一千元: 100000 exact", ""},

	{"元 角", "罚息|80元5角", "80元5角: 8050 exact", ""},
	{"元 角, Chinese", "罚息|八十元五角", "八十元五角: 8050 exact", ""},
	{"元 角 分", "罚息|321元2角1分", "321元2角1分: 32121 exact", ""},
	{"mixed 元 角 分", "罚息|一百二十元1角1分", "一百二十元1角1分: 12011 exact", ""},
	{"元 零 分", "应还合计|60432元零5分", "60432元零5分: 6043205 exact", ""},
	{"元 分", "应还|3元5分", "3元5分: 305 exact", ""},
	{"块 and a digit", "罚息|80块5", "80块5: 8050 exact", ""},
	{"块 and a digit, Chinese", "罚息|八十块五，", "八十块五: 8050 exact", ""},
	{"块 and days", "罚息|80块5天", "80块: 8000 exact", ""},
	{"块 and a number", "罚息|80块500", "80块: 8000 exact", ""},
	{"块 毛", "罚息|八十块五毛", "八十块五毛: 8050 exact", ""},
	{"块 毛 钱", "罚息|3块5毛钱", "3块5毛钱: 350 exact", ""},
	{"角", "罚息|5角", "5角: 50 exact", ""},
	{"毛", "罚息|五毛", "五毛: 50 exact", ""},
	{"角 分", "罚息|5角2分", "5角2分: 52 exact", ""},
	{"half a 角", "罚息|2.5角", "2.5角: 25 exact", ""},
	{"分钱", "每天|5分钱", "5分钱: 5 exact", ""},
	{"points", "您的|74150分", "skip 74150", "points, not fen"},
	{"points behind an amount", "消费50元|200分", "skip 200", ""},
	{"minutes behind 元", "每次3元|5分钟", "skip 5", ""},
	{"instalments behind 元", "|500元3分期", "500元: 50000 exact", ""},
	{"三角债", "|三角债务", "none", ""},
	{"一块", "我们|一块还", "none", "together"},
	{"一块钱", "只要|一块钱", "一块钱: 100 exact", ""},
	{"元旦", "1月|1元旦", "skip 1", "no 元"},

	{"余", "欠款|2000余元", "2000余元: 200000 about", ""},
	{"余 before 额", "账户|3000余额", "bare 3000: 300000 exact", ""},
	{"多", "欠款|3千多元", "3千多元: 300000 about", ""},
	{"多, bare", "欠款|2000多，", "bare 2000多: 200000 about", ""},
	{"余万", "欠款|10余万元", "10余万元: 10000000 about", ""},
	{"余万, Chinese", "欠款|十余万元", "十余万元: 10000000 about", ""},
	{"十几万", "欠款|十几万元", "十几万元: 10000000 about", ""},
	{"几千", "欠款|几千元", "几千元: 100000 about", ""},
	{"数百", "欠款|数百元", "数百元: 10000 about", ""},
	{"百余", "欠款|百余元", "百余元: 10000 about", ""},
	{"plus", "欠款|1000+元", "1000+元: 100000 at_least", ""},
	{"约", "欠款约|3000元", "3000元: 300000 about", ""},
	{"约 and space", "欠款约 |3000元", "3000元: 300000 about", ""},
	{"约 before 人民币", "欠款约|人民币3000元", "人民币3000元: 300000 about", ""},
	{"违约", "违约|3000元", "3000元: 300000 exact", "no 约"},
	{"最近", "最近|3000元", "3000元: 300000 exact", "no 近"},
	{"近", "欠款近|3000元", "3000元: 300000 about", ""},
	{"左右", "欠款|3000元左右", "3000元: 300000 about", ""},
	{"上下", "欠款|3w上下", "bare 3w: 3000000 about", ""},
	{"超过", "欠款超过|3000元", "3000元: 300000 at_least", ""},
	{"逾", "欠款逾|3000元", "3000元: 300000 at_least", ""},
	{"逾期 is no 逾", "逾期|3000元", "3000元: 300000 exact", ""},
	{"至少", "请至少|3000元", "3000元: 300000 at_least", ""},
	{"不低于", "还款不低于|300元", "300元: 30000 at_least", ""},
	{"不少于", "还款不少于|300元", "300元: 30000 at_least", ""},
	{"以上", "欠款|3000元以上", "3000元: 300000 at_least", ""},
	{"(含)以上", "欠款|3000元（含）以上", "3000元: 300000 at_least", ""},
	{"起", "律师费|500元起", "500元: 50000 at_least", ""},
	{"起诉", "欠款|500元起诉费", "500元: 50000 exact", "no 起"},
	{"不超过", "欠款不超过|3000元", "3000元: 300000 at_most", "not 超过"},
	{"不足", "余额不足|500元", "500元: 50000 at_most", ""},
	{"最高", "额度最高|50000元", "50000元: 5000000 at_most", ""},
	{"最多", "最多|50000元", "50000元: 5000000 at_most", ""},
	{"以下", "欠款|3000元以下", "3000元: 300000 at_most", ""},
	{"以内", "欠款|3000元以内", "3000元: 300000 at_most", ""},
	{"约 and 以上", "约|3000元以上", "3000元: 300000 at_least", "a bound is stronger"},

	{"range", "欠款|1000-2000元", "1000-2000元: 100000-200000 range", ""},
	{"range with commas", "欠款|1,000-2,000元", "1,000-2,000元: 100000-200000 range", ""},
	{"range with ~", "欠款|1000～2000元", "1000~2000元: 100000-200000 range", ""},
	{"range with ——", "欠款|1000——2000元", "1000——2000元: 100000-200000 range", ""},
	{"range with 至", "欠款|1000元至2000元", "1000元至2000元: 100000-200000 range", ""},
	{"range with 到", "欠款|三千到五千元", "三千到五千元: 300000-500000 range", ""},
	{"range with signs", "欠款|¥1000-¥2000", "¥1000-¥2000: 100000-200000 range", ""},
	{"range of 万", "欠款|2万-3万元", "2万-3万元: 2000000-3000000 range", ""},
	{"range sharing 万", "欠款|2-3万元", "2-3万元: 2000000-3000000 range", ""},
	{"range sharing 千", "欠款|五到八千元", "五到八千元: 500000-800000 range", ""},
	{"range not sharing", "欠款|9000到2万元", "9000到2万元: 900000-2000000 range", ""},
	{"range with (含)", "金额|2万(含)-3万元", "2万(含)-3万元: 2000000-3000000 range", ""},
	{"range, bare", "欠款|1000-2000，", "bare 1000-2000: 100000-200000 range", ""},
	{"range downwards", "订单|2024-500元", "skip 2024", "the caller comes to 500元 next"},
	{"range to a date", "欠款|500元至3月1日", "500元: 50000 exact", ""},
	{"range over the largest", "总额|8000亿-9000亿元", "skip 8000亿-9000亿元", ""},
	{"五六百", "欠款|五六百元", "五六百元: 50000-60000 range", ""},
	{"三五千", "欠款|三五千", "bare 三五千: 300000-500000 range", ""},
	{"一千二三百", "欠款|一千二三百元", "一千二三百元: 120000-130000 range", ""},

	{"mask in front", "欠款|**34.56元", "**34.56元: masked", ""},
	{"mask inside", "欠款|1***.56元", "1***.56元: masked", ""},
	{"mask and comma", "欠款|1,***.56元", "1,***.56元: masked", ""},
	{"mask alone", "欠款|****元", "****元: masked", ""},
	{"mask of decimals", "欠款|1234.**元", "1234.**元: masked", ""},
	{"mask behind", "欠款|1234*元", "1234*元: masked", ""},
	{"full-width mask", "欠款|１＊＊＊．５６元", "1***.56元: masked", ""},
	{"mask of x", "欠款|12XX.XX元", "12xx.xx元: masked", ""},
	{"mask of one x", "欠款|12x.56元", "12x.56元: masked", ""},
	{"x that multiplies", "|3x500元", "skip 3", ""},
	{"mask and sign", "应还|¥1**.**", "¥1**.**: masked", ""},
	{"mask and 万", "欠款|1*万元", "1*万元: masked", ""},
	{"mask behind Chinese", "欠款|三千**元", "三千**元: masked", ""},
	{"mask in a range", "欠款|1***-2***元", "1***-2***元: masked", ""},
	{"mask, bare", "欠款|1***.56，", "bare 1***.56: masked", ""},
	{"mask, about", "欠款约|1***元", "1***元: masked", "masked before all"},
	{"one star", "还|*款", "none", ""},
	{"a name's stars", "张|**先生", "none", ""},
	{"within a mask", "欠款*|*34.56元", "none", "it begins before"},
	{"a masked phone number", "|138****1234", "none", "eleven characters and no unit"},

	{"bare behind a colon", "欠款金额：|1234.56", "bare 1234.56: 123456 exact", ""},
	{"bare, whole", "欠款|1234，", "bare 1234: 123400 exact", ""},
	{"bare at a full stop", "欠款|1234.请尽快", "bare 1234: 123400 exact", ""},
	{"heading with the unit", "欠款金额(元)：|1234.56", "1234.56: 123456 exact", ""},
	{"eleven digits", "欠款|13800001234", "skip 13800001234", "a phone number"},
	{"eleven digits and 元", "欠款|13800001234元", "13800001234元: 1380000123400 exact", ""},
	{"leading zero", "编号|0071", "skip 0071", ""},
	{"within a code", "单号A|500", "skip 500", ""},
	{"before letters", "单号|500a", "skip 500", ""},
	{"days", "逾期|25天", "skip 25", ""},
	{"instalments", "欠款|3期", "skip 3", ""},
	{"percent", "减免|15%", "skip 15", ""},
	{"rate", "日利率|0.05%", "skip 0.05", ""},
	{"tenths", "减免|3成", "skip 3", ""},
	{"time", "今日|18:00前", "skip 18", ""},
	{"date", "|3/15前", "skip 3", ""},
	{"address", "|192.168.1.1", "skip 192.168.1.1", ""},
	{"ordinal", "第|3", "skip 3", ""},
	{"pieces", "共|3笔", "skip 3", ""},

	{"dollars", "消费|45.20美元", "foreign 45.20美元", ""},
	{"dollar sign", "消费|$1,234.56", "foreign $1,234.56", ""},
	{"US$", "消费|US$20", "foreign us$20", ""},
	{"USD", "消费|USD 20.00", "foreign usd 20.00", ""},
	{"港币", "消费|港币2000元", "foreign 港币2000元", ""},
	{"港元", "消费|2.5万港元", "foreign 2.5万港元", ""},
	{"元 and 日币", "消费|800元日币", "foreign 800元日币", ""},
	{"欧元 range", "消费|20-30欧元", "foreign 20-30欧元", ""},
	{"日元", "消费|3日元", "foreign 3日元", "not three days"},
}

func TestReadAmount(t *testing.T) {
	for _, row := range amountRows {
		t.Run(row.name, func(t *testing.T) {
			r, i := atBar(t, row.in)
			assert.Equal(t, row.want, showAmount(r, i), row.why)
		})
	}
}

// TestReadAmountPlanted reads each marked amount between other words: the text
// and the value stay, where no word of precision is added.
func TestReadAmountPlanted(t *testing.T) {
	contexts := [][2]string{
		{"", ""}, {"您的欠款为", "，请还款"}, {"逾期25天，本金", "、罚息"}, {"(", ")"}, {"尾号1234,", "。"},
		{"应还:", "已逾期"}, {"【某某金融】", "\n回T退订"}, {"合计 ", " 请尽快"}, {"“", "”"}, {"欠款金额是", "；"},
	}
	for _, row := range amountRows {
		text, _, marked := strings.Cut(row.want, ": ")
		if !marked || strings.HasPrefix(text, "bare") || strings.Contains(text, "块五") || strings.HasSuffix(text, "块5") {
			continue
		}
		r := foldNumber(text)
		alone := showAmount(r, 0)
		for k, c := range contexts {
			before := foldNumber(c[0])
			planted := append(append(before, r...), foldNumber(c[1])...)
			assert.Equal(t, alone, showAmount(planted, len(foldNumber(c[0]))), "%s in context %d", row.name, k)
		}
	}
}

func TestReadAmountAllocates(t *testing.T) {
	r, i := atBar(t, "欠款约|人民币1,234.56元左右")
	readAmount(r, i) // loads the tables
	assert.Zero(t, testing.AllocsPerRun(100, func() { readAmount(r, i) }))
}

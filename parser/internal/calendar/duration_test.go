package calendar

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// unitNames are the units as the tables write them.
var unitNames = [...]string{"none", "minutes", "hours", "days", "weeks", "months", "years", "periods"}

// showDuration writes what ReadDuration reads at i.
func showDuration(r []rune, i int) string {
	d, end := ReadDuration(r, i)
	if end == i {
		return "none"
	}
	s := fmt.Sprintf("%s: %d", string(r[i:end]), d.N)
	if d.Max > 0 {
		s += fmt.Sprintf("-%d", d.Max)
	}
	s += " " + unitNames[d.Unit]
	switch d.Unit {
	case Week:
		s += fmt.Sprintf(" = %dd", d.Days)
	case Month, Year:
		s += fmt.Sprintf(" = %dm", d.Months)
		if d.Days > 0 {
			s += fmt.Sprintf(" %dd", d.Days)
		}
	}
	if d.Nth {
		s += " nth"
	}
	return s + " " + string(d.Precision)
}

var durationRows = []readertest.BarRow{
	{"days", "逾期|25天", "25天: 25 days exact", ""},
	{"days and space", "逾期 |25 日", "25 日: 25 days exact", ""},
	{"Chinese days", "逾期|二十五天", "二十五天: 25 days exact", ""},
	{"capital days", "逾期|叁拾天", "叁拾天: 30 days exact", ""},
	{"full-width days", "逾期|２５天", "25天: 25 days exact", ""},
	{"日", "逾期|十五日", "十五日: 15 days exact", "a duration, not the 15th"},
	{"hundreds", "已逾期|二百零六天", "二百零六天: 206 days exact", ""},
	{"hundreds and 日", "逾期|一百四十日，", "一百四十日: 140 days exact", ""},
	{"one day", "逾期|一天", "一天: 1 days exact", ""},
	{"no day", "逾期|0天", "0天: 0 days exact", ""},
	{"two days", "拖欠|两天", "两天: 2 days exact", ""},
	{"nth after", "逾期第|3天", "3天: 3 days nth exact", ""},
	{"nth", "逾期|第3天", "第3天: 3 days nth exact", ""},
	{"nth, Chinese", "逾期|第一天", "第一天: 1 days nth exact", ""},
	{"nth instalment", "您的|第3期账单", "第3期: 3 periods nth exact", "no three instalments past due"},
	{"余", "逾期|30余天", "30余天: 30 days about", ""},
	{"多", "逾期|30多天", "30多天: 30 days about", ""},
	{"十几", "逾期|十几天", "十几天: 10 days about", ""},
	{"三十几", "逾期|三十几天", "三十几天: 30 days about", ""},
	{"几天", "过|几天", "none", "no number at all"},
	{"plus", "逾期|90+天", "90+天: 90 days at_least", ""},
	{"超过", "逾期超过|90天", "90天: 90 days at_least", ""},
	{"超", "逾期超|32天", "32天: 32 days at_least", ""},
	{"已超过", "已超过 |12天", "12天: 12 days at_least", ""},
	{"近", "逾期近|90天", "90天: 90 days about", ""},
	{"最近", "最近|90天", "90天: 90 days exact", ""},
	{"以上", "逾期|90天以上", "90天: 90 days at_least", ""},
	{"内", "|7天内还款", "7天: 7 days at_most", "a deadline, as the caller knows"},
	{"之内", "|3日之内", "3日: 3 days at_most", ""},
	{"以内", "|三日以内", "三日: 3 days at_most", ""},
	{"左右", "逾期|60天左右", "60天: 60 days about", ""},
	{"自然日", "逾期|59个自然日", "59个自然日: 59 days exact", ""},
	{"工作日", "|3个工作日内", "3个工作日: 3 days at_most", ""},
	{"工作日 without 个", "|3工作日内", "3工作日: 3 days at_most", ""},
	{"range of days", "|3-5天", "3-5天: 3-5 days range", ""},
	{"range with 至", "|3至5个工作日", "3至5个工作日: 3-5 days range", ""},
	{"range with units", "逾期|30天至60天", "30天至60天: 30-60 days range", ""},
	{"range with 到", "|三到五天", "三到五天: 3-5 days range", ""},
	{"两三天", "|两三天内", "两三天: 2-3 days range", ""},
	{"十五六天", "逾期|十五六天", "十五六天: 15-16 days range", ""},
	{"half a day", "|半天内", "半天: 12 hours at_most", ""},
	{"fraction of a day", "|1.5天", "1.5天: 1 days about", ""},

	{"months", "已逾期|1个月", "1个月: 1 months = 1m exact", ""},
	{"Chinese months", "逾期|两个月", "两个月: 2 months = 2m exact", ""},
	{"half a month", "逾期|半个月", "半个月: 15 days about", ""},
	{"半月", "逾期|半月", "半月: 15 days about", ""},
	{"more than a month", "逾期|1个多月", "1个多月: 1 months = 1m about", ""},
	{"一个多月", "逾期|一个多月", "一个多月: 1 months = 1m about", ""},
	{"一个半月", "逾期|一个半月", "一个半月: 1 months = 1m 15d about", ""},
	{"months and days", "逾期|1个月零5天", "1个月零5天: 1 months = 1m 5d exact", ""},
	{"months and days, plain", "逾期|2个月10天", "2个月10天: 2 months = 2m 10d exact", ""},
	{"18月", "贷款期限|18月", "18月: 18 months = 18m exact", ""},
	{"March", "|3月账单", "none", "March"},
	{"March, Chinese", "|三月账单", "none", ""},
	{"a month of two digits", "|03月", "none", ""},
	{"range of months", "|3-6个月", "3-6个月: 3-6 months = 3m range", ""},

	{"years", "逾期|3年", "3年: 3 years = 36m exact", ""},
	{"two years, Chinese", "逾期|两年", "两年: 2 years = 24m exact", ""},
	{"a year and months", "逾期|1年零3个月", "1年零3个月: 1 years = 15m exact", ""},
	{"a year and months, plain", "逾期|1年3个月", "1年3个月: 1 years = 15m exact", ""},
	{"a year, months and days", "逾期|一年零三个月零五天", "一年零三个月零五天: 1 years = 15m 5d exact", ""},
	{"零三月", "逾期|1年零3月", "1年零3月: 1 years = 15m exact", ""},
	{"half a year", "逾期|半年", "半年: 6 months = 6m exact", ""},
	{"more than half a year", "逾期|半年多", "半年: 6 months = 6m about", ""},
	{"一年半", "逾期|一年半", "一年半: 1 years = 18m exact", ""},
	{"多年", "逾期|两年多", "两年: 2 years = 24m about", ""},
	{"first half", "上|半年", "none", ""},
	{"year of the calendar", "|2024年", "none", ""},
	{"year of two digits", "|24年3月1日", "none", ""},
	{"year in digits", "|二〇二四年", "none", ""},
	{"school year", "|2年级", "none", ""},

	{"periods", "逾期|3期", "3期: 3 periods exact", ""},
	{"periods, Chinese", "逾期|两期", "两期: 2 periods exact", ""},
	{"账期", "逾期|3个账期", "3个账期: 3 periods exact", ""},
	{"期限", "|3期限", "none", ""},
	{"M2", "逾期|M2", "m2: 2 periods exact", ""},
	{"M3+", "逾期|M3+", "m3+: 3 periods at_least", ""},
	{"M1-M3", "逾期|M1-M3", "m1-m3: 1-3 periods range", ""},
	{"square metres", "90|m2", "none", ""},
	{"a model", "|m2x", "none", ""},
	{"a part of instalments", "第1/|12期", "none", ""},
	{"round the clock", "7×|24小时", "none", ""},
	{"round the clock, with a star", "|7*24小时", "none", ""},
	{"days of a month", "|12-19日", "none", ""},
	{"days of a month with months", "|4.18-5.2日", "none", ""},
	{"range of 日", "|3-5日内", "3-5日: 3-5 days range", ""},
	{"日历日", "|3-5个日历日", "3-5个日历日: 3-5 days range", ""},
	{"M and a model number", "|m52", "none", ""},
	{"hundreds of M", "|m123", "none", ""},

	{"weeks", "逾期|2周", "2周: 2 weeks = 14d exact", ""},
	{"星期", "逾期|两个星期", "两个星期: 2 weeks = 14d exact", ""},
	{"周年", "|3周年", "none", ""},
	{"hours", "|24小时内", "24小时: 24 hours at_most", ""},
	{"个小时", "|2个小时内", "2个小时: 2 hours at_most", ""},
	{"Chinese hours", "|两小时内", "两小时: 2 hours at_most", ""},
	{"h", "|24h内", "24h: 24 hours at_most", ""},
	{"h of a word", "|24hao", "none", ""},
	{"DPD", "欠1.8万 |DPD212 今天", "dpd212: 212 days exact", ""},
	{"DPD and a colon", "|DPD: 33", "dpd: 33: 33 days exact", ""},
	{"DPD, at least", "|DPD=90+", "dpd=90+: 90 days at_least", ""},
	{"DPD, a range", "|DPD 31-60", "dpd 31-60: 31-60 days range", ""},
	{"DPD, none", "|DPD: 0", "none", ""},
	{"a letter for a digit", "逾期l|5天", "none", ""},
	{"a letter of a word", "yuqi|5天", "5天: 5 days exact", ""},
	{"terabytes", "流量|5T", "none", ""},
	{"DPD of another word", "x|dpd33", "none", ""},
	{"DPD and masks", "|dpd3*", "none", ""},
	{"五百多天", "|五百多天", "五百多天: 500 days about", ""},
	{"二十余天", "|二十余天", "二十余天: 20 days about", ""},
	{"days, English", "overdue |8 days,", "8 days: 8 days exact", ""},
	{"a day, English", "|1 day past due", "1 day: 1 days exact", ""},
	{"days of a word", "|3daysale", "none", ""},
	{"days, pinyin", "yuqi |18 tian", "18 tian: 18 days exact", ""},
	{"a letter of a word", "|32txl", "none", ""},
	{"days in disguise", "逾期|55夭", "55夭: 55 days exact", ""},
	{"days in another", "逾期|⑦兲", "7兲: 7 days exact", ""},
	{"半小时", "|半小时内", "半小时: 30 minutes at_most", ""},
	{"半个小时", "|半个小时", "半个小时: 30 minutes exact", ""},
	{"minutes", "|30分钟内", "30分钟: 30 minutes at_most", ""},
	{"24时", "|24时前", "none", "a time"},

	{"date", "自|3月1日起", "none", ""},
	{"day of a date", "3月|1日起", "none", ""},
	{"day of a date, space", "3月 |1日", "none", ""},
	{"full date", "自|2024年3月1日起逾期", "none", ""},
	{"day before", "请于|25日前还款", "none", ""},
	{"day before, 之前", "请于|25日之前", "none", ""},
	{"day and time", "|25日24时", "none", ""},
	{"每月", "每月|15日", "none", ""},
	{"日元", "|3日元", "none", ""},
	{"money", "欠款|300元", "none", ""},
	{"masked days", "逾期|2*天", "none", ""},
	{"within a number", "1|5天", "none", ""},
	{"due in days", "还差|2天到期", "2天: 2 days exact", "not overdue, as the caller knows"},
	{"超期", "超期|54天", "54天: 54 days exact", "超 does not stand before 54"},
	{"拖欠", "拖欠|3天", "3天: 3 days exact", ""},
	{"too many days", "|999999天", "none", ""},
}

func TestReadDuration(t *testing.T) { readertest.CheckBarRows(t, showDuration, durationRows) }

func TestReadDurationAllocates(t *testing.T) {
	r, i := readertest.AtBar(t, "逾期超过|1年零3个月以上")
	ReadDuration(r, i) // loads the tables
	assert.Zero(t, testing.AllocsPerRun(100, func() { ReadDuration(r, i) }))
}

package calendar

import (
	"testing"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

var timeRows = []readertest.Row{
	{"今日15:10前", "15:10", ""},
	{"今日15:10:30", "15:10:30", ""},
	{"12点前", "12点", ""},
	{"18:00前", "18:00", ""},
	{"12时30分", "12时30分", ""},
	{"12时30分20秒", "12时30分20秒", ""},
	{"下午3点半", "3点半", ""},
	{"下午三点一刻", "三点一刻", ""},
	{"十二点整", "十二点整", ""},
	{"24点", "24点", ""},
	{"9:00-18:00", "9:00|18:00", ""},
	{"9:00~18:00", "9:00|18:00", ""},
	{"12点30前", "12点30", ""},
	{"五点五万元", "", "an amount"},
	{"3点5万元", "", "an amount"},
	{"三点五厘", "", "a rate"},
	{"24时内", "", "a duration"},
	{"25:00", "", "no such hour"},
	{"25点", "", "no such hour"},
	{"15:60", "", "no such minute"},
	{"24小时内", "", "a duration"},
	{"2小时", "", "a duration"},
	{"1:2", "", "a ratio"},
	{"15:100", "", ""},
	{"金额:100", "", ""},
	{"12:30abc", "", ""},
	{"", "", ""},
}

func TestReadTime(t *testing.T) { readertest.CheckRows(t, readertest.Reader(ReadTime).Find, timeRows) }

func TestReadTimePlanted(t *testing.T) {
	for _, s := range []string{"15:10", "12点", "12时30分", "十二点半"} {
		readertest.Plant(t, ReadTime, s)
	}
}

package calendar

import (
	"testing"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

var rateRows = []readertest.Row{
	{"日利率0.05%", "0.05%", ""},
	{"日利率0.05 %", "0.05 %", ""},
	{"年化24%至36%", "24%|36%", ""},
	{"千分之一", "千分之一", ""},
	{"日息万分之五", "万分之五", ""},
	{"日息万分之0.5", "万分之0.5", ""},
	{"日息万五,", "万五", ""},
	{"日息万5计收", "万5", ""},
	{"借一万五", "", "15,000"},
	{"万5", "", "nothing says that it is a rate"},
	{"5‰", "5‰", ""},
	{"百分之十", "百分之十", ""},
	{"百分之三点五", "百分之三点五", ""},
	{"百分之二十四", "百分之二十四", ""},
	{"十分之一", "十分之一", ""},
	{"打8.8折", "8.8折", ""},
	{"打88折", "88折", ""},
	{"打八折", "八折", ""},
	{"打八八折", "八八折", ""},
	{"1000折合", "", ""},
	{"减免三成", "三成", ""},
	{"减免3成以上", "3成", ""},
	{"三成员", "", "a word"},
	{"一成不变", "", "a word"},
	{"提高5个百分点", "5个百分点", ""},
	{"加25bp", "25bp", ""},
	{"加25bps。", "25bps", ""},
	{"月息1.5分", "", "分 is money's"},
	{"欠1234.56元", "", ""},
	{"欠100", "", ""},
	{"123456789012%", "", "no rate has twelve digits"},
	{"1.2.3%", "", ""},
	{"百分之", "", ""},
	{"%", "", ""},
	{"", "", ""},
}

func TestReadRate(t *testing.T) { readertest.CheckRows(t, readertest.Reader(ReadRate).Find, rateRows) }

func TestReadRatePlanted(t *testing.T) {
	for _, s := range []string{"0.05%", "万分之五", "5‰", "百分之十", "8.8折", "三成"} {
		readertest.Plant(t, ReadRate, s)
	}
}

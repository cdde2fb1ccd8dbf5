package number

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// TestReadHeading has the headings of sums, and brackets that are none.
func TestReadHeading(t *testing.T) {
	for _, row := range []struct {
		in   string
		want Heading
		text string // "": none
	}{
		{"(元)", Heading{fen: 100}, "(元)"},
		{"(万元)3.5", Heading{fen: 100_0000}, "(万元)"},
		{"( 万元 )3.5", Heading{}, ""},
		{"(单位:千元)3.5", Heading{fen: 10_0000, Labeled: true}, "(单位:千元)"},
		{"(单位 千元)3.5", Heading{fen: 10_0000, Labeled: true}, "(单位 千元)"},
		{"(单位:人民币元)500", Heading{fen: 100, Labeled: true}, "(单位:人民币元)"},
		{"(人民币)500", Heading{}, "(人民币)"},
		{"(人民币:万元)5", Heading{fen: 100_0000}, "(人民币:万元)"},
		{"(角)500", Heading{fen: 10}, "(角)"},
		{"(分)500", Heading{fen: 1}, "(分)"},
		{"(港币)500", Heading{foreign: true}, "(港币)"},
		{"(usd)500", Heading{foreign: true}, "(usd)"},
		{"($)500", Heading{foreign: true}, "($)"},
		{"(万美元)5", Heading{fen: 100_0000, foreign: true}, "(万美元)"},
		{"(币种:美元)5", Heading{foreign: true, Labeled: true}, "(币种:美元)"},
		{"(币种:人民币 单位:元)5", Heading{fen: 100, Labeled: true}, "(币种:人民币 单位:元)"},
		{"(以万元计)5", Heading{fen: 100_0000}, "(以万元计)"},
		{"单位:万元 本金5", Heading{fen: 100_0000, Labeled: true}, "单位:万元"},
		{"币种为美元，应还5", Heading{foreign: true, Labeled: true}, "币种为美元"},
		{"/万元:5", Heading{fen: 100_0000}, "/万元"},
		{"/元 5", Heading{}, ""},
		{"美元账户应还5", Heading{foreign: true, Labeled: true}, "美元"},
		{"rmb应还5", Heading{Labeled: true}, "rmb"},
		{"外币账户应还5", Heading{foreign: true, Labeled: true}, "外币"},
		{"美元:应还5", Heading{foreign: true, Labeled: true}, "美元"},
		{"美元汇率上涨", Heading{}, ""},
		{"美元", Heading{}, ""},
		{"(含罚息)500", Heading{}, ""},
		{"(元/期)500", Heading{}, ""},
		{"(万元以上)500", Heading{}, ""},
		{"(500元)", Heading{}, ""},
		{"(元", Heading{}, ""},
		{"单位 千元 本金5", Heading{fen: 10_0000, Labeled: true}, "单位 千元"},
		{"单位为元,本金5", Heading{fen: 100, Labeled: true}, "单位为元"},
		{"单位以万元计，本金5", Heading{fen: 100_0000, Labeled: true}, "单位以万元计"},
		{"单位:万元500", Heading{fen: 100_0000, Labeled: true}, "单位:万元"},
		{"金额单位万元，本金5", Heading{fen: 100_0000, Labeled: true}, "金额单位万元"},
		{"(单位万元)5", Heading{fen: 100_0000, Labeled: true}, "(单位万元)"},
		{"单位领导", Heading{}, ""},
		{"单位分管领导", Heading{}, ""},
		{"单位美元结算", Heading{}, ""},
		{"单位万元户很多", Heading{}, ""},
		{"单位:万科", Heading{}, ""},
		{"单位为千万元级企业", Heading{}, ""},
		{"单位:500元", Heading{}, ""},
		{"币种:美元户口本", Heading{}, ""},
		{"(", Heading{}, ""},
		{"", Heading{}, ""},
	} {
		r := []rune(row.in)
		h, end := ReadHeading(r, 0)
		assert.Equal(t, row.want, h, row.in)
		assert.Equal(t, row.text, string(r[:end]), row.in)
	}
}

// TestReadAmountUnder has numbers under a heading right before them.
func TestReadAmountUnder(t *testing.T) {
	for _, row := range []struct {
		in     string // heading|number
		text   string
		fen    int64
		max    int64
		marked bool
	}{
		{"(万元)|3.5，", "3.5", 350_0000, 0, true},
		{"(万元)|3-5，", "3-5", 300_0000, 500_0000, true},
		{"(万元)|3-5万元", "3-5万元", 300_0000, 500_0000, true},
		{"(万元)|3-5元", "3-5元", 3_00, 5_00, true},
		{"(万元)|3.5万，", "3.5万", 350_0000, 0, true},
		{"(万元)|3500元", "3500元", 3500_00, 0, true},
		{"(万元)|¥3.5，", "¥3.5", 350_0000, 0, true},
		{"(角)|3500，", "3500", 350_00, 0, true},
		{"(元)|500，", "500", 500_00, 0, true},
		{"(人民币)|500，", "500", 500_00, 0, true},
		{"(万元)|叁点五，", "叁点五", 350_0000, 0, true},
	} {
		r, i := readertest.AtBar(t, row.in)
		h, end := ReadHeading(r, 0)
		assert.Equal(t, i, end, row.in)
		h.Direct = true
		a, end := ReadAmountUnder(r, i, h)
		assert.Equal(t, row.text, string(r[i:end]), row.in)
		assert.Equal(t, []any{row.fen, row.max, row.marked}, []any{a.Fen, a.MaxFen, a.Marked}, row.in)

		h.Direct = false
		a, _ = ReadAmountUnder(r, i, h)
		alone, _ := ReadAmount(r, i)
		assert.Equal(t, alone.Marked, a.Marked, "%s: not right before it", row.in)
	}
}

// TestNoYuanUnder has numbers that are no amounts because of the heading.
func TestNoYuanUnder(t *testing.T) {
	for _, in := range []string{"(港币)|500，", "(日元)|50000", "(万美元)|3.5", "(亿元)|99999999999999"} {
		r, i := readertest.AtBar(t, in)
		h, _ := ReadHeading(r, 0)
		h.Direct = true
		a, end := ReadAmountUnder(r, i, h)
		assert.Greater(t, end, i, in)
		assert.Empty(t, a.Precision, in)
	}
	r, i := readertest.AtBar(t, "(分)|300，")
	h, _ := ReadHeading(r, 0)
	h.Direct = true
	a, _ := ReadAmountUnder(r, i, h)
	assert.True(t, a.Points, "fen only after a word for a debt")
	assert.EqualValues(t, 3_00, a.Fen)
}

// TestHeadingTable walks the table: each word makes its sample a heading.
func TestHeadingTable(t *testing.T) {
	for _, cells := range readertest.Table(t, headingTable, 4, 1) {
		kind, word, fen, sample := cells[0], cells[1], cells[2], cells[3]
		assert.Contains(t, sample, word)
		start := max(0, strings.IndexByte(sample, '('))
		h, end := ReadHeading([]rune(sample[start:]), 0)
		assert.Positive(t, end, sample)
		switch kind {
		case "unit":
			worth, err := strconv.ParseInt(fen, 10, 64)
			assert.NoError(t, err, word)
			assert.Equal(t, worth, h.fen, word)
		case "account":
			assert.Equal(t, Heading{foreign: true, Labeled: true}, h, word)
		default:
			assert.Equal(t, "-", fen, word)
			assert.Equal(t, kind == "label" || kind == "place", h.Labeled, word)
			assert.True(t, h.foreign || h.fen > 0, word)
		}
	}
}

package shape

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

var cardRows = []readertest.Row{
	{"转至6222000000000017", "6222000000000017", ""},
	{"转至6222000000000012", "6222000000000012", "the check digit of 62 is not asked for"},
	{"转至6222000000000001234", "6222000000000001234", "nineteen digits"},
	{"转至6222 0000 0000 0017", "6222 0000 0000 0017", ""},
	{"转至6222 0000 0000 0001 234户名", "6222 0000 0000 0001 234", ""},
	{"转至622200 0000 0000 01234户名", "622200 0000 0000 01234", ""},
	{"转至6222-0000-0000-0017", "6222-0000-0000-0017", ""},
	{"转至6222 0000 0000 0017 100.00元", "6222 0000 0000 0017", "an amount after it"},
	{"转至6222 0000 0000 0017 100元", "6222 0000 0000 0017", "an amount after it"},
	{"转至4367000000001239", "4367000000001239", "check digit right"},
	{"转至4367000000001238", "", "check digit wrong"},
	{"转至5187000000000012", "5187000000000012", "check digit right"},
	{"转至9558800000000000018", "9558800000000000018", "an early card, check digit right"},
	{"转至3528000000000015", "3528000000000015", ""},
	{"订单2024030112345678", "", "a serial number"},
	{"转至62220000000000012345", "", "twenty digits"},
	{"转至622200000000001", "", "fifteen digits"},
	{"证件622201197511030022", "", "an ID"},
	{"转至622202000000000000", "622202000000000000", "eighteen digits, no date"},
	{"a6222000000000017", "", "a code"},
	{"6222000000000017元", "", "an amount"},
	{"卡6222****1234", "6222****1234", ""},
	{"卡622202******1234", "622202******1234", ""},
	{"卡6222 **** **** 1234", "6222 **** **** 1234", ""},
	{"卡6222********1234", "6222********1234", ""},
	{"卡4392****1234", "4392****1234", ""},
	{"卡5187xxxxxxxx1234", "5187xxxxxxxx1234", ""},
	{"证件6222**********1234", "", "eighteen characters: an ID"},
	{"证件1101****1234", "", ""},
	{"手机138****1234", "", ""},
	{"卡62****1234", "", "too little shown"},
	{"卡6222****", "", "no tail"},
	{"欠6222**.12元", "", "an amount"},
	{"", "", ""},
	{"6222", "", ""},
}

func TestReadBankCard(t *testing.T) {
	readertest.CheckRows(t, readertest.Reader(ReadCard).Find, cardRows)
}

func TestReadBankCardPlanted(t *testing.T) {
	for _, card := range []string{"6222000000000017", "6222 0000 0000 0017", "6222****1234", "4367000000001239"} {
		readertest.Plant(t, ReadCard, card)
	}
}

func TestReadSerial(t *testing.T) {
	for _, row := range []struct{ in, want, why string }{
		{"ht20240301-001)", "ht20240301-001", ""},
		{"cb20243922****的", "cb20243922****", ""},
		{"202403011234567890", "202403011234567890", ""},
		{"ab-12-cd-34-，", "ab-12-cd-34", "a hyphen does not end it"},
		{"jd1234", "jd1234", ""},
		{"jd123", "", "five characters"},
		{"abcdef", "", "no digits"},
		{"http://t.cn/a", "", "a link"},
		{"1234567.89元", "", "an amount"},
		{"1234567元", "", "an amount"},
		{"12345678901234567890123456789012", "12345678901234567890123456789012", "thirty-two"},
		{"123456789012345678901234567890123", "", "thirty-three"},
		{"-123456", "", ""},
		{"", "", ""},
	} {
		r := []rune(row.in)
		assert.Equal(t, row.want, string(r[:ReadSerial(r, 0)]), "%s (%s)", row.in, row.why)
	}
}

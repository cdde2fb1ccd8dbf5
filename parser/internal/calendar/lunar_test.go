package calendar

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// TestReadLunar lists lunar days, and what is none.
func TestReadLunar(t *testing.T) {
	for _, row := range []struct{ in, text string }{
		{"农历八月十五前", "农历八月十五"},
		{"农历8月15日前", "农历8月15日"},
		{"农历)8月15日前", "农历)8月15日"},
		{"阴历:七月初七", "阴历:七月初七"},
		{"农历乙巳年闰六月初一", "农历乙巳年闰六月初一"},
		{"农历二〇二六年八月十五日", "农历二〇二六年八月十五日"},
		{"农历十五日前", "农历十五日"},
		{"农历腊月廿三", "农历腊月廿三"},
		{"腊月二十三日前", "腊月二十三日"},
		{"正月初五", "正月初五"},
		{"三月初五前", "三月初五"},
		{"3月廿三前", "3月廿三"},
		{"除夕前", "除夕"},
		{"大年三十前", "大年三十"},
		{"农历新年", ""},
		{"农历", ""},
		{"8月15日", ""},
		{"三月初", ""},
		{"正月里", ""},
		{"正常", ""},
		{"", ""},
	} {
		r := []rune(row.in)
		assert.Equal(t, row.text, string(r[:ReadLunar(r, 0)]), row.in)
	}
}

// TestSaysLunar: the remark may follow the date.
func TestSaysLunar(t *testing.T) {
	for in, text := range map[string]string{"(农历)前": "(农历)", "前(公历)": "", " (阴历)": " (阴历)", "(农历七月初三)": "", "(公历)": "", "农历": "", "": ""} {
		r := []rune(in)
		end, lunar := SaysLunar(r, 0)
		assert.Equal(t, text, string(r[:end]), in)
		assert.Equal(t, text != "", lunar, in)
	}
}

// TestLunarTable walks the table: no sample has a date, and each has a lunar day.
func TestLunarTable(t *testing.T) {
	for _, cells := range readertest.Table(t, lunarTable, 3, 1) {
		word, sample := cells[1], cells[2]
		at := strings.Index(sample, word)
		assert.GreaterOrEqual(t, at, 0, sample)
		r, i := []rune(sample), len([]rune(sample[:at]))
		assert.Greater(t, ReadLunar(r, i), i, sample)
		for i = 0; i < len(r); i = max(i+1, ReadLunar(r, i)) {
			_, end := ReadDate(r, i)
			assert.Equal(t, i, end, "%s: a date", sample)
		}
	}
}

package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify/presend"
)

// join writes fields with blanks between them.
func join(all []presend.Field) string {
	var words []string
	for _, f := range all {
		words = append(words, string(f))
	}
	return strings.Join(words, " ")
}

// TestRecord says which values are missing or cannot be read.
func TestRecord(t *testing.T) {
	for _, c := range []struct{ name, columns, row, want string }{
		{"all", "", "甲,沈亦安,330203199104121171,13800003401,2026-03-02 10:15,\"8,112.40\",26,1069", ""},
		{"what need not be there", "", "甲,沈亦安,330203199104121171,13800003401,2026-03-02 10:15,,,", ""},
		{"all empty", "", ",,,,,,,", "name id_number phone planned_at"},
		{"blanks", "", "甲, ,　,\t, ,,,", "name id_number phone planned_at"},
		{"all bad", "", "甲,8,330203199104121172,1,明天,八百,两,", "name id_number phone planned_at amount days"},
		{"hidden", "", "甲,沈*安,330203********1171,138****3401,2026-03-02,1***.5,,", "name id_number phone planned_at amount"},
		{"a surname is no name", "", "甲,沈先生,330203199104121171,13800003401,2026-03-02 10:15,,,", "name"},
		{"a column that is not there", "id_number=,phone=", "甲,沈亦安,,,2026-03-02 10:15,,,", ""},
		{"amounts", "", "甲,沈亦安,330203199104121171,13800003401,2026-03-02 10:15,1.234,,", "amount"},
		{"negative", "", "甲,沈亦安,330203199104121171,13800003401,2026-03-02 10:15,-1,-1,", "amount days"},
	} {
		t.Run(c.name, func(t *testing.T) {
			mapped, err := columns.Map(c.columns)
			require.NoError(t, err)
			in := "text,name,id_number,phone,planned_at,amount,days,sender\n" + c.row + "\n"
			for r, err := range rows(mapped, strings.NewReader(in)) {
				require.NoError(t, err)
				assert.Equal(t, c.want, join(r.notice.Record.Unreadable))
				assert.Equal(t, 2, r.Row)
			}
		})
	}
}

// A value that cannot be read is not known, and so nothing is compared with it.
func TestRecordUnreadable(t *testing.T) {
	for _, c := range []struct{ amount, days, want string }{
		{"RMB 8112.40", "26天", "amount days"}, {"1.234", "99999999999", "amount days"}, {"8112.40", "26", ""},
	} {
		mapped, err := columns.Map("name=,id_number=,phone=,planned_at=")
		require.NoError(t, err)
		for r, err := range rows(mapped, strings.NewReader("text,amount,days\n甲,"+c.amount+","+c.days+"\n")) {
			require.NoError(t, err)
			assert.Equal(t, c.want, join(r.notice.Record.Unreadable))
			assert.Equal(t, c.want == "", r.notice.Record.Amount != nil, "amount")
			assert.Equal(t, c.want == "", r.notice.Record.Days != nil, "days")
		}
	}
}

func TestParseFen(t *testing.T) {
	for s, want := range map[string]int64{"8112.40": 811240, "8,112.4": 811240, "8112": 811200, "8112元": 811200, "0.05元": 5, "0": 0} {
		got, ok := parseFen(s)
		assert.True(t, ok, s)
		assert.Equal(t, want, got, s)
	}
	for _, s := range []string{"", ".5", "元", "1.234", "1.2.3", "1e3", "八百", "99999999999999999999", "+5", "1. 5"} {
		_, ok := parseFen(s)
		assert.False(t, ok, s)
	}
}

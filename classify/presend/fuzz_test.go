package presend

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// FuzzCheck asserts for any text and record: no panic, spans on character boundaries, the same
// answer twice, and nothing of the text or the record in a finding.
func FuzzCheck(f *testing.F) {
	for _, c := range cases {
		f.Add(c.text, "沈亦安", "13800003401", int64(50000), 26, int64(noon.Unix()), "1069")
	}
	for _, p := range placeholders() {
		f.Add(p.hit, "王小明", "", int64(-1), -1, int64(0), "")
	}
	f.Add("【东隅银行】晓蕾你好，您在南隅银行的贷款（共12期）第13期应还USD500，12月9日归还1,500元，仍欠900元，请于12月1日前还款，截至今日（3日）逾期半个月，请致电400-000-", "章晓蕾", "", int64(90000), 9, int64(noon.Unix()), "青禾")
	f.Add("于2026年13月45日（周八）", "\xff", "138", int64(0), 0, int64(1)<<40, "\xff")
	id, err := identity.ParseID("330203199104121171")
	require.NoError(f, err)
	// What findings say of themselves: a text or a record may have the same words.
	var ours strings.Builder
	for _, d := range Descriptions("") {
		ours.WriteString(d.Text + d.Fix + d.Wording)
	}
	f.Fuzz(func(t *testing.T, text, name, phone string, amount int64, days int, at int64, sender string) {
		day := time.Unix(at%(1<<36), 0)
		r := Record{
			Person: identity.Profile{Name: name, ID: id, Phones: []string{phone}}, PlannedAt: day, Amount: &amount, Days: &days, Periods: &days,
			Since: day.AddDate(0, 0, -days%10000), Due: day.AddDate(0, 0, days%10000), Sender: sender, Unreadable: []Field{FieldDue},
		}
		c := &Checker{Lenders: own}
		got, err := c.Check(Notice{text, r})
		if err != nil {
			require.True(t, errors.Is(err, parser.ErrTooLong) || errors.Is(err, parser.ErrNotUTF8))
			require.Nil(t, got)
			return
		}
		again, err := c.Check(Notice{text, r})
		require.NoError(t, err)
		require.Equal(t, got, again)
		for _, found := range got.Findings {
			checkSpans(t, text, found.Spans)
			k, ok := kinds()[found.Code]
			require.True(t, ok, found.Code)
			require.Equal(t, k.wording, found.Wording)
			require.Contains(t, ours.String(), found.Fix)
			require.True(t, strings.HasPrefix(found.Text, in(k.text, "")))
		}
		data, err := json.Marshal(got)
		require.NoError(t, err)
		var back Report
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, *got, back)
	})
}

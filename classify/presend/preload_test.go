package presend

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/firstuse"
)

// TestPreload: after Preload, a notice loads nothing more; without it, it does.
func TestPreload(t *testing.T) {
	check := func(all []Notice) func() {
		return func() {
			for _, n := range all {
				_, err := new(Checker).Check(n)
				require.NoError(t, err)
			}
		}
	}
	firstuse.Check(t, []firstuse.Way{
		{Name: "nothing", Loads: true, Ready: func(*testing.T) func() { return check([]Notice{{Text: head + debt}}) }},
		{Name: "all", Ready: func(t *testing.T) func() {
			Preload()
			return check(notices(t))
		}},
	})
}

// notices are of all sorts: together they use each pattern.
func notices(t *testing.T) (all []Notice) {
	record := Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon, Amount: new(int64(50000)), Periods: new(2), Due: noon.AddDate(0, 0, 3)}
	for _, c := range cases {
		all = append(all, Notice{c.text, record})
	}
	for _, p := range placeholders() {
		all = append(all, Notice{"【青禾消费金融】沈*安先生，您的借款将于5天后到期。" + p.hit, record})
	}
	for _, date := range []string{"2026年3月5日", "2026-03-05（周四）", "20260305", "3/5", "本月5日", "还款日为5日", "5号", "5 March 2026", "March 5, 2026", "明天"} {
		all = append(all, Notice{"【青禾消费金融】沈*安先生，您的借款" + date + "到期，应还500.00元。", record})
	}
	days := record
	days.Due, days.Days = days.Due.AddDate(0, 0, -30), new(26)
	return append(all, Notice{head + "您的借款逾期两三天，共3期", days}, Notice{head + "5 days overdue", days})
}

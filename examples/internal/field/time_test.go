package field

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestTime(t *testing.T) {
	at := time.Date(2026, 3, 1, 2, 0, 0, 0, time.UTC)
	for value, want := range map[string]time.Time{
		"":                          {},
		" ":                         {},
		"2026-03-01T10:00:00+08:00": at,
		"2026-03-01T02:00:00Z":      at,
		"2026-03-01T10:00:00":       at,
		"2026-03-01 10:00":          at,
		" 2026/3/1 10:00:00 ":       at,
		"2026年3月1日10:00":            at,
		"2026年3月1日 10:00:00":        at,
		"1772330400":                at,
		"1772330400000":             at,
		"2026-03-01 10:00:00.5":     at.Add(time.Second / 2),
		"2026.03.01 10:00":          at,
		"2026-3-1 上午10:00:00":       at,
		"2026/3/1 上午 10:00":         at,
		"2026年3月1日 下午10:00":         at.Add(12 * time.Hour),
		"2026-03-01 10:00 PM":       at.Add(12 * time.Hour),
		"2026-03-01 12:00 am":       at.Add(-10 * time.Hour),
		"2026-03-01 下午12:00":        at.Add(2 * time.Hour),
		"2026/03/01 02:00:00 GMT":   at,
		"3/25/2026 10:00":           at.AddDate(0, 0, 24),
		"25/03/2026 10:00":          at.AddDate(0, 0, 24),
		"3/3/2026 10:00:00":         at.AddDate(0, 0, 2),
		"20260301100000":            at,
		"20260301T100000":           at,
		"20260301T020000Z":          at,
		"46082.41":                  at.Add(-9*time.Minute - 36*time.Second),
		"46082.416666666664":        at,
	} {
		got, ok := Time(value)
		assert.True(t, ok, value)
		assert.True(t, got.Equal(want), value)
		assert.Equal(t, want.IsZero(), got.IsZero(), value)
	}
	for _, value := range []string{"2026-03-01", "10:00", "明天", "2026-02-30 10:00", "2026-03-01 25:00", "17723304000", "-177233040", "1e9",
		"03/01/2026 10:00", "31/02/2026 10:00", "13/13/2026 10:00", "3/1/26 10:00", "2026-03-01 上午12:00", "2026-03-01 13:00 PM",
		"2026-03-01 下午10:00 PM", "2026-03-01 上午下午10:00", "2026-03-01 00:00 PM", "2026-03-01 10:60", "0000-03-01 10:00",
		"46082", "17.5", "99999.5", "46082.4.1", "20260231100000"} {
		got, ok := Time(value)
		assert.False(t, ok, value)
		assert.True(t, got.IsZero(), value)
	}
}

package sheet

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
	} {
		got, ok := Time(value)
		assert.True(t, ok, value)
		assert.True(t, got.Equal(want), value)
		assert.Equal(t, want.IsZero(), got.IsZero(), value)
	}
	for _, value := range []string{"2026-03-01", "10:00", "明天", "2026-02-30 10:00", "2026-03-01 25:00", "17723304000", "-177233040", "1e9", "2026-03-01 10:00 PM"} {
		got, ok := Time(value)
		assert.False(t, ok, value)
		assert.True(t, got.IsZero(), value)
	}
}

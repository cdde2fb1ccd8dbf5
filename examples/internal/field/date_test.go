package field

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestDate(t *testing.T) {
	for _, value := range []string{"2026-03-01", "2026-3-1", " 2026/3/1", "2026.03.01", "2026年3月1日", "2026年03月01日", "20260301", "2026-03-01 00:00"} {
		day, ok := Date(value)
		assert.True(t, ok, value)
		assert.Equal(t, "2026-03-01", day.In(China).Format(time.DateOnly), value)
	}
	for _, value := range []string{"2026-02-30", "03/01/2026", "3月1日", "2026-13-01", "明天", "1", "2026-03"} {
		_, ok := Date(value)
		assert.False(t, ok, value)
	}
	day, ok := Date("")
	assert.True(t, ok && day.IsZero())
}

package field

import (
	"strings"
	"time"
)

// dateForms are the formats of a day in which the year comes first.
var dateForms = [...]string{"2006-1-2", "2006/1/2", "2006.1.2", "2006年1月2日", "20060102"}

// Date reads a day, in Chinese time: 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301, or
// anything that [Time] reads. An empty value is the zero time. Ok is whether the value could be
// read without doubt.
func Date(value string) (day time.Time, ok bool) {
	value = strings.TrimSpace(value)
	for _, form := range dateForms {
		if t, err := time.ParseInLocation(form, value, China); err == nil {
			return t, true
		}
	}
	return Time(value)
}

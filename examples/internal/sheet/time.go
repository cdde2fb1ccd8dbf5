package sheet

import (
	"strconv"
	"strings"
	"time"
)

// china is the time of all China.
var china = time.FixedZone("", 8*60*60)

// plain makes one form of those in which a date is written: 2026/3/1, 2026年3月1日,
// with or without a T before the time.
var plain = strings.NewReplacer("/", "-", "年", "-", "月", "-", "日", " ", "T", " ", "  ", " ")

// Time reads a date with the time of day: RFC 3339; without a zone, which stands for
// Chinese time, 2026-03-01 10:00, 2026/3/1 10:00:00, 2026年3月1日 10:00; seconds or
// milliseconds since 1970. An empty value is the zero time. A date alone is none: the
// hour matters. It says whether the value could be read.
func Time(value string) (t time.Time, ok bool) {
	value = strings.TrimSpace(value)
	if value == "" {
		return t, true
	}
	if t, err := time.Parse(time.RFC3339, value); err == nil {
		return t, true
	}
	if n, err := strconv.ParseUint(value, 10, 63); err == nil {
		switch len(value) {
		case len("1772330400"):
			return time.Unix(int64(n), 0).In(china), true
		case len("1772330400000"):
			return time.UnixMilli(int64(n)).In(china), true
		}
		return t, false
	}
	for _, form := range []string{"2006-1-2 15:04:05", "2006-1-2 15:04"} {
		if t, err := time.ParseInLocation(form, strings.TrimSpace(plain.Replace(value)), china); err == nil {
			return t, true
		}
	}
	return t, false
}

package field

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
)

// China is the time zone of all China, and of times without a zone.
var China = time.FixedZone("", 8*60*60)

// Time reads a date with the time of day: RFC 3339; 2026-03-01 10:00, 2026/3/1 10:00:00,
// 2026.03.01 10:00, 2026年3月1日 上午10:00, 3/25/2026 10:00 AM, 20260301100000; seconds or milliseconds
// since 1970; or days since the end of 1899, as Excel counts them, 46082.41. An empty value is the
// zero time.
//
// Ok is whether the value could be read without doubt. A date alone is not read: the hour matters.
// Nor is 03/01/2026, a day in March or in January, or 上午12:00, noon or midnight.
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
			return time.Unix(int64(n), 0).In(China), true
		case len("1772330400000"):
			return time.UnixMilli(int64(n)).In(China), true
		}
	}
	for _, form := range [...]string{"20060102150405", "20060102T150405"} {
		if t, err := time.ParseInLocation(form, value, China); err == nil {
			return t, true
		}
		if t, err := time.Parse(form+"Z", value); err == nil {
			return t, true
		}
	}
	if serial().MatchString(value) {
		return ofSerial(value), true
	}
	if m := written().FindStringSubmatch(value); m != nil {
		return ofWritten(m)
	}
	return t, false
}

// serial matches a count of days with the time of day, from 2001 to 2119: 46082.41.
var serial = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:3[7-9]|[4-7][0-9])[0-9]{3}\.[0-9]{1,16}$`)
})

// ofSerial reads a count of days, to the second.
func ofSerial(value string) time.Time {
	days, _ := strconv.ParseFloat(value, 64) // serial has checked it
	whole, part := math.Modf(days)
	return time.Date(1899, 12, 30+int(whole), 0, 0, int(math.Round(part*24*60*60)), 0, China)
}

// written matches a date in numbers and a time of day, with what may stand around them.
var written = sync.OnceValue(func() *regexp.Regexp {
	const (
		date  = `(?:(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))`
		half  = `(上午|下午|[AaPp][Mm])?`
		clock = `(\d{1,2})[:：](\d{2})(?:[:：](\d{2})(\.\d{1,9})?)?`
	)
	return regexp.MustCompile(`^` + date + `(?:[T ]|日) {0,2}` + half + ` ?` + clock + ` ?` + half + `( ?(?:GMT|UTC|Z))?$`)
})

// ofWritten reads the parts of a match of written.
func ofWritten(m []string) (t time.Time, ok bool) {
	number := func(i int) int { n, _ := strconv.Atoi(m[i]); return n }
	year, month, day := number(1), number(2), number(3)
	if m[1] == "" {
		year, month, day = number(6), number(4), number(5)
		if month > 12 {
			month, day = day, month
		} else if day <= 12 && day != month {
			return t, false
		}
	}
	hour, ok := hourOf(number(8), m[7]+m[12])
	if !ok || hour > 23 || number(9) > 59 || number(10) > 59 {
		return t, false
	}
	zone := China
	if m[13] != "" {
		zone = time.UTC
	}
	part, _ := strconv.ParseFloat("0"+m[11], 64)
	t = time.Date(year, time.Month(month), day, hour, number(9), number(10), int(math.Round(part*1e9)), zone)
	if year == 0 || int(t.Month()) != month || t.Day() != day {
		return time.Time{}, false
	}
	return t, true
}

// hourOf returns the hour of the day for an hour in a half of the day, "" if none is given.
func hourOf(hour int, half string) (_ int, ok bool) {
	switch strings.ToLower(half) {
	case "":
		return hour, true
	case "am":
		return hour % 12, 0 < hour && hour <= 12
	case "上午":
		return hour, hour < 12
	case "pm", "下午":
		return hour%12 + 12, 0 < hour && hour <= 12
	}
	return 0, false // both halves are given, or one twice
}

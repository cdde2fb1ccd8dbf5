package presend

import (
	"regexp"
	"strings"
	"sync"
	"time"

	"github.com/dunsms/dunsms/parser"
)

// weekdays finds days of the week on which, by the words after them, something is due: 本周五到期,
// 下周一扣款.
var weekdays = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^每逢至到])((?:(本|这|这个|下|下个)(?:周|星期|礼拜)|周|星期|礼拜)([一二三四五六日天]))(?:[上下]午|晚上?)?[^，。；！？,;!?\n0-9一二三四五六七八九十]{0,6}?(?:到期|还款日|应还|应付|要还|需还|该还|该交|扣款|代扣|自动扣|将扣|要扣|会扣)`)
})

// week compares 本周五到期 and the like with the record's due date. For a Sunday the week is ignored:
// usage differs on whether it begins or ends one.
func (k *check) week(d dated) {
	if d.due.IsZero() || d.planned.IsZero() || k.isLate() || !hasWeekday(k.text) {
		return
	}
	at := weekdays().FindStringSubmatchIndex(k.text)
	if at == nil {
		return
	}
	day := weekdayOf(k.text[at[6]:at[7]])
	fits := day == d.due.Weekday()
	if fits && at[4] >= 0 && day != time.Sunday {
		monday := d.planned.AddDate(0, 0, -(int(d.planned.Weekday())+6)%7)
		n := daysFrom(monday, d.due) / 7
		fits = n == 0 && k.text[at[4]:at[5]] != "下" && k.text[at[4]:at[5]] != "下个" || n == 1 && k.text[at[4]:at[5]][:len("下")] == "下"
	}
	if !fits {
		k.differs("DUE_DIFFERS", FieldDue, parser.Span{Start: at[2], End: at[3]})
	}
}

// hasWeekday reports whether a text has a word for a week or a day of it.
func hasWeekday(text string) bool {
	return strings.Contains(text, "周") || strings.Contains(text, "星期") || strings.Contains(text, "礼拜")
}

// weekdayIn finds a day of the week at the end of the text before a date: 下周二（6月15日）.
var weekdayIn = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:周|星期|礼拜)([一二三四五六日天]) ?[（(]?$`)
})

// weekdayBefore reads the day of the week before the date, unless it is of every week.
func (d *date) weekdayBefore(text string) {
	before := text[max(0, d.span.Start-24):d.span.Start]
	if !hasWeekday(before) {
		return
	}
	if at := weekdayIn().FindStringSubmatchIndex(before); at != nil && !strings.HasSuffix(before[:at[0]], "每") {
		d.weekday, d.hasWeekday = weekdayOf(before[at[2]:at[3]]), true
	}
}

// weekdayOf reads a day of the week: 一, 日, 天.
func weekdayOf(s string) time.Weekday {
	return time.Weekday(strings.Index("日一二三四五六", strings.Replace(s, "天", "日", 1)) / len("日"))
}

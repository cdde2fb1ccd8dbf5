package parser

import (
	"strings"

	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// findDue says when the debt falls due, or by when the message wants it paid:
// the first of a date, 今日 and its like, and a time limit.
func (s *reading) findDue(n *Notice) {
	for k := range s.items {
		if s.setDue(n, k) {
			it := &s.items[k]
			n.Due.Found = s.found(int(it.start), int(it.end))
			return
		}
	}
}

// setDue sets n.Due if items[k] says when the debt falls due.
func (s *reading) setDue(n *Notice, k int) bool {
	it := &s.items[k]
	switch {
	case it.kind == itemDate && s.isDue(k):
		n.Due = &Due{Date: s.dates[it.ref].String()}
	case it.kind == itemDuration:
		days, hours, ok := s.timeLimit(k)
		if !ok {
			return false
		}
		n.Due = &Due{}
		count := days + hours // one of them is 0
		if hours > 0 {
			n.Due.InHours = &count
		} else {
			n.Due.InDays = &count
		}
	case it.has(meansDay) && s.isDay(k):
		days := dayWord(s.Runes[it.start:it.end])
		n.Due = &Due{InDays: &days}
	default:
		return false
	}
	return true
}

// dayWord returns how many days ahead 今日, 明天, 后天 are.
func dayWord(r []rune) int {
	switch r[0] {
	case '明', '次':
		return 1
	case '后':
		return 2
	}
	return 0
}

// isDue tells whether the date at items[k] is a due date.
func (s *reading) isDue(k int) bool {
	it := &s.items[k]
	if s.isSince(k) {
		return false
	}
	if b := s.before(k, it.start); b >= 0 && s.items[b].has(meansDue|meansLimit) {
		return true
	}
	end := runes.SkipSpaces(s.Runes, int(it.end))
	for _, w := range [...]string{"前", "之前", "日前", "以前", "到期", "为最后", "是最后", "为还款日", "为您", "截止", "止"} {
		if s.wordAt(end, w) {
			return true
		}
	}
	if s.wordAt(end, "还") && (runes.EndsClause(runes.At(s.Runes, end+1)) || s.wordAt(end, "还款") && !s.clauseEndsPaid(end)) {
		return true
	}
	return s.dueFollows(k, 20) || s.chargeFollows(k)
}

// chargeFollows tells whether the message says that money will be taken on the
// date at items[k].
func (s *reading) chargeFollows(k int) bool {
	it := &s.items[k]
	if s.wordAt(int(it.start)-2, "已于") || s.wordAt(int(it.start)-1, "已") {
		return false
	}
	for i := int(it.end); i < len(s.Runes) && i < int(it.end)+16 && !runes.EndsClause(s.Runes[i]); i++ {
		if s.wordAt(i, "已") || s.wordAt(i, "成功") || s.wordAt(i, "发生") {
			return false
		}
		if s.wordAt(i, "扣款") || s.wordAt(i, "代扣") || s.wordAt(i, "扣收") || s.wordAt(i, "划扣") || s.wordAt(i, "扣取") {
			return !s.clauseEndsPaid(i) && !s.balanceFollows(i)
		}
	}
	return false
}

// isPromise tells whether the sender says what it will do within the time that ends at
// rune i: 7个工作日内寄出.
func (s *reading) isPromise(i int) bool {
	for j := i; j < len(s.Runes) && j < i+6 && !runes.EndsClause(s.Runes[j]); j++ {
		for _, w := range [...]string{"寄出", "寄送", "入账", "到账", "更新", "核实", "回复您", "答复", "反馈", "生效", "开通"} {
			if s.wordAt(j, w) {
				return true
			}
		}
	}
	return false
}

// clauseEndsPaid tells whether the rest of the clause of rune i says how a payment went.
func (s *reading) clauseEndsPaid(i int) bool {
	for ; i < len(s.Runes) && (!runes.EndsClause(s.Runes[i]) || runes.DigitAt(s.Runes, i+1)); i++ {
		if s.wordAt(i, "成功") || s.wordAt(i, "失败") || s.wordAt(i, "完成") || s.wordAt(i, "未") || s.wordAt(i, "已入账") || s.wordAt(i, "已到账") || s.wordAt(i, "已收") {
			return true
		}
	}
	return false
}

// balanceFollows tells whether the clause behind that of rune i says what was left on
// the card: 扣款100元，余额3元.
func (s *reading) balanceFollows(i int) bool {
	for end := min(len(s.Runes), i+3*reach); i < end; i++ {
		if runes.EndsClause(s.Runes[i]) && !runes.DigitAt(s.Runes, i+1) {
			return s.wordAt(i+1, "余额") || s.wordAt(i+1, "当前余额") || s.wordAt(i+1, "账户余额") || s.wordAt(i+1, "卡内余额")
		}
	}
	return false
}

// dueFollows tells whether a due word follows items[k] in its clause within
// some runes.
func (s *reading) dueFollows(k int, within int32) bool {
	it := &s.items[k]
	for b := k + 1; b < len(s.items); b++ {
		c := &s.items[b]
		if c.clause != it.clause || c.start-it.end > within {
			break
		}
		if c.has(meansDue | meansLimit) {
			return true
		}
	}
	return false
}

// isDay tells whether the word for a day at items[k] is a limit: 今日到期, 明天是
// 还款日, 今日18:00前; 今日代扣 is none.
func (s *reading) isDay(k int) bool {
	it := &s.items[k]
	if s.Runes[it.end-1] == '内' {
		return true
	}
	for i, n := int(it.end), 0; i < len(s.Runes) && n < 10; i, n = i+1, n+1 {
		if runes.EndsClause(s.Runes[i]) {
			break
		}
		if s.Runes[i] == '前' && n < 8 || s.Runes[i] == '内' && n < 2 {
			return true
		}
	}
	if b := s.before(k, it.start); b >= 0 && s.items[b].has(meansDue|meansLimit) {
		return true
	}
	return s.dueFollows(k, 4) || s.sumFollows(k)
}

// sumFollows tells whether the message says that a sum is to be paid on the day at
// items[k]: 明天记得还99元.
func (s *reading) sumFollows(k int) bool {
	it := &s.items[k]
	for b := k + 1; b < len(s.items) && s.items[b].clause == it.clause && s.items[b].start-it.end <= 8; b++ {
		if s.items[b].kind == itemAmount {
			between := string(s.Runes[it.end:s.items[b].start])
			return strings.ContainsAny(between, "还付缴") && !strings.ContainsAny(between, "已未从主")
		}
	}
	return false
}

// timeLimit returns the time limit that the duration at items[k] is.
func (s *reading) timeLimit(k int) (days, hours int, ok bool) {
	it := &s.items[k]
	d := &s.durations[it.ref]
	end := runes.SkipSpaces(s.Runes, int(it.end))
	limit := false
	for _, w := range [...]string{"内", "以内", "之内", "之前", "前", "为限", "就是", "即到", "即为", "后到期", "后是", "后为", "到期", "将到", "后扣", "后将", "后代扣", "后还款", "就到"} {
		limit = limit || s.wordAt(end, w)
	}
	for _, w := range [...]string{"还差", "还有", "再过", "剩余", "仅剩", "只剩", "距"} {
		limit = limit || s.wordAt(int(it.start)-len([]rune(w)), w)
	}
	if s.wordAt(int(it.start)-2, "会在") || s.isPromise(end) {
		limit = false
	}
	if !limit || d.Max != 0 {
		return 0, 0, false
	}
	switch d.Unit {
	case calendar.Day, calendar.Week:
		return d.Days, 0, true
	case calendar.Hour:
		return 0, d.N, true
	}
	return 0, 0, false
}

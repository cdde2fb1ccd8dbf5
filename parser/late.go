package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// saysOverdue tells whether it is a cue that a debt is past due: 逾期, 逾期金额.
func (it *item) saysOverdue() bool {
	return it.kind == itemCue && (it.means&meansOverdue != 0 || it.role != 0 && roles[it.role-1] == RoleOverdue)
}

// lookBack is how many items of a clause are looked at on one side: more than
// any clause that is written for people has.
const lookBack = 32

// stands tells whether the overdue cue at items[k] says that a debt is past due,
// and not that one may become so: 以免逾期, 如逾期, 逾期将.
func (s *reading) stands(k int) bool {
	it := &s.items[k]
	for b := k - 1; b >= max(0, k-lookBack) && s.items[b].clause == it.clause; b-- {
		if s.items[b].has(meansUnless | meansNot) {
			return false
		}
	}
	return !s.isToCome(int(it.start), int(it.end))
}

// standsMeasured is stands for a cue with a time or a sum of its own: 如 must
// stand right before it to make it a condition. 若仍不归还逾期35天的欠款 is none.
func (s *reading) standsMeasured(k int) bool {
	if k > 0 {
		if b := &s.items[k-1]; b.has(meansUnless|meansNot) && s.items[k].start-b.end <= 4 && b.clause == s.items[k].clause {
			return false
		}
	}
	switch runes.At(s.Runes, int(s.items[k].start)-1) {
	case '没', '无', '未':
		return false
	}
	return true
}

// isToCome tells whether what stands around the overdue cue runes[i:j] makes it
// one of the future: 快逾期, 逾期将, or a clause that begins with 逾期 and says what
// will follow from it.
func (s *reading) isToCome(i, j int) bool {
	switch runes.At(s.Runes, i-1) {
	case '快', '要', '会', '就', '没', '无', '防', '非', '免', '按', '算':
		return true
	case '将': // but 请将逾期款
		if before := runes.At(s.Runes, i-2); before != '请' && before != '已' && before != '现' {
			return true
		}
	}
	if s.wordAt(j, "的可能") || s.wordAt(j, "的将") || s.wordAt(j, "的会") {
		return true
	}
	if s.wordAt(i, "逾期记录") || s.wordAt(i, "逾期信息") || s.wordAt(i, "逾期状态") || s.wordAt(i, "逾期账户") || s.wordAt(i, "逾期案件") { // what happens to it is to come
		return false
	}
	if b := runes.At(s.Runes, i-1); b == '笔' || s.wordAt(i-2, "名下") { // 您有一笔逾期贷款即将…
		return false
	}
	switch runes.At(s.Runes, j) {
	case '将', '会', '则', '者', '每', '按', '可', '即', '须', '另', '只', '视', '自', '免', '恕', '概':
		return true
	}
	for k := j; k < len(s.Runes) && k < j+12 && !runes.EndsClause(s.Runes[k]); k++ { // what lapses is no debt
		if s.wordAt(k, "作废") || s.wordAt(k, "失效") || s.wordAt(k, "清零") || s.wordAt(k, "无效") {
			return true
		}
	}
	if i > 0 && !runes.EndsClause(s.Runes[i-1]) && s.Runes[i-1] != ' ' {
		return false
	}
	for k := j; k < len(s.Runes) && k < j+16; k++ {
		switch s.Runes[k] {
		case '。', '；', '！':
			return false
		case '请': // 逾期，请还款，否则将…
			if runes.EndsClause(s.Runes[k-1]) {
				return false
			}
		case '将', '权', '会':
			return s.Runes[k] != '会' || runes.At(s.Runes, k+1) != '员'
		}
	}
	return false
}

// isAgo tells whether the debt fell due the duration at items[k] ago: 25天前已到期.
func (s *reading) isAgo(k int) bool {
	end := int(s.items[k].end)
	if !s.wordAt(end, "前") {
		return false
	}
	for _, w := range [...]string{"就该", "就应", "已到期", "已经到期", "到期", "您应", "你应", "应还", "该还"} {
		if s.wordAt(end+1, w) {
			return true
		}
	}
	return false
}

// isPast tells whether the duration at items[k] has passed since a due date: 还款日
// 已过去25天, 比还款日晚了25天.
func (s *reading) isPast(k int) bool {
	it := &s.items[k]
	if k > 0 && s.items[k-1].has(meansDue) && s.isFiller(s.items[k-1].end, it.start) {
		from := int(s.items[k-1].start)
		if s.hasRune(&s.items[k-1], '已') || slices.Contains(s.Runes[s.items[k-1].end:it.start], '已') || s.wordAt(from-1, "已") || s.wordAt(from-2, "已经") || s.wordAt(int(it.end), "了") ||
			s.wordAt(from-1, "均") || s.wordAt(from-2, "过了") || s.wordAt(from-1, "过") {
			return true
		}
	}
	for _, w := range [...]string{"已过", "过去", "过去了", "晚了", "超了", "已超", "超过", "超出", "过了", "迟了", "已逾", "超", "日后"} {
		start := it.start
		if start > 0 && s.Runes[start-1] == ' ' {
			start--
		}
		if n := int32(len([]rune(w))); s.wordAt(int(start-n), w) {
			for b := k - 1; b >= 0 && s.items[b].clause == it.clause && it.start-s.items[b].end <= 8; b-- {
				if s.items[b].has(meansDue) {
					return true
				}
			}
		}
	}
	return false
}

// overdueNear tells whether a word of the clause, or 已, 至今 behind a clause with
// such a word, makes the duration at items[k] an overdue one.
func (s *reading) overdueNear(k int) bool {
	it := &s.items[k]
	led := false
	for i := it.start - 1; i >= 0 && it.start-i <= 6; i-- {
		switch s.Runes[i] {
		case '已', '至', '达', '今', '过', '了', '超', '都':
			led = true
		case '长':
			led = led || i == it.start-1 // 均已逾期，最长4天
		}
		if runes.EndsClause(s.Runes[i]) {
			break
		}
	}
	for b := k - 1; b >= 0; b-- {
		c := &s.items[b]
		if c.clause < it.clause-1 || c.clause < it.clause && !led || it.start-c.end > 2*reach || !led && it.start-c.end > reach+4 {
			break
		}
		if c.kind == itemDuration || c.has(meansDue|meansUnless|meansConditional|meansRepaid) {
			break
		}
		if c.saysOverdue() {
			return s.standsMeasured(b)
		}
	}
	for b := k + 1; b < len(s.items); b++ {
		c := &s.items[b]
		if c.clause != it.clause || c.start-it.end > reach/2 {
			break
		}
		if c.saysOverdue() || c.has(meansLate) {
			return led && s.standsMeasured(b)
		}
	}
	return false
}

// limits tells whether the duration at items[k] limits a time to come: 7天内.
func (s *reading) limits(k int) bool {
	end := runes.SkipSpaces(s.Runes, int(s.items[k].end))
	for _, w := range [...]string{"内", "以内", "之内", "之前", "前", "后", "之后", "以后", "为限", "期限", "免息", "宽限", "就是", "即", "到期", "将"} {
		if s.wordAt(end, w) {
			return true
		}
	}
	return false
}

// isLed tells whether the word before the duration at items[k] makes it a time to
// come or a term: 还差2天, 期限12个月.
func (s *reading) isLed(k int) bool {
	start := int(s.items[k].start)
	for _, w := range [...]string{"还差", "还有", "再过", "剩余", "仅剩", "只剩", "距", "提前", "宽限", "未来", "最近", "近", "期限", "分", "每", "限", "缓", "延期", "顺延", "后"} {
		if s.wordAt(start-len([]rune(w)), w) {
			return true
		}
	}
	return false
}

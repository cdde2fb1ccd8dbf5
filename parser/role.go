package parser

import (
	"strings"

	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// findAmounts gives each amount its role. An amount belongs to the cue word
// that stands closest, whichever side it is on:
//
//  1. a word before it with nothing but fillers between: 罚息为 80 元;
//  2. a word right behind it: 80元罚息, unless that word has an amount of its own;
//  3. the nearest word before it, then behind it, in its clause.
//
// A bare number is an amount only after such a word of the first sort.
func (s *reading) findAmounts(n *Notice) {
	s.ranks, s.sums, s.taken = s.ranks[:0], s.sums[:0], -1
	for k := range s.items {
		it := &s.items[k]
		if it.kind != itemAmount && it.kind != itemNumber {
			continue
		}
		role, near, weak := s.roleOf(k)
		if it.kind == itemNumber && (!s.isMoney(it, near, weak) || s.countsDays(k)) {
			continue
		}
		a := &s.amounts[it.ref]
		m := Money{Found: s.found(int(it.start), int(it.end)), Role: RoleOther, Precision: Precision(a.Precision)}
		if role != 0 {
			m.Role = roles[role-1]
		}
		if a.Precision != number.Masked {
			m.Fen, m.MaxFen = a.Fen, a.MaxFen
		}
		n.Amounts = withRoom(n.Amounts, m)
		rank := amountRank(m.Role, role == 0, weak, near)
		if b := s.before(k, it.start); m.Role == RolePrincipal && b >= 0 && s.isOwed(b) {
			rank-- // 借款20万元，尚欠本金18万元
		}
		s.ranks = append(s.ranks, rank)
		s.sums = append(s.sums, int32(k))
	}
}

// roleOf returns the role of the amount at items[k], an index into roles plus
// one or 0. near tells whether the word stands right before it; weak, whether
// the word only says that something is to be paid.
func (s *reading) roleOf(k int) (role uint8, near, weak bool) {
	it := &s.items[k]
	if r := s.listedRole(k); r != 0 {
		return r, true, false
	}
	if s.isToPay(k) {
		return roleIndex(RoleTotal), true, false
	}
	if b := s.before(k, it.start); b >= 0 && s.taken != b {
		c := &s.items[b]
		switch {
		case c.role != 0:
			return s.ownRole(b, k), true, c.means&meansWeak != 0
		case c.means&meansOverdue != 0 && s.hasRune(c, '期'):
			return roleIndex(RoleOverdue), true, false
		case c.means&meansOverdue != 0: // 恶意拖欠
			return roleIndex(RoleTotal), true, false
		}
	}
	after := s.cueAfter(k)
	if after >= 0 && !s.hasOwnAmount(after) {
		return s.items[after].role, it.kind == itemAmount, s.items[after].means&meansWeak != 0
	}
	if r := runes.At(s.Runes, int(it.start)-1); r == '=' {
		return roleIndex(RoleTotal), true, false
	}
	if b := s.nearestBefore(k); b >= 0 {
		return s.items[b].role, false, s.items[b].means&meansWeak != 0
	}
	if after >= 0 {
		s.taken = after
		return s.items[after].role, false, false
	}
	if b := s.nearestAfter(k); b >= 0 {
		return s.items[b].role, false, s.items[b].means&meansWeak != 0
	}
	return 0, false, false
}

// isOwed tells whether the cue at items[k], or the one right before it, says that
// something is owed.
func (s *reading) isOwed(k int) bool {
	return s.hasRune(&s.items[k], '欠') || k > 0 && s.items[k-1].kind == itemCue && s.items[k-1].end == s.items[k].start && s.hasRune(&s.items[k-1], '欠')
}

// isToPay tells whether the message has the amount at items[k] paid: 将1520元存入….
func (s *reading) isToPay(k int) bool {
	it := &s.items[k]
	if r := runes.At(s.Runes, int(it.start)-1); r != '将' && r != '把' {
		return false
	}
	for _, w := range [...]string{"存入", "存到", "存进", "转入", "转到", "转给", "转过来", "汇入", "汇到", "打到", "打入", "打给", "打过来", "缴至", "补齐", "还清", "还上", "结清", "付清", "交清"} {
		if s.wordAt(int(it.end), w) {
			return true
		}
	}
	return false
}

// ownRole returns the role of the cue at items[k] for items[amount]. A word for a
// sum takes that of the word it adds up, 手续费合计; a loan is a total where the
// words around it say that it is owed, 拖欠借款, 贷款5000元未还.
func (s *reading) ownRole(k, amount int) uint8 {
	c := &s.items[k]
	if roles[c.role-1] == RolePrincipal && !s.hasRune(c, '本') {
		if amount+1 < len(s.items) && s.items[amount+1].has(meansLate) && s.items[amount+1].start-s.items[amount].end <= 2 {
			return roleIndex(RoleTotal)
		}
		for b := k - 1; b >= 0 && s.items[b].clause == c.clause && c.start-s.items[b].end <= gapRunes; b-- {
			if it := &s.items[b]; it.kind == itemCue && s.hasRune(it, '欠') {
				return roleIndex(RoleTotal)
			}
		}
	}
	if k > 0 && roles[c.role-1] == RoleTotal && (c.end-c.start == 2 || c.means&meansWeak != 0) {
		if b := &s.items[k-1]; b.kind == itemCue && s.isFiller(b.end, c.start) && c.start-b.end <= 2 && b.role != 0 {
			if s.isSum(k - 1) {
				return c.role
			}
			switch roles[b.role-1] {
			case RoleFee, RoleInterest, RolePenalty, RoleMinimum, RoleDiscount, RoleCreditLimit, RoleInstalment, RoleOther:
				return b.role
			}
		}
	}
	if k > 0 && roles[c.role-1] == RoleBalance && s.Runes[c.start] == '余' { // 欠款余额
		if b := &s.items[k-1]; b.kind == itemCue && b.end == c.start && b.role != 0 {
			return b.role
		}
	}
	return c.role
}

// isSum tells whether the cue at items[k] is the last of several that are added
// up: 利息及违约金合计.
func (s *reading) isSum(k int) bool {
	if k == 0 || s.items[k-1].role == 0 || s.items[k].start-s.items[k-1].end != 1 {
		return false
	}
	return strings.ContainsRune("及和与、+", s.Runes[s.items[k-1].end])
}

func roleIndex(r Role) uint8 {
	for i := range roles {
		if roles[i] == r {
			return uint8(i + 1)
		}
	}
	return 0
}

// cueAfter returns the cue with a role right behind items[k], -1 if there is
// none.
func (s *reading) cueAfter(k int) int {
	if k+1 >= len(s.items) {
		return -1
	}
	it, next := &s.items[k], &s.items[k+1]
	if next.kind != itemCue || next.role == 0 || next.start-it.end > 2 || next.clause != it.clause {
		return -1
	}
	for _, r := range s.Runes[it.end:next.start] {
		if !strings.ContainsRune("的 (已仍尚", r) {
			return -1
		}
	}
	return k + 1
}

// hasOwnAmount tells whether the cue at items[k] stands right before an amount.
func (s *reading) hasOwnAmount(k int) bool {
	if k+1 >= len(s.items) {
		return false
	}
	next := &s.items[k+1]
	return (next.kind == itemAmount || next.kind == itemNumber) && s.isFiller(s.items[k].end, next.start)
}

// reach is how far from an amount a cue of its clause may stand, in runes.
const reach = 12

// nearestBefore returns the nearest cue with a role before items[k] in its
// clause, no other amount between; -1 if there is none.
func (s *reading) nearestBefore(k int) int {
	it := &s.items[k]
	for b := k - 1; b >= 0; b-- {
		c := &s.items[b]
		if c.clause != it.clause || it.start-c.end > reach || c.kind == itemAmount || c.kind == itemNumber {
			break
		}
		if c.kind == itemCue && c.role != 0 && c.end-c.start > 1 && b != s.taken {
			return b
		}
	}
	return -1
}

// nearestAfter returns the nearest cue with a role behind items[k] in its
// clause, no other amount between or behind it; -1 if there is none.
func (s *reading) nearestAfter(k int) int {
	it := &s.items[k]
	for b := k + 1; b < len(s.items); b++ {
		c := &s.items[b]
		if c.clause != it.clause || c.start-it.end > reach/2 || c.kind == itemAmount || c.kind == itemNumber {
			break
		}
		if c.kind == itemCue && c.role != 0 && c.end-c.start > 1 {
			if s.hasOwnAmount(b) {
				break
			}
			return b
		}
	}
	return -1
}

// listedRole returns the role of items[k] in a list such as 本金、利息、罚息分别为
// 1000元、50元、20元; 0 if it is in none. No list is longer than lookBack.
func (s *reading) listedRole(k int) uint8 {
	first := k
	for first > max(0, k-lookBack) && s.isListed(first-1, first) {
		first--
	}
	at := int(s.items[first].start)
	for at > 0 && (s.Runes[at-1] == ':' || s.Runes[at-1] == ' ') {
		at--
	}
	if at < 3 || !s.wordAt(at-3, "分别为") && !s.wordAt(at-3, "分别是") && !s.wordAt(at-3, "依次为") && !s.wordAt(at-3, "各为:") {
		return 0
	}
	length := k - first + 1
	for next := k; next+1 < min(len(s.items), k+lookBack) && s.isListed(next, next+1) && (s.items[next+1].kind == itemAmount || s.items[next+1].kind == itemNumber); next++ {
		length++
	}
	last := first - 1
	for last >= 0 && s.items[last].kind == itemCue && s.items[last].role == 0 {
		last--
	}
	b, n := last, 0
	for b >= 0 && s.items[b].kind == itemCue && s.items[b].role != 0 && s.items[b].sentence == s.items[k].sentence {
		b, n = b-1, n+1
	}
	if i := k - first; length <= n {
		return s.items[last-length+1+i].role
	}
	return 0
}

// isListed tells whether items[a] and items[b] are amounts of one list.
func (s *reading) isListed(a, b int) bool {
	x, y := &s.items[a], &s.items[b]
	if x.kind != itemAmount && x.kind != itemNumber || y.start-x.end > 2 {
		return false
	}
	for _, r := range s.Runes[x.end:y.start] {
		if !strings.ContainsRune("、,，和及与 ", r) {
			return false
		}
	}
	return true
}

package parser

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/learned"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// sum is an amount of the notice, with its rank among those that may be owed.
type sum struct {
	Money
	token  int
	rank   int8 // see roles.tsv
	credit bool // what the reader has paid beyond what was owed
	bare   bool // a number that is an amount only if it is what is owed
}

// findSums appends the amounts of l with their roles to sums, in order.
func findSums(l *scan.Line, sums []sum) []sum {
	f := roleFinder{line: l, taken: -1}
	for k := range l.Tokens {
		t := &l.Tokens[k]
		if !t.IsSum() {
			continue
		}
		given := f.roleOf(k)
		bare := false
		if t.Kind == scan.Number {
			switch {
			case countsDays(l, k):
				continue
			case !isMoney(l, t, given):
				if a := &l.Amounts[t.Ref]; a.Precision == number.Masked || a.Fen < leastBare || a.Fen > mostBare {
					continue
				}
				bare = true
			}
		}
		s := f.sumAt(k, given)
		s.bare = bare
		sums = append(sums, s)
	}
	return sums
}

// mostBare is the largest sum, in fen, for which a bare number may be what is owed.
const mostBare = 1_000_000_00

// sumAt returns the amount at k with the role that it is given.
func (f *roleFinder) sumAt(k int, given givenRole) sum {
	l := f.line
	t := &l.Tokens[k]
	a := &l.Amounts[t.Ref]
	s := sum{Money: Money{Found: found(l, int(t.Start), int(t.End)), Role: RoleOther, Precision: Precision(a.Precision)}, token: k, rank: lexicon.Unranked}
	if given.Role != 0 {
		s.Role, s.rank = Role(given.Name()), given.Rank(given.place())
	}
	if a.Precision != number.Masked {
		s.Fen, s.MaxFen = a.Fen, a.MaxFen
	}
	if b := l.CueBefore(k, t.Start); s.Role == RolePrincipal && b >= 0 && isOwed(l, b) {
		s.rank-- // 借款20万元，尚欠本金18万元
	}
	switch {
	case f.inCredit(k, s.Role):
		s.Role, s.rank, s.credit = RoleBalance, lexicon.NeverOwed, true
	case given.listed:
	case isChoice(l, k):
		s.rank = lexicon.NeverOwed // 1000/200元, of something not named
	case given.isDebt() && s.Precision == PrecisionExact && addsOn(l, k):
		s.Precision = PrecisionAtLeast
		s.rank++ // 应还1000+30=1030元
	}
	return s
}

// inCredit reports whether the amount at k, with the given role, is money that the reader has
// paid beyond what was owed. A hyphen that may be a minus sign is taken for one, unless its
// label says that somebody owes, names a part of a sum or stands between dashes itself, or the
// message says that the debt is late: a late debt is not less than nothing.
func (f *roleFinder) inCredit(k int, role Role) bool {
	l := f.line
	t := &l.Tokens[k]
	if (t.Left | t.Right).Has(scan.InCredit) {
		return true
	}
	sign := l.Amounts[t.Ref].Sign
	if sign != number.MayBeMinus {
		return sign == number.Minus
	}
	b := l.Prev(k)
	if b < 0 || l.Tokens[b].Kind != scan.Cue || l.Tokens[b].Clause != t.Clause || roleNumber(role).IsAside() || roleNumber(role).IsTerm() {
		return false
	}
	label := &l.Tokens[b]
	return !label.Has(lexicon.Owes) && !runes.IsDash(l.Rune(int(label.Start)-1)) && !f.isLate()
}

// isLate reports whether the message says that a debt is late or that its day is past. It reads
// the message only once.
func (f *roleFinder) isLate() bool {
	if f.lateness == 0 {
		f.lateness = -1
		for k := range f.line.Tokens {
			t := &f.line.Tokens[k]
			if t.SaysOverdue() && f.line.IsAsserted(k) || t.Has(lexicon.Due) && isExpired(f.line, t) {
				f.lateness = 1
				break
			}
		}
	}
	return f.lateness > 0
}

// isOwed reports whether the cue at k, or the one right before it, says that somebody
// owes: 欠, 尚欠本金.
func isOwed(l *scan.Line, k int) bool {
	if l.Tokens[k].Has(lexicon.Owes) {
		return true
	}
	b := l.Prev(k)
	return b >= 0 && l.Tokens[b].End == l.Tokens[k].Start && l.Tokens[b].Has(lexicon.Owes)
}

// leastBare is the least sum, in fen, for which a bare number counts as an amount if
// its cue says only that something is to be paid.
const leastBare = 100_00

// isMoney reports whether the bare number t is an amount: it comes right after a word for one,
// or it is written as money, 5.4万, 12k, 1206.30.
func isMoney(l *scan.Line, t *scan.Token, given givenRole) bool {
	a := &l.Amounts[t.Ref]
	large := a.Fen >= leastBare || a.Precision == number.Masked
	if given.beside {
		if given.weak && runes.HanAt(l.Runes, int(t.End)) && !t.Right.Has(scan.GoesOn) {
			return false // 有7900积分
		}
		if !given.weak || large {
			return true
		}
	}
	return large && readsAsMoney(l.Runes[t.Start:t.End])
}

// readsAsMoney reports whether a number is written as money: with a unit of thousands,
// or with two digits after the point.
func readsAsMoney(r []rune) bool {
	for _, c := range r {
		switch c {
		case '万', '千', '仟', 'w', 'k':
			return true
		}
	}
	n := len(r)
	return n > 3 && r[n-3] == '.' && runes.IsDigit(r[n-1]) && r[0] != '0'
}

// owedSum returns the index of the sum that is owed, or -1. If it has no role, it becomes a
// total. An approximate sum gives way to the exact one that repeats it in brackets.
func owedSum(l *scan.Line, r *learned.Reading, sums []sum, kind Kind) int {
	var memory [usualLen]learned.Candidate
	best := r.Choose(learned.Owed, l, learnableSums(memory[:0], sums), slices.Index(learned.Kinds[:], string(kind)))
	if next := best + 1; best >= 0 && next < len(sums) && sums[best].Precision == PrecisionAbout && sums[next].Precision == PrecisionExact && repeats(l, &sums[best], &sums[next]) {
		best = next // 四千六百多（4,632.18元）
	}
	if best >= 0 && isOneOfMany(l, sums, best) {
		return -1
	}
	if best >= 0 && (sums[best].bare || sums[best].rank == lexicon.Unranked) {
		sums[best].Role = RoleTotal
	}
	return best
}

// leastMany is from how many sums with slashes between it is not said which is owed.
const leastMany = 4

// isOneOfMany reports whether a sum is one of many with nothing but slashes between:
// 1000/2000/3000/4000元.
func isOneOfMany(l *scan.Line, sums []sum, i int) bool {
	from, to := i, i
	for from > 0 && areChained(l, &sums[from-1], &sums[from]) {
		from--
	}
	for to+1 < len(sums) && areChained(l, &sums[to], &sums[to+1]) {
		to++
	}
	return to-from+1 >= leastMany
}

// areChained reports whether nothing but a slash lies between two sums.
func areChained(l *scan.Line, a, b *sum) bool {
	end, start := l.Tokens[a.token].End, l.Tokens[b.token].Start
	return start-end == 1 && l.Runes[end] == '/'
}

// learnableSums appends sums to list, in the form that the model takes.
func learnableSums(list []learned.Candidate, sums []sum) []learned.Candidate {
	for i := range sums {
		s := &sums[i]
		list = append(list, learned.Candidate{Token: s.token, Role: roleNumber(s.Role), Rank: s.rank, Bare: s.bare, Exact: s.Precision == PrecisionExact, Value: s.Fen})
	}
	return list
}

// repeats reports whether nothing but an opening bracket lies between two sums.
func repeats(l *scan.Line, a, b *sum) bool {
	end, start := l.Tokens[a.token].End, l.Tokens[b.token].Start
	return start-end == 1 && l.Runes[end] == '('
}

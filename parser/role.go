package parser

import (
	"sync"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// givenRole is the role that a cue gives an amount. The zero givenRole is no role.
type givenRole struct {
	lexicon.Role
	beside bool // the cue is right next to the amount
	weak   bool // the cue says only that something is to be paid
	listed bool // the name of the amount is at the same place in a list of names
}

// place returns the column of roles.tsv that ranks the amount.
func (g givenRole) place() lexicon.Place {
	switch {
	case g.weak:
		return lexicon.Weakly
	case g.beside:
		return lexicon.Beside
	}
	return lexicon.InClause
}

// isDebt reports whether the role is that of a debt as a whole.
func (g givenRole) isDebt() bool { return g.Role == roleTotal() || g.Role == roleOverdue() }

// roleNumber returns the lexicon's number of a role.
func roleNumber(r Role) lexicon.Role { return lexicon.RoleOf(string(r)) }

// The roles that rules ask for, or give without a cue that names them.
var (
	roleTotal   = sync.OnceValue(func() lexicon.Role { return roleNumber(RoleTotal) })
	roleOverdue = sync.OnceValue(func() lexicon.Role { return roleNumber(RoleOverdue) })
	roleRepaid  = sync.OnceValue(func() lexicon.Role { return roleNumber(RoleRepaid) })
)

// loadRoles finds the roles now.
func loadRoles() {
	roleTotal()
	roleOverdue()
	roleRepaid()
}

// roleFinder gives amounts their roles, from left to right. An amount takes its role
// from the closest cue on either side:
//
//  1. a cue before it with nothing but fillers between: 罚息为 80 元;
//  2. a cue right after it, 80元罚息, unless that cue has an amount of its own;
//  3. the nearest cue before it in its clause, then after it.
//
// A bare number is an amount only after a cue of the first sort, or if it is written as
// money.
type roleFinder struct {
	line     *scan.Line
	taken    int  // index of the last cue that gave its role to the amount before it, else -1
	lateness int8 // of the message: 1 for late, -1 for not, 0 before isLate is called
}

// roleOf returns the role of the amount at k.
func (f *roleFinder) roleOf(k int) givenRole {
	l := f.line
	t := &l.Tokens[k]
	if r := listedRole(l, k); r != 0 {
		return givenRole{Role: r, beside: true, listed: true}
	}
	if isChoice(l, k) {
		return givenRole{} // of something not named
	}
	if t.Left.Has(scan.Moved) && t.Right.Has(scan.PaidIn) { // 将1520元存入…
		return givenRole{Role: roleTotal(), beside: true}
	}
	if b := l.CueBefore(k, t.Start); b >= 0 && b != f.taken {
		if g := f.precedingRole(b, k); g.Role != 0 && !(g.weak && isAsideAfter(l, k)) {
			return g
		}
	}
	return f.nearRole(k)
}

// isAsideAfter reports whether a word right after the amount at k says that it is a
// price, a limit or the like, which is not to be paid: 还款立享15元优惠券.
func isAsideAfter(l *scan.Line, k int) bool {
	n := cueAfter(l, k)
	if n < 0 || l.Tokens[n].Start != l.Tokens[k].End || !l.Tokens[n].Role.IsAside() {
		return false
	}
	return l.Tokens[n].Has(lexicon.OtherThings) || Role(l.Tokens[n].Role.Name()) != RoleOther
}

// precedingRole returns the role that a cue gives the amount after it. A cue without a
// role gives one only if it is a cue of lateness.
func (f *roleFinder) precedingRole(cue, amount int) givenRole {
	c := &f.line.Tokens[cue]
	switch {
	case c.Role != 0:
		role, joint := ownRole(f.line, cue, amount)
		return givenRole{Role: role, beside: true, weak: c.Senses&lexicon.Weak != 0 && !joint}
	case c.Senses&lexicon.Overdue == 0:
		return givenRole{}
	case f.line.Contains(c, '期'):
		return givenRole{Role: roleOverdue(), beside: true}
	}
	return givenRole{Role: roleTotal(), beside: true} // 恶意拖欠
}

// nearRole returns the role of the amount at k from a cue right after it, else from one
// farther away in its clause.
func (f *roleFinder) nearRole(k int) givenRole {
	l := f.line
	t := &l.Tokens[k]
	after := cueAfter(l, k)
	if after >= 0 && !hasOwnAmount(l, after) {
		c := &l.Tokens[after]
		return givenRole{Role: roleAfter(l, after), beside: t.Kind == scan.Amount, weak: c.Senses&lexicon.Weak != 0}
	}
	if t.Left.Has(scan.AllTold) && !addsOn(l, k) {
		return givenRole{Role: roleTotal(), beside: true}
	}
	if b := nearestBefore(l, k, f.taken); b >= 0 {
		terms := terms{Line: l, amount: k}
		role, joint := terms.role(b)
		return givenRole{Role: role, weak: l.Tokens[b].Senses&lexicon.Weak != 0 && !joint}
	}
	if after >= 0 {
		f.taken = after
		return givenRole{Role: roleAfter(l, after)}
	}
	if b := nearestAfter(l, k); b >= 0 {
		return givenRole{Role: roleAfter(l, b), weak: l.Tokens[b].Senses&lexicon.Weak != 0}
	}
	return givenRole{}
}

// ownRole returns the role that the cue at k gives the amount after it. A loan is a
// total if the words around it say that it is owed: 拖欠借款, 贷款5000元未还. joint reports
// whether the role is that of several terms.
func ownRole(l *scan.Line, k, amount int) (_ lexicon.Role, joint bool) {
	c := &l.Tokens[k]
	if Role(c.Role.Name()) == RolePrincipal && !c.Has(lexicon.Capital) && isOwedAround(l, k, amount) {
		return roleTotal(), false
	}
	terms := terms{Line: l, amount: amount}
	if p := l.Prev(k); p >= 0 && l.Tokens[p].Kind == scan.Cue && l.Tokens[p].Role != 0 {
		switch b := &l.Tokens[p]; {
		case c.Role == roleTotal() && b.Role.Sums() && addsUp(l, b, c) && !isCounted(l, p): // 利息及违约金合计
			terms.summed = true
			return terms.role(p)
		case Role(c.Role.Name()) == RoleBalance && l.Runes[c.Start] == '余' && b.End == c.Start: // 欠款余额
			return b.Role, false
		}
	}
	return terms.role(k)
}

// isCounted reports whether an amount comes right before the cue at k: 30元罚息.
func isCounted(l *scan.Line, k int) bool {
	p := l.Prev(k)
	return p >= 0 && l.Tokens[p].Kind == scan.Amount && l.Tokens[p].End == l.Tokens[k].Start
}

// addsUp reports whether the word for a sum c adds up amounts of the kind that b,
// before it, names.
func addsUp(l *scan.Line, b, c *scan.Token) bool {
	return (c.End-c.Start == 2 || c.Senses&lexicon.Weak != 0) && c.Start-b.End <= 2 && l.IsFiller(b.End, c.Start)
}

// isOwedAround reports whether the words around the loan at k and its amount say that
// it is owed.
func isOwedAround(l *scan.Line, k, amount int) bool {
	c, a := &l.Tokens[k], &l.Tokens[amount]
	if n := l.Next(amount); n < len(l.Tokens) && l.Tokens[n].Has(lexicon.Late) && l.Tokens[n].Start-a.End <= 2 {
		return true
	}
	for b := l.Prev(k); b >= 0 && l.Tokens[b].Clause == c.Clause && c.Start-l.Tokens[b].End <= lexicon.GapReach; b = l.Prev(b) {
		if l.Tokens[b].Has(lexicon.Owes) {
			return true
		}
	}
	return false
}

package parser

import (
	"sync"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// givenRole is the role that a cue gives an amount. The zero givenRole is none.
type givenRole struct {
	lexicon.Role
	beside bool // the cue is right next to the amount
	weak   bool // the cue says only that something is to be paid
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

// roleNumber returns the lexicon's number of a role.
func roleNumber(r Role) lexicon.Role { return lexicon.RoleOf(string(r)) }

// The roles that rules give without a cue that names them.
var (
	roleTotal   = sync.OnceValue(func() lexicon.Role { return roleNumber(RoleTotal) })
	roleOverdue = sync.OnceValue(func() lexicon.Role { return roleNumber(RoleOverdue) })
)

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
	line  *scan.Line
	taken int // index of the cue after an amount that gave it its role, else -1
}

// roleOf returns the role of the amount at k.
func (f *roleFinder) roleOf(k int) givenRole {
	l := f.line
	t := &l.Tokens[k]
	if r := listedRole(l, k); r != 0 {
		return givenRole{Role: r, beside: true}
	}
	if t.Left.Has(scan.Moved) && t.Right.Has(scan.PaidIn) { // 将1520元存入…
		return givenRole{Role: roleTotal(), beside: true}
	}
	if b := l.CueBefore(k, t.Start); b >= 0 && b != f.taken {
		if g := f.precedingRole(b, k); g.Role != 0 {
			return g
		}
	}
	return f.nearRole(k)
}

// precedingRole returns the role that a cue gives the amount that follows it. A cue
// without a role gives one only if it is a cue of lateness.
func (f *roleFinder) precedingRole(cue, amount int) givenRole {
	c := &f.line.Tokens[cue]
	switch {
	case c.Role != 0:
		return givenRole{Role: ownRole(f.line, cue, amount), beside: true, weak: c.Senses&lexicon.Weak != 0}
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
		return givenRole{c.Role, t.Kind == scan.Amount, c.Senses&lexicon.Weak != 0}
	}
	if t.Left.Has(scan.AllTold) {
		return givenRole{Role: roleTotal(), beside: true}
	}
	if b := nearestBefore(l, k, f.taken); b >= 0 {
		return givenRole{Role: l.Tokens[b].Role, weak: l.Tokens[b].Senses&lexicon.Weak != 0}
	}
	if after >= 0 {
		f.taken = after
		return givenRole{Role: l.Tokens[after].Role}
	}
	if b := nearestAfter(l, k); b >= 0 {
		return givenRole{Role: l.Tokens[b].Role, weak: l.Tokens[b].Senses&lexicon.Weak != 0}
	}
	return givenRole{}
}

// ownRole returns the role that the cue at k gives the amount after it. A loan is a
// total if the words around it say that it is owed: 拖欠借款, 贷款5000元未还.
func ownRole(l *scan.Line, k, amount int) lexicon.Role {
	c := &l.Tokens[k]
	if Role(c.Role.Name()) == RolePrincipal && !l.Contains(c, '本') && isOwedAround(l, k, amount) {
		return roleTotal()
	}
	if p := l.Prev(k); p >= 0 && l.Tokens[p].Kind == scan.Cue && l.Tokens[p].Role != 0 {
		return joinedRole(l, p, k)
	}
	return c.Role
}

// joinedRole returns the role of the cue at k after another, at p. What is added to a
// debt is part of it, 欠款及罚息; a word for a sum takes the role of the word it adds
// up, 手续费合计; and 余额 that of the word right before it, 欠款余额.
func joinedRole(l *scan.Line, p, k int) lexicon.Role {
	b, c := &l.Tokens[p], &l.Tokens[k]
	switch role := Role(c.Role.Name()); {
	case isSum(l, k) && (b.Role == roleTotal() || b.Role == roleOverdue()):
		return b.Role
	case role == RoleTotal && b.Role.Sums() && addsUp(l, b, c) && !isSum(l, p):
		return b.Role
	case role == RoleBalance && l.Runes[c.Start] == '余' && b.End == c.Start:
		return b.Role
	}
	return c.Role
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
		if t := &l.Tokens[b]; t.Kind == scan.Cue && l.Contains(t, '欠') {
			return true
		}
	}
	return false
}

// isSum reports whether the cue at k is the last of several that are added up:
// 利息及违约金合计.
func isSum(l *scan.Line, k int) bool {
	p := l.Prev(k)
	if p < 0 || l.Tokens[p].Role == 0 || l.Tokens[k].Start-l.Tokens[p].End != 1 {
		return false
	}
	return l.After(scan.BesideTerm, int(l.Tokens[p].End)).Has(scan.Joins)
}

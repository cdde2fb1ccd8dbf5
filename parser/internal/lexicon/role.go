package lexicon

import (
	_ "embed"
	"slices"
	"strconv"

	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
)

//go:embed data/roles.tsv
var roleTable string

// Role is what an amount next to a cue is for: the number of a row of roles.tsv, from
// 1. The zero Role is no role.
type Role uint8

// Place is how an amount and the cue that gives it its role are related.
type Place uint8

// The places, by the columns of roles.tsv.
const (
	Beside   Place = iota // the cue is right next to the amount
	InClause              // the cue is elsewhere in the clause
	Weakly                // the cue says only that something is to be paid
)

// Unranked is the rank of an amount without a cue, the last.
const Unranked = 8

// NeverOwed is the rank of an amount that is never what is owed.
const NeverOwed = -1

// role is a row of roles.tsv.
type role struct {
	name    string
	gate    bool
	ranks   [Weakly + 1]int8
	receipt string
	sums    bool
	joint   int8
}

// allRoles are the rows, indexed by Role. The first is for no role.
var allRoles = lazy.New(func() *[]role { return new(newRoles(roleTable)) })

func newRoles(table string) []role {
	const name = "roles.tsv"
	roles, lines := []role{{}}, []int{0}
	for line, cells := range tsv.Rows(name, table, 8) {
		r := role{name: cells[0], gate: isMarked(name, line, cells[1], "yes"), receipt: cells[5], sums: isMarked(name, line, cells[6], "sums")}
		for place := range r.ranks {
			r.ranks[place] = NeverOwed
			if cell := cells[2+place]; cell != "-" {
				r.ranks[place] = rankIn(name, line, cell)
			}
		}
		r.joint = rankIn(name, line, cells[7])
		roles, lines = append(roles, r), append(lines, line)
	}
	for i, r := range roles[1:] { // a receipt may name a role further down
		if !slices.ContainsFunc(roles[1:], func(to role) bool { return to.name == r.receipt }) {
			tsv.Broken(name, lines[i+1], "unknown role in a receipt")
		}
	}
	return roles
}

// rankIn returns the rank that a cell holds. A cell that holds none breaks its table.
func rankIn(table string, line int, cell string) int8 {
	rank, err := strconv.ParseUint(cell, 10, 7)
	if err != nil || rank > Unranked {
		tsv.Broken(table, line, "a rank is 0 to 8, or -")
	}
	return int8(rank)
}

// isMarked reports whether a cell holds mark. A cell with neither mark nor - breaks its
// table.
func isMarked(table string, line int, cell, mark string) bool {
	if cell != mark && cell != "-" {
		tsv.Broken(table, line, "neither "+mark+" nor -")
	}
	return cell == mark
}

// RoleOf returns the role with the given name, 0 if there is none.
func RoleOf(name string) Role {
	roles := *allRoles.Get()
	for i := 1; i < len(roles); i++ {
		if roles[i].name == name {
			return Role(i)
		}
	}
	return 0
}

// Roles returns the number of roles, including no role.
func Roles() int { return len(*allRoles.Get()) }

func (r Role) row() *role { return &(*allRoles.Get())[r] }

// Name returns the name of the role in the JSON, "" for no role.
func (r Role) Name() string { return r.row().name }

// Rank returns the rank of an amount with this role: what is owed is the amount with
// the lowest rank that is not NeverOwed.
func (r Role) Rank(p Place) int8 { return r.row().ranks[p] }

// InReceipt returns the role that an amount with role r has in a receipt.
func (r Role) InReceipt() Role { return RoleOf(r.row().receipt) }

// Sums reports whether a word for a sum after a cue with this role keeps the role:
// 手续费合计.
func (r Role) Sums() bool { return r.row().sums }

// IsTerm reports whether amounts with role r are usually added to others: 利息.
func (r Role) IsTerm() bool { return r.row().joint > 0 }

// IsAside reports whether amounts with role r are neither owed nor terms of what is: an
// amount that was paid or is waived.
func (r Role) IsAside() bool { return r.row().joint == 0 && r.Rank(Beside) == NeverOwed }

// With returns the role of a sum of terms with the roles r and s, in this order. A
// principal with anything else makes a total: 本金及利息.
func (r Role) With(s Role) Role {
	switch {
	case r == s:
		return r
	case r.row().joint > s.row().joint:
		r, s = s, r
	}
	if r.Name() == "principal" {
		return RoleOf("total")
	}
	return r
}

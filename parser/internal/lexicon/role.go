package lexicon

import (
	_ "embed"
	"strconv"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
)

//go:embed data/roles.tsv
var roleTable string

// Role is what an amount beside a cue is for: the number of a row of roles.tsv.
// The zero Role is none.
type Role uint8

// Place is how a cue that gives an amount its role stands to it.
type Place uint8

// The places, by the columns of roles.tsv.
const (
	Beside   Place = iota // right beside it
	InClause              // elsewhere in the clause
	Weakly                // it says only that something is to be paid
)

// Unranked is the rank of an amount that no word gives a role, the last.
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
}

var loadRoles = sync.OnceValue(func() []role { return newRoles(roleTable) })

func newRoles(table string) []role {
	const name = "roles.tsv"
	roles := []role{{}}
	for line, cells := range tsv.Rows(name, table, 7) {
		r := role{name: cells[0], gate: cells[1] == "yes", receipt: cells[5], sums: cells[6] == "sums"}
		for place := range r.ranks {
			r.ranks[place] = NeverOwed
			if cell := cells[2+place]; cell != "-" {
				rank, err := strconv.ParseUint(cell, 10, 7)
				if err != nil || rank > Unranked {
					tsv.Broken(name, line, "a rank is 0 to 8, or -")
				}
				r.ranks[place] = int8(rank)
			}
		}
		roles = append(roles, r)
	}
	return roles
}

// RoleOf returns the role with a name, 0 if there is none.
func RoleOf(name string) Role {
	roles := loadRoles()
	for i := 1; i < len(roles); i++ {
		if roles[i].name == name {
			return Role(i)
		}
	}
	return 0
}

func (r Role) row() *role { return &loadRoles()[r] }

// Name returns the role as the JSON has it, "" for none.
func (r Role) Name() string { return r.row().name }

// Rank orders what may be owed, 0 first; NeverOwed is never it.
func (r Role) Rank(p Place) int8 { return r.row().ranks[p] }

// InReceipt returns what the role becomes in a receipt.
func (r Role) InReceipt() Role { return RoleOf(r.row().receipt) }

// Sums reports whether a word for a sum behind a cue of this role keeps the role:
// 手续费合计.
func (r Role) Sums() bool { return r.row().sums }

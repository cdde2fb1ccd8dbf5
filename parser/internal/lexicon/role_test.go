package lexicon

import (
	"cmp"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// TestRoleTable goes through the table: its cells are as its head says, and some cue has
// each role.
func TestRoleTable(t *testing.T) {
	for _, cells := range readertest.Table(t, roleTable, 8, 0) {
		name, gate, receipt, sums := cells[0], cells[1], cells[5], cells[6]
		role := RoleOf(name)
		assert.Equal(t, name, role.Name())
		assert.Contains(t, []string{"yes", "-"}, gate, name)
		assert.Contains(t, []string{"sums", "-"}, sums, name)
		assert.Equal(t, sums == "sums", role.Sums(), name)
		assert.Equal(t, receipt, role.InReceipt().Name(), "%s: what it becomes is a role", name)
		assert.Equal(t, role.InReceipt(), role.InReceipt().InReceipt(), "%s: a receipt stays one", name)
		assert.True(t, slices.ContainsFunc(BuiltinCues(), func(row CueRow) bool { return row.Role == role }) || name == "other", "%s: no cue has it", name)
		ranks := [...]int8{role.Rank(Beside), role.Rank(InClause), role.Rank(Weakly)}
		for _, rank := range ranks {
			assert.Equal(t, ranks[0] == NeverOwed, rank == NeverOwed, "%s: never owed, or owed at every place", name)
		}
		assert.True(t, slices.IsSorted(ranks[:]), "%s: the closer the cue, the more it counts", name)
	}
	assert.Zero(t, RoleOf(""))
	assert.Zero(t, RoleOf("Total"))
	assert.Empty(t, Role(0).Name())
}

// TestRanks has the order in which amounts are what is owed.
func TestRanks(t *testing.T) {
	type place struct {
		role string
		Place
	}
	want := []place{
		{"total", Beside}, {"total", InClause}, {"overdue", Beside}, {"total", Weakly}, {"instalment", Beside},
		{"minimum", Beside}, {"principal", Beside}, {"interest", Beside}, {"balance", Beside},
	}
	got := slices.Clone(want)
	rank := func(p place) int8 { return RoleOf(p.role).Rank(p.Place) }
	slices.SortFunc(got, func(a, b place) int { return cmp.Compare(rank(a), rank(b)) })
	assert.Equal(t, want, got)
	for i := 1; i < len(want); i++ {
		assert.Less(t, rank(want[i-1]), rank(want[i]), "%v before %v", want[i-1], want[i])
	}
	assert.EqualValues(t, Unranked, rank(want[len(want)-1]), "a balance counts no more than an amount without a cue")
	for _, role := range []string{"credit_limit", "discount", "fee", "other", "penalty"} {
		assert.EqualValues(t, NeverOwed, RoleOf(role).Rank(Beside), role)
	}
}

// TestWith has sums of two terms.
func TestWith(t *testing.T) {
	for _, row := range [][3]string{
		{"principal", "principal", "principal"},
		{"principal", "interest", "total"},
		{"penalty", "principal", "total"},
		{"total", "penalty", "total"},
		{"interest", "overdue", "overdue"},
		{"overdue", "total", "overdue"},
		{"minimum", "fee", "minimum"},
		{"interest", "penalty", "penalty"},
		{"fee", "penalty", "penalty"},
		{"fee", "interest", "fee"},
	} {
		assert.Equal(t, row[2], RoleOf(row[0]).With(RoleOf(row[1])).Name(), row)
	}
	assert.True(t, RoleOf("penalty").IsTerm())
	assert.False(t, RoleOf("total").IsTerm())
	assert.True(t, RoleOf("discount").IsAside())
	assert.False(t, RoleOf("penalty").IsAside())
	assert.False(t, RoleOf("total").IsAside())
}

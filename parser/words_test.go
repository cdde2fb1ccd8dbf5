package parser

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// TestWordsOfTables compares the words of the JSON with the tables: each threat, ask, signal
// and role of a table has its constant, and each constant its row. Of the signals,
// three are read off shapes and folding.
func TestWordsOfTables(t *testing.T) {
	rows := map[string][]string{"signal": {string(SignalDailyRate), string(SignalDeadlineHours), string(SignalEvasion)}}
	for _, cells := range tableRows(t, "senses.tsv", 6) {
		if group, word, ok := strings.Cut(cells[1], ":"); ok && cells[0] == "Mention" {
			rows[group] = append(rows[group], word)
		}
	}
	for _, cells := range tableRows(t, "roles.tsv", 8) {
		rows["role"] = append(rows["role"], cells[0])
	}
	for group, of := range map[string]struct{ file, typ string }{
		"ask": {"notice.go", "AskType"}, "signal": {"notice.go", "SignalType"}, "threat": {"notice.go", "ThreatType"}, "role": {"money.go", "Role"},
	} {
		_, words := readertest.Constants(t, of.file, of.typ)
		assert.ElementsMatch(t, rows[group], words, group)
	}
}

// TestOwedByRank gives a message two amounts, in either order: a total, or what is
// overdue, is what is owed.
func TestOwedByRank(t *testing.T) {
	roles := []struct {
		Role
		word string
	}{
		{RoleTotal, "应还总额"}, {RoleOverdue, "逾期金额"}, {RoleMinimum, "最低还款额"},
		{RolePrincipal, "本金"}, {RoleInterest, "利息"}, {RolePenalty, "罚息"},
	}
	rank := func(r Role) int8 { return roleNumber(r).Rank(lexicon.Beside) }
	for i, a := range roles[:2] {
		for _, b := range roles[i+1:] {
			require.True(t, rank(a.Role) < rank(b.Role) || rank(b.Role) == lexicon.NeverOwed, "%s, %s", a.Role, b.Role)
			pieces := []string{a.word + "500元", b.word + "300元"}
			for range pieces {
				text := "您的借款已逾期3天，" + strings.Join(pieces, "，") + "。"
				n := notice(t, standard(), text)
				if assert.NotNil(t, n.Amount, text) {
					assert.Equal(t, Money{Found: foundIn(text, "500元"), Fen: 500_00, Role: a.Role, Precision: PrecisionExact}, *n.Amount, text)
				}
				slices.Reverse(pieces)
			}
		}
	}
	text := "您的借款已逾期3天，罚息500元。"
	assert.Nil(t, notice(t, standard(), text).Amount, "a penalty alone is never what is owed")
}

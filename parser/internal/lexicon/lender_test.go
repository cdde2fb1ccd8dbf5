package lexicon

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// lenderKinds are the words of the second column of the table of lenders.
var lenderKinds = strings.Fields("state_bank joint_stock_bank city_bank rural_bank rural_credit_union private_bank direct_bank " +
	"housing_bank foreign_bank policy_bank consumer_finance auto_finance trust microloan platform assignee")

// maxSigned is how long a name in a signature may be, in runes.
const maxSigned = 30

// list returns the parts of a cell.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// TestLenderTable checks that the table is as its head says.
func TestLenderTable(t *testing.T) {
	keys := map[string]bool{}
	sourceTable, err := os.ReadFile("data/lender_sources.tsv")
	require.NoError(t, err)
	for _, cells := range tsv.Rows("lender_sources.tsv", string(sourceTable), 2) {
		keys[cells[0]] = true
	}
	owner, last := map[string]string{}, ""
	for _, cells := range tsv.Rows("lenders.tsv", lenderTable, 7) {
		name, kind, sources, trust, onlySigned := cells[0], cells[1], cells[4], cells[5], cells[6]
		assert.Less(t, last, name, "%s: not in its place", name)
		last = name
		assert.Contains(t, lenderKinds, kind, name)
		assert.Contains(t, []string{"A", "B", "C"}, trust, name)
		assert.NotEmpty(t, sources, name)
		for source := range strings.SplitSeq(sources, ";") {
			assert.True(t, keys[source], "%s: source %s is not in lender_sources.tsv", name, source)
		}
		names := append([]string{name}, list(cells[2])...)
		for _, former := range list(cells[3]) {
			former, _, _ = strings.Cut(former, " ")
			names = append(names, former)
		}
		for _, one := range names {
			assert.Equal(t, strings.TrimSpace(one), one)
			assert.Empty(t, owner[one], "%s: is also a name of %s", one, name)
			owner[one] = name
			assert.LessOrEqual(t, len([]rune(one)), maxSigned, "%s: too long for a signature", one)
			found, end := BuiltinLenders().At(readertest.Fold(one), 0)
			require.NotNil(t, found, one)
			assert.Equal(t, len(readertest.Fold(one)), end, one)
			assert.Equal(t, name, found.Canonical, one)
		}
		for _, signed := range list(onlySigned) {
			assert.Contains(t, names, signed, "%s: only_signed names another", name)
			found, _ := BuiltinLenders().At(readertest.Fold(signed), 0)
			assert.True(t, found.OnlySigned, signed)
		}
	}
	assert.Greater(t, len(owner), 500)
}

// TestLenderWordTable goes through the table: its uses are those of lender_words.md and
// of the code, and each word is found from both of its ends.
func TestLenderWordTable(t *testing.T) {
	uses, err := os.ReadFile("data/lender_words.md")
	require.NoError(t, err)
	var described []string
	for _, match := range regexp.MustCompile(`(?m)^    (\w+)  `).FindAllStringSubmatch(string(uses), -1) {
		described = append(described, match[1])
	}
	assert.Equal(t, lenderUses[:], described)
	seen := map[string]bool{}
	for _, cells := range readertest.Table(t, lenderWordTable, 2, 1) {
		seen[cells[0]] = true
		var use LenderUse
		for lenderUses[use] != cells[0] {
			use++
		}
		word := []rune(cells[1])
		assert.Equal(t, len(word), use.At(word, 0), cells[1])
		assert.Equal(t, 0, use.EndingAt(word, len(word)), cells[1])
	}
	assert.Len(t, seen, len(lenderUses), "a use without words")
	for use := range lenderUses {
		assert.Equal(t, 1, LenderUse(use).At([]rune("，甲，"), 1))
		assert.Equal(t, 2, LenderUse(use).EndingAt([]rune("，甲，"), 2))
	}
}

package parser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lenderKinds are the words of the second column of the table of lenders.
var lenderKinds = strings.Fields("state_bank joint_stock_bank city_bank rural_bank rural_credit_union private_bank direct_bank " +
	"housing_bank foreign_bank policy_bank consumer_finance auto_finance trust microloan platform assignee")

// lenderRow is a row of the table of lenders.
type lenderRow struct{ name, kind, aliases, former, source, trust, signed string }

func lenderRows(t *testing.T) []lenderRow {
	t.Helper()
	var rows []lenderRow
	for _, line := range rowsOf(lenderTable) {
		f := strings.Split(line, "\t")
		require.Len(t, f, 7, line)
		rows = append(rows, lenderRow{f[0], f[1], f[2], f[3], f[4], f[5], f[6]})
	}
	return rows
}

// names returns the name, the aliases and the former names of a row.
func (r lenderRow) names() []string {
	names := append([]string{r.name}, list(r.aliases)...)
	for _, former := range list(r.former) {
		name, _, _ := strings.Cut(former, " ")
		names = append(names, name)
	}
	return names
}

// list returns the parts of a cell.
func list(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

// TestLenderTable walks the table as its head describes it.
func TestLenderTable(t *testing.T) {
	keys := map[string]bool{}
	for line := range strings.Lines(lenderTable) {
		if strings.HasPrefix(line, "#   ") {
			keys[strings.Fields(line)[1]] = true
		}
	}
	owner, last := map[string]string{}, ""
	for _, row := range lenderRows(t) {
		assert.Less(t, last, row.name, "%s: not in its place", row.name)
		last = row.name
		assert.Contains(t, lenderKinds, row.kind, row.name)
		assert.Contains(t, []string{"A", "B", "C"}, row.trust, row.name)
		assert.NotEmpty(t, row.source, row.name)
		for source := range strings.SplitSeq(row.source, ";") {
			assert.True(t, keys[source], "%s: source %s is not in the head", row.name, source)
		}
		for _, name := range row.names() {
			assert.Equal(t, strings.TrimSpace(name), name)
			assert.Empty(t, owner[name], "%s: stands under %s too", name, row.name)
			owner[name] = row.name
			assert.LessOrEqual(t, len([]rune(name)), maxSignature, "%s: too long for a signature", name)
		}
		for _, name := range list(row.signed) {
			assert.Contains(t, row.names(), name, "%s: only_signed names another", row.name)
		}
	}
	assert.Greater(t, len(owner), 500)
}

// TestLendersFound signs a message with each name.
func TestLendersFound(t *testing.T) {
	for _, row := range lenderRows(t) {
		for _, name := range row.names() {
			text := "【" + name + "】您的借款已逾期3天，请尽快处理。"
			n := notice(t, standard(), text)
			assert.Equal(t, &LenderName{foundIn(text, name), row.name}, n.Lender, name)
			assert.Equal(t, []Found{foundIn(text, name)}, n.Signatures, name)
		}
	}
}

// TestLendersNamed names each lender in the text instead; the names that are
// ordinary words too are led to.
func TestLendersNamed(t *testing.T) {
	for _, row := range lenderRows(t) {
		for _, name := range row.names() {
			if namedOtherwise[name] != "" {
				continue
			}
			text := "尊敬的客户，您在" + name + "的借款已逾期3天，请尽快处理。"
			n := notice(t, standard(), text)
			if assert.NotNil(t, n.Lender, name) {
				assert.Equal(t, row.name, n.Lender.Canonical, name)
				assert.Equal(t, strings.Index(text, name), n.Lender.Span.Start, name)
				assert.True(t, strings.HasPrefix(name, n.Lender.Text) && !strings.HasSuffix(n.Lender.Text, "小额"), "%s: found as %s", name, n.Lender.Text)
			}
		}
	}
}

// namedOtherwise are names that are not found in a text, with the reason.
var namedOtherwise = map[string]string{}

// TestTitleTables walks the two lists of words of which signatures are made.
func TestTitleTables(t *testing.T) {
	for name, table := range map[string]string{"titles": titleTable, "endings": endingTable} {
		last := ""
		for _, word := range rowsOf(table) {
			assert.Less(t, last, word, "%s: %s: not in its place", name, word)
			last = word
			assert.Equal(t, string(foldWhole(word).runes), word, "%s: as it stands after folding", name)
		}
		assert.NotEmpty(t, last)
	}
	for _, word := range rowsOf(titleTable) {
		text := "【" + word + "】您的借款已逾期3天，请尽快处理。"
		n := notice(t, standard(), text)
		assert.Nil(t, n.Lender, "%s: a title is no lender", word)
		assert.Equal(t, []Found{foundIn(text, word)}, n.Signatures, word)
	}
	for _, ending := range rowsOf(endingTable) {
		for _, text := range []string{"【霁月" + ending + "】您的借款已逾期3天，请尽快处理。", "【还款提醒】您的借款已逾期3天，请尽快处理。【霁月" + ending + "】"} {
			n := notice(t, standard(), text)
			if assert.NotNil(t, n.Lender, ending) {
				assert.Equal(t, foundIn(text, "霁月"+ending), n.Lender.Found, ending)
			}
		}
	}
}

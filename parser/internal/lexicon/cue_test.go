package lexicon

import (
	"math/bits"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/fold"
)

func TestReadCues(t *testing.T) {
	rows, err := ReadCues(strings.NewReader("# head\n\n逾期\toverdue,debt\n違約金\trole:penalty\n加我ＱＱ\task:add_contact,account:qq\n" +
		"联系|通知…家人|父母…上门\tthreat:contact_family,threat:visit\n{如|若}{您}?…免息\tnone\t若您现在免息\t免息\n"))
	require.NoError(t, err)
	word := func(s string) [][]rune { return [][]rune{[]rune(s)} }
	assert.Equal(t, []CueRow{
		{[][][]rune{word("逾期")}, Meaning{Senses: Overdue | Debt}},
		{[][][]rune{word("违约金")}, Meaning{Role: RoleOf("penalty")}},
		{[][][]rune{word("加我qq")}, Meaning{Senses: AccountQQ, Mentions: AskAddContact}},
		{[][][]rune{{[]rune("联系"), []rune("通知")}, {[]rune("家人"), []rune("父母")}, {[]rune("上门")}},
			Meaning{Mentions: ThreatContactFamily | ThreatVisit}},
		{[][][]rune{{[]rune("如您"), []rune("如"), []rune("若您"), []rune("若")}, word("免息")}, Meaning{}},
	}, rows)
	assert.Equal(t, "penalty", rows[1].Role.Name())
}

// TestMeanings has each word of senses.tsv and roles.tsv, and that no two share a
// bit.
func TestMeanings(t *testing.T) {
	var all Meaning
	for word, want := range allSenses.Get().byName {
		m, ok := meaningOf(word)
		assert.True(t, ok, word)
		assert.Equal(t, want, m, word)
		assert.Zero(t, m.Role, word)
		assert.Zero(t, all.Senses&m.Senses, "%s: shares a bit", word)
		assert.Zero(t, all.Mentions&m.Mentions, "%s: shares a bit", word)
		one := bits.OnesCount64(uint64(m.Senses)) + bits.OnesCount64(uint64(m.Mentions))
		assert.Equal(t, word != "none", one == 1, "%s: one bit", word)
		all = all.join(want)
	}
	var of [Threat + 1]Mention
	for group := range of {
		of[group] = all.Mentions.Of(Group(group))
		assert.NotZero(t, of[group])
	}
	assert.Equal(t, all.Mentions, of[Ask]|of[Signal]|of[Threat])
	assert.Zero(t, of[Ask]&of[Signal]|of[Signal]&of[Threat]|of[Threat]&of[Ask])
	for i, row := range (*allRoles.Get())[1:] {
		m, ok := meaningOf("role:" + row.name)
		assert.True(t, ok, row.name)
		assert.Equal(t, Meaning{Role: Role(i + 1)}, m, row.name)
	}
	for _, word := range []string{"", "role", "role:", ":", "threat:", "overdue ", "Overdue", "signal:evasion", "signal:daily_rate", "role:total:x"} {
		m, ok := meaningOf(word)
		assert.False(t, ok, "%q", word)
		assert.Zero(t, m, "%q", word)
	}
}

// TestMentions lists the mentions of a set in the order of their rows.
func TestMentions(t *testing.T) {
	type entry struct {
		group Group
		word  string
	}
	var got []entry
	for rest := ThreatVisit | AskTransfer | SignalOptOut | ThreatBlacklist; rest != 0; {
		var e entry
		rest, e.group, e.word = rest.Next()
		got = append(got, e)
	}
	assert.Equal(t, []entry{{Ask, "transfer"}, {Signal, "opt_out"}, {Threat, "blacklist"}, {Threat, "visit"}}, got)
}

// TestCueTable goes through the table: it reads, its rows are as its head says, and no
// word occurs twice.
func TestCueTable(t *testing.T) {
	rows, err := ReadCues(strings.NewReader(cueTable))
	require.NoError(t, err)
	require.Greater(t, len(rows), 1000)
	var scratch fold.Text
	for row := range Rows(strings.NewReader(cueTable)) {
		assert.Equal(t, len(row.Meanings), len(slices.Compact(slices.Sorted(slices.Values(row.Meanings)))), "%s: a meaning twice", row.Word)
		for _, word := range slices.Concat(row.Parts...) {
			assert.Equal(t, string(scratch.Word(word)), word, "%s: as it is after folding", word)
		}
	}
	lines := strings.Split(cueTable, "\n")
	found := map[string]bool{}
	for _, bad := range checkTable(strings.NewReader(cueTable)) {
		word, _, _ := strings.Cut(lines[bad.Line-1], "\t")
		assert.True(t, cuesWithin[word] != "" && strings.HasPrefix(bad.Rule, "lies within "), "%s: %v", word, &bad)
		found[word] = true
	}
	assert.Len(t, found, len(cuesWithin), "an exception that is none any more")
}

// cuesWithin are rows that match only where another of the same meanings does, with
// the reason why they are kept.
var cuesWithin = map[string]string{
	"债权…转让": "each phrase counts when a message is weighed: this one counts twice as pressing for a debt",
}

// BenchmarkReadCues reads the embedded table, as is done at first use.
func BenchmarkReadCues(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ReadCues(strings.NewReader(cueTable)); err != nil {
			b.Fatal(err)
		}
	}
}

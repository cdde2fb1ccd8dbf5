package parser

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
)

func TestReadCues(t *testing.T) {
	rows, err := readCues(strings.NewReader("# head\n\n逾期\toverdue,debt\n違約金\trole:penalty\n加我ＱＱ\task:add_contact,account:qq\n" +
		"联系|通知…家人|父母…上门\tthreat:contact_family,threat:visit\n{如|若}{您}?…免息\tnone\t若您现在免息\t免息\n"))
	require.NoError(t, err)
	word := func(s string) [][]rune { return [][]rune{[]rune(s)} }
	assert.Equal(t, []cueRow{
		{parts: [][][]rune{word("逾期")}, means: meansOverdue | meansDebt},
		{parts: [][][]rune{word("违约金")}, role: 5},
		{parts: [][][]rune{word("加我qq")}, means: meansAddContact | meansQQ},
		{parts: [][][]rune{{[]rune("联系"), []rune("通知")}, {[]rune("家人"), []rune("父母")}, {[]rune("上门")}},
			means: meansThreat<<4 | meansVisit},
		{parts: [][][]rune{{[]rune("如您"), []rune("如"), []rune("若您"), []rune("若")}, word("免息")}},
	}, rows)
	assert.Equal(t, RolePenalty, roles[rows[1].role-1])
}

// TestMeanings has each word of the closed sets, and that no two share a bit.
func TestMeanings(t *testing.T) {
	var all meaning
	check := func(word string, bits meaning) {
		m, role, ok := parseMeaning(word)
		assert.True(t, ok, word)
		assert.Zero(t, role, word)
		assert.Equal(t, bits, m, word)
		assert.Zero(t, all&m, "%s: shares a bit", word)
		all |= m
	}
	for word, m := range plainMeanings {
		if m&(m-1) == 0 { // the others stand for several
			check(word, m)
		}
	}
	for i, threat := range threatTypes {
		check("threat:"+string(threat), meansThreat<<i)
	}
	for i, ask := range askTypes {
		check("ask:"+string(ask), meansAsk<<i)
	}
	for i, signal := range signalTypes {
		check("signal:"+string(signal), meansSignal<<i)
	}
	assert.Zero(t, meansThreats&meansAsks|meansAsks&meansSignals|meansSignals&meansThreats)
	for i, role := range roles {
		m, got, ok := parseMeaning("role:" + string(role))
		assert.True(t, ok && m == 0, role)
		assert.EqualValues(t, i+1, got)
	}
	for _, word := range []string{"", "role", "role:", ":", "threat:", "overdue ", "Overdue", "signal:evasion", "signal:daily_rate", "role:total:x"} {
		m, role, ok := parseMeaning(word)
		assert.True(t, !ok && m == 0 && role == 0, "%q", word)
	}
}

// TestCueTable walks the table: it reads, its rows stand as its head says, and no
// word stands twice.
func TestCueTable(t *testing.T) {
	rows, err := readCues(bytes.NewReader(cueTable))
	require.NoError(t, err)
	require.Greater(t, len(rows), 1000)
	for row := range lexicon.Rows(bytes.NewReader(cueTable)) {
		assert.Equal(t, len(row.Senses), len(slices.Compact(slices.Sorted(slices.Values(row.Senses)))), "%s: a meaning twice", row.Word)
		for _, word := range slices.Concat(row.Parts...) {
			assert.Equal(t, string(foldWhole(word).runes), word, "%s: as it stands after folding", word)
		}
	}
	lines := strings.Split(string(cueTable), "\n")
	for _, bad := range lexicon.Check(bytes.NewReader(cueTable)) {
		word, _, _ := strings.Cut(lines[bad.Line-1], "\t")
		assert.True(t, cuesWithin[word] != "" && strings.HasPrefix(bad.Rule, "lies within "), "%s: %v", word, &bad)
	}
}

// cuesWithin are rows that match only where another of the same meanings does,
// with the reason why they stand.
var cuesWithin = map[string]string{
	"债权…转让": "each phrase counts when a message is weighed: this one counts twice as pressing for a debt",
}

// TestCueHits reads the texts that stand in rows: a hit has one of the row's
// words as a cue of its meanings, a miss has none.
func TestCueHits(t *testing.T) {
	s, n := new(reading), 0
	for row := range lexicon.Rows(bytes.NewReader(cueTable)) {
		if row.Hit == "" {
			continue
		}
		n++
		cue, rule := newCueRow(&s.folded, row)
		require.Empty(t, rule)
		assert.True(t, s.finds(row.Hit, cue), "%s: not found in %s", row.Word, row.Hit)
		assert.False(t, s.finds(row.Miss, cue), "%s: found in %s", row.Word, row.Miss)
	}
	assert.GreaterOrEqual(t, n, 40)
}

// finds reports whether text has a word of row as a cue of its meanings.
func (s *reading) finds(text string, row cueRow) bool {
	s.read(standard(), text)
	return slices.ContainsFunc(slices.Concat(s.items, s.phrases), func(it item) bool {
		r := s.runes[it.start:it.end]
		first := func(w []rune) bool { return len(w) <= len(r) && slices.Equal(w, r[:len(w)]) }
		last := func(w []rune) bool { return len(w) <= len(r) && slices.Equal(w, r[len(r)-len(w):]) }
		whole := func(w []rune) bool { return slices.Equal(w, r) }
		if it.kind != itemCue || it.means != row.means || it.role != row.role {
			return false
		}
		if len(row.parts) == 1 {
			return slices.ContainsFunc(row.parts[0], whole)
		}
		return slices.ContainsFunc(row.parts[0], first) && slices.ContainsFunc(row.parts[len(row.parts)-1], last)
	})
}

// TestCuesFound puts each cue into a clause of its own and looks for its
// meaning and its span.
func TestCuesFound(t *testing.T) {
	s := new(reading)
	for _, row := range builtinCues() {
		for i := range row.parts {
			for j := range row.parts[i] {
				var cue []string
				for k, words := range row.parts {
					w := words[0]
					if k == i {
						w = words[j]
					}
					cue = append(cue, string(w))
				}
				word := strings.Join(cue, "甲")
				if hiddenCues[strings.Join(cue, "…")] == "" {
					checkCue(t, s, row, word)
				}
			}
		}
	}
}

func checkCue(t *testing.T, s *reading, row cueRow, word string) {
	t.Helper()
	const before = "您好，"
	if !assert.NotPanics(t, func() { s.read(standard(), before+word+"，谢谢") }, word) {
		return
	}
	found := s.items
	if len(row.parts) > 1 {
		found = s.phrases
	}
	for _, it := range found {
		span := Span{len(before), len(before) + len(word)}
		if it.kind == itemCue && s.span(int(it.start), int(it.end)) == span && it.means&row.means == row.means && (row.role == 0 || it.role == row.role) {
			return
		}
	}
	t.Errorf("%s: not found", word)
}

// hiddenCues are cues that are not found in a clause of their own, with the
// reason.
var hiddenCues = map[string]string{
	"借呗":  "a lender's name is read before a cue",
	"白条":  "a lender's name",
	"花呗":  "a lender's name",
	"微粒贷": "a lender's name",
	"金条":  "a lender's name",
	"分期乐": "a lender's name",
}

// BenchmarkReadCues reads the embedded table, as is done at first use.
func BenchmarkReadCues(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := readCues(bytes.NewReader(cueTable)); err != nil {
			b.Fatal(err)
		}
	}
}

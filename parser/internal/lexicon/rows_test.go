package lexicon_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/readertest"
	"github.com/dunsms/dunsms/parser/internal/scan"
	"github.com/dunsms/dunsms/parser/internal/scantest"
)

// readTable returns the text of an embedded table.
func readTable(t testing.TB, name string) string {
	t.Helper()
	text, err := os.ReadFile("data/" + name)
	require.NoError(t, err)
	return string(text)
}

// meaningOf returns the meaning of a word of cues.tsv.
func meaningOf(t *testing.T, name string) lexicon.Meaning {
	t.Helper()
	rows, err := lexicon.ReadCues(strings.NewReader("某\t" + name))
	require.NoError(t, err, name)
	return rows[0].Meaning
}

// TestSenseRows reads the texts of senses.tsv: a cue of the hit has the sense, and
// none of the miss. Some cue of cues.tsv has it.
func TestSenseRows(t *testing.T) {
	for _, cells := range readertest.Table(t, readTable(t, "senses.tsv"), 6, 1) {
		name, says, gate, hit, miss := cells[1], cells[2], cells[3], cells[4], cells[5]
		assert.NotEmpty(t, says, name)
		assert.Contains(t, []string{"yes", "-"}, gate, name)
		m := meaningOf(t, name)
		has := func(t scan.Token) bool { return t.Has(m.Senses) || t.HasMention(m.Mentions) }
		assert.True(t, slices.ContainsFunc(scantest.Read(hit).Tokens, has), "%s: no cue of %s says so", name, hit)
		assert.False(t, slices.ContainsFunc(scantest.Read(miss).Tokens, has), "%s: a cue of %s says so", name, miss)
		assert.True(t, slices.ContainsFunc(lexicon.BuiltinCues(), func(row lexicon.CueRow) bool {
			return row.Senses&m.Senses != 0 || row.Mentions&m.Mentions != 0
		}), "%s: no cue says so", name)
	}
}

// TestCueRows reads the texts in rows of cues.tsv: the hit has one of the
// row's words as a cue of its meanings, and the miss has none.
func TestCueRows(t *testing.T) {
	table := readTable(t, "cues.tsv")
	lines, cues, i, n := strings.Split(table, "\n"), lexicon.BuiltinCues(), 0, 0
	for row, err := range lexicon.Rows(strings.NewReader(table)) {
		require.NoError(t, err)
		if cells := strings.Split(lines[row.Line-1], "\t"); len(cells) == 4 {
			hit, miss := cells[2], cells[3]
			assert.True(t, finds(hit, cues[i]), "%s: not found in %s", row.Word, hit)
			assert.False(t, finds(miss, cues[i]), "%s: found in %s", row.Word, miss)
			n++
		}
		i++
	}
	assert.Len(t, cues, i)
	assert.GreaterOrEqual(t, n, 40)
}

// finds reports whether text has a word of row as a cue of its meanings.
func finds(text string, row lexicon.CueRow) bool {
	l := scantest.Read(text)
	return slices.ContainsFunc(l.Tokens, func(token scan.Token) bool {
		r := l.Runes[token.Start:token.End]
		first := func(w []rune) bool { return len(w) <= len(r) && slices.Equal(w, r[:len(w)]) }
		last := func(w []rune) bool { return len(w) <= len(r) && slices.Equal(w, r[len(r)-len(w):]) }
		whole := func(w []rune) bool { return slices.Equal(w, r) }
		n := len(row.Parts)
		switch {
		case token.Kind != scan.Cue || token.Meaning != row.Meaning || token.Phrase != (n > 1):
			return false
		case n == 1:
			return slices.ContainsFunc(row.Parts[0], whole)
		}
		return slices.ContainsFunc(row.Parts[0], first) && slices.ContainsFunc(row.Parts[n-1], last)
	})
}

// TestCuesFound puts each cue into a clause of its own and looks for its meaning and
// its span.
func TestCuesFound(t *testing.T) {
	for _, row := range lexicon.BuiltinCues() {
		for i := range row.Parts {
			for j := range row.Parts[i] {
				var cue []string
				for k, words := range row.Parts {
					w := words[0]
					if k == i {
						w = words[j]
					}
					cue = append(cue, string(w))
				}
				if hiddenCues[strings.Join(cue, "…")] == "" {
					checkCue(t, row, strings.Join(cue, "甲"))
				}
			}
		}
	}
}

func checkCue(t *testing.T, row lexicon.CueRow, word string) {
	t.Helper()
	const before = "您好，"
	var l *scan.Line
	if !assert.NotPanics(t, func() { l = scantest.Read(before + word + "，谢谢") }, word) {
		return
	}
	for _, token := range l.Tokens {
		start, end := l.Span(int(token.Start), int(token.End))
		if token.Kind == scan.Cue && token.Phrase == (len(row.Parts) > 1) && start == len(before) && end == len(before)+len(word) &&
			token.Senses&row.Senses == row.Senses && token.Mentions&row.Mentions == row.Mentions && (row.Role == 0 || token.Role == row.Role) {
			return
		}
	}
	t.Errorf("%s: not found", word)
}

// hiddenCues are cues that are not found in a clause of their own, with the reason.
var hiddenCues = map[string]string{
	"借呗":  "a lender's name is read before a cue",
	"白条":  "a lender's name",
	"花呗":  "a lender's name",
	"微粒贷": "a lender's name",
	"金条":  "a lender's name",
	"分期乐": "a lender's name",
}

package lexicon

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// TestGateWords opens the gate with each of its words: alone, within a sentence, and
// broken at each place by what folding looks through.
func TestGateWords(t *testing.T) {
	_, gate := Builtin()
	words := gateWords(BuiltinCues())
	require.Greater(t, len(words), 500)
	for _, word := range words {
		assert.True(t, gate.Open(string(word)), "%s alone", string(word))
		assert.True(t, gate.Open("您好，"+string(word)+"。"), "%s in a sentence", string(word))
		for i := 1; i < len(word); i++ {
			for _, within := range []string{"\u200b", "\u0336", "\ufe0f\u2060", " ", "*", "　", ". .", "·-_|"} {
				broken := string(word[:i]) + within + string(word[i:])
				assert.True(t, gate.Open(broken), "%q", broken)
			}
		}
	}
}

// TestGateHasCues compares the gate with the tables: each cue that says that the message
// is about a debt opens it, however it is spelled.
func TestGateHasCues(t *testing.T) {
	_, gate := Builtin()
	var words [][]rune
	for _, row := range BuiltinCues() {
		if len(row.Parts) > 1 || !row.opens() {
			continue
		}
		for _, word := range row.Parts[0] {
			if len(word) > 1 {
				words = append(words, word)
				assert.True(t, gate.Open(string(word)), "%s", string(word))
			}
		}
	}
	require.Greater(t, len(words), 500)
	plain, spelled := runes.NewTrie(words), 0
	for _, s := range fold.Spellings() {
		if _, end := plain.Longest(s.Plain, 0); end == len(s.Plain) {
			spelled++
			assert.True(t, gate.Open(string(s.Written)), "%s for %s", string(s.Written), string(s.Plain))
		}
	}
	assert.Greater(t, spelled, 100)
}

// TestGateOfRows has gates of few words: what the tables say decides, and a single
// character only where the subject is a debt.
func TestGateOfRows(t *testing.T) {
	for _, row := range []struct {
		name string
		row  CueRow
		want bool
	}{
		{"a sense that opens it", CueRow{Meaning: Meaning{Senses: Overdue}}, true},
		{"one that does not", CueRow{Meaning: Meaning{Senses: Title}}, false},
		{"a mention that opens it", CueRow{Meaning: Meaning{Mentions: ThreatCreditRecord}}, true},
		{"one that does not", CueRow{Meaning: Meaning{Mentions: ThreatVisit}}, false},
		{"a role that opens it", CueRow{Meaning: Meaning{Role: RoleOf("penalty")}}, true},
		{"one that does not", CueRow{Meaning: Meaning{Role: RoleOf("fee")}}, false},
		{"no meaning", CueRow{}, false},
	} {
		row.row.Parts = [][][]rune{{[]rune("霁月")}}
		assert.Equal(t, row.want, NewGate([]CueRow{row.row}).Open("您的霁月"), row.name)
		row.row.Parts = append(row.row.Parts, [][]rune{[]rune("逾")})
		assert.False(t, NewGate([]CueRow{row.row}).Open("霁月逾"), "%s: with a gap", row.name)
	}
	for sense, want := range map[Sense]bool{Debt: true, Overdue: false} {
		one := CueRow{Parts: [][][]rune{{[]rune("霁")}}, Meaning: Meaning{Senses: sense}}
		assert.Equal(t, want, NewGate([]CueRow{one}).Open("您的霁"), "a single character")
	}
}

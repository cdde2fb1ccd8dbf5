package fold

import (
	"slices"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser/internal/calendar"
	"github.com/dunsms/dunsms/parser/internal/number"
)

// pairs are those of words that a table of cues may have, beside the words that
// senders hide.
var pairs = sync.OnceValue(func() *Pairs {
	return NewPairs([][]rune{[]rune("期限"), []rune("限期"), []rune("应还"), []rune("应还期限"), []rune("请还款"), []rune("信用卡")})
})

// words are a dictionary.
var words = dictionary{"逾期": true, "还款": true, "期限": true, "限期": true, "请还款": true, "应还": true, "信用": true, "信用卡": true, "催收": true, "期满": true}

type dictionary map[string]bool

func (d dictionary) Knows(word []rune) bool { return d[string(word)] }

// units are those that the parser gives.
type units struct{}

func (units) Counts(c rune) bool { return number.IsUnit(c) }

func (units) GoesOn(left, right []rune) bool {
	return number.UnitGoesOn(left, right) || calendar.UnitGoesOn(left, right)
}

// foldWhole folds text in all steps.
func foldWhole(text string) *Text {
	f := new(Text)
	f.Fold(text, pairs(), words.Knows, units{})
	return f
}

// checkFolded asserts the laws of the map back.
func checkFolded(t *testing.T, f *Text) {
	t.Helper()
	require.True(t, len(f.Start) == len(f.Runes), "a source for each rune")
	require.True(t, len(f.End) == len(f.Runes), "an end for each rune")
	lastStart, lastEnd := int32(0), int32(0)
	for i := range f.Runes {
		require.True(t, lastStart <= f.Start[i] && lastEnd <= f.End[i], "rune %d: its source is before that of the one before it", i)
		require.True(t, f.Start[i] < f.End[i] && int(f.End[i]) <= len(f.Source), "rune %d: no source", i)
		require.True(t, runeEdge(f.Source, int(f.Start[i])) && runeEdge(f.Source, int(f.End[i])), "rune %d: the edge of its source is within a character", i)
		lastStart, lastEnd = f.Start[i], f.End[i]
	}
	for _, e := range slices.Clone(f.Evasions) {
		require.True(t, 0 <= e.Start && e.Start < e.End && e.End <= len(f.Source), "fold out of the text")
		require.True(t, runeEdge(f.Source, e.Start) && runeEdge(f.Source, e.End), "the edge of a fold is within a character")
	}
}

// checkSources asserts that each piece of the text folds to the runes that are
// mapped to it, and what lies between pieces to nothing.
func checkSources(t *testing.T, f *Text) {
	t.Helper()
	var piece Text
	folds := func(from, to int32) string {
		piece.characters(f.Source[from:to])
		return string(piece.Runes)
	}
	last := int32(0)
	for i := 0; i < len(f.Runes); {
		j := i + 1
		for j < len(f.Runes) && f.Start[j] == f.Start[i] {
			j++
		}
		require.True(t, folds(last, f.Start[i]) == "", "before rune %d: what is looked through shows", i)
		require.True(t, string(f.Runes[i:j]) == folds(f.Start[i], f.End[i]), "rune %d: not what its source folds to", i)
		last = f.End[i]
		i = j
	}
	require.True(t, folds(last, int32(len(f.Source))) == "", "what is looked through at the end shows")
}

// checkSteps asserts that lines only changes blanks and line breaks, that join only
// takes separators and line breaks out, and that respell only puts a plain word in the
// place of a listed spelling; all other runes keep their sources.
func checkSteps(t *testing.T, text string) {
	t.Helper()
	var before, f Text
	before.characters(text)
	f.characters(text)
	f.lines(units{})
	checkLines(t, &before, &f)

	before = Text{Source: text, Runes: slices.Clone(f.Runes), Start: slices.Clone(f.Start), End: slices.Clone(f.End)}
	f.join(pairs(), words.Knows)
	for i, j := 0, 0; i < len(before.Runes) || j < len(f.Runes); i++ {
		if j < len(f.Runes) && before.place(i) == f.place(j) {
			j++
			continue
		}
		require.True(t, mayJoin(before.Runes[i]), "join takes out rune %d", i)
	}

	before = Text{Source: text, Runes: slices.Clone(f.Runes), Start: slices.Clone(f.Start), End: slices.Clone(f.End)}
	f.respell(loadSpellings(), words.Knows)
	j := 0
	for i := 0; i < len(before.Runes); {
		plain, end := loadSpellings().longest(words.Knows, before.Runes, i)
		if plain == nil {
			for end = max(end, i+1); i < end; i++ {
				require.Equal(t, before.place(i), f.place(j), "respell changes rune %d", i)
				j++
			}
			continue
		}
		to := j + len(plain)
		require.True(t, string(plain) == string(f.Runes[j:to]), "a spelling at rune %d", i)
		require.Equal(t, before.sources(i, end), f.sources(j, to), "the source of a spelling at rune %d", i)
		i, j = end, to
	}
	require.True(t, len(f.Runes) == j, "runes after the last")
	checkFolded(t, &f)
}

// checkLines asserts that f is before, with one rune or none for each run of blanks with
// a line break among them.
func checkLines(t *testing.T, before, f *Text) {
	t.Helper()
	j := 0
	for i := 0; i < len(before.Runes); {
		end, breaks := before.blanksEnd(i)
		if !breaks {
			require.Equal(t, before.place(i), f.place(j), "lines changes rune %d", i)
			i, j = i+1, j+1
			continue
		}
		if j < len(f.Runes) && f.Start[j] == before.Start[i] {
			require.Equal(t, before.sources(i, end), f.sources(j, j+1), "the source of a line break at rune %d", i)
			require.Contains(t, "\n*", string(f.Runes[j]), "rune %d", i)
			j++
		}
		i = end
	}
	require.True(t, len(f.Runes) == j, "runes after the last")
}

// place is a rune with its source.
func (t *Text) place(i int) [3]int32 { return [3]int32{t.Runes[i], t.Start[i], t.End[i]} }

// sources is the source of Runes[i:j].
func (t *Text) sources(i, j int) [2]int32 { return [2]int32{t.Start[i], t.End[j-1]} }

func runeEdge(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// maxBytes is how long a message may be.
const maxBytes = 16 << 10

// FuzzFold asserts the map back, that folding again changes no character, and
// that a Text of its own and a used one give the same.
func FuzzFold(f *testing.F) {
	for _, text := range []string{"", "您的贷款已逾 期，还*款", "逾\u200bqi ➕V 伽微", "①②⑫𝟏𝟐㈠", "貸款已凍結", "辶不款 +wx", "a\x00\u0336\ufeff", "👨\u200d👩 1️⃣", "逾.....期逾....期"} {
		f.Add(text)
	}
	for _, text := range corpus.Texts(f) {
		f.Add(text)
	}
	used := foldWhole("还 款yuqi①②凍結\u200b结")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > maxBytes {
			t.Skip("Parse refuses it")
		}
		var plain Text
		plain.characters(text)
		checkFolded(t, &plain)
		checkSources(t, &plain)
		var again Text
		again.characters(string(plain.Runes))
		require.True(t, slices.Equal(plain.Runes, again.Runes), "folding again changes a character")
		checkSteps(t, text)

		fresh := foldWhole(text)
		checkFolded(t, fresh)
		used.Fold(text, pairs(), words.Knows, units{})
		require.True(t, slices.Equal(fresh.Runes, used.Runes), "the runes of a used Text")
		require.True(t, slices.Equal(fresh.Start, used.Start) && slices.Equal(fresh.End, used.End), "the map back of a used Text")
		require.True(t, slices.Equal(fresh.Evasions, used.Evasions), "the evasions of a used Text")
	})
}

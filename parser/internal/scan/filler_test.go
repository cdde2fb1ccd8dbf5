package scan

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// trieOf returns the words of rows of fillers.tsv.
func trieOf(rows [][]string) *runes.Trie {
	var lines []string
	for _, cells := range rows {
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return newFillers(strings.Join(lines, "\n"))
}

// gaps returns what is between the cues of a text and the amounts and times that they
// are about.
func gaps(text string) (gaps [][]rune) {
	l := read(text)
	for k := range l.Tokens {
		t := &l.Tokens[k]
		if t.IsSum() || t.Kind == Duration {
			if b := l.CueBefore(k, t.Start); b >= 0 {
				gaps = append(gaps, l.Runes[l.Tokens[b].End:t.Start])
			}
		}
	}
	return gaps
}

// TestFillerRows reads the texts of fillers.tsv: in the hit a filler of the kind
// comes between a cue and its amount or time, and fillers of other kinds do not match
// there; in the miss no cue has an amount or a time. No word occurs twice.
func TestFillerRows(t *testing.T) {
	rows := readertest.Table(t, fillerTable, 4, 1)
	seen := map[string]bool{}
	for i, cells := range rows {
		kind, words, hit, miss := cells[0], strings.Split(cells[1], "|"), cells[2], cells[3]
		assert.True(t, slices.IsSorted(words), "%s: words are sorted", kind)
		for _, word := range words {
			assert.False(t, seen[word], "%s occurs twice", word)
			seen[word] = true
			assert.True(t, fill(fillers.Get(), []rune(word)), word)
		}
		others := trieOf(slices.Delete(slices.Clone(rows), i, i+1))
		assert.True(t, slices.ContainsFunc(gaps(hit), func(gap []rune) bool {
			return len(gap) > 0 && fill(fillers.Get(), gap) && !fill(others, gap)
		}), "%s: %s", kind, hit)
		assert.Empty(t, gaps(miss), "%s: %s", kind, miss)
		assert.True(t, slices.ContainsFunc(read(miss).Tokens, func(t Token) bool { return t.IsSum() || t.Kind == Duration }), "%s: no amount or time in %s", kind, miss)
	}
}

// TestFill fills texts with few words: longer and shorter ones, in any order.
func TestFill(t *testing.T) {
	words := runes.NewTrie([][]rune{[]rune("约"), []rune("共"), []rune("共计"), []rune("计算")})
	for text, want := range map[string]bool{
		"约": true, "共计约": true, "共计算": true, "约共": true, "约约约": true, "计": false, "共计": true, "计算计": false, "款": false, "约款": false, "款约": false, "算": false,
	} {
		assert.Equal(t, want, fill(words, []rune(text)), text)
	}
	for text, want := range map[string]bool{
		strings.Repeat("约", maxFiller): true, strings.Repeat("约", maxFiller+1): false, "": true,
	} {
		l := read(text)
		assert.Equal(t, want, l.IsFiller(0, int32(len(l.Runes))), text)
		assert.False(t, l.IsFiller(1, 0))
	}
}

// TestCueBefore has what may come between a cue and an amount, and what may not.
func TestCueBefore(t *testing.T) {
	for _, row := range []struct{ in, cue, why string }{
		{"欠款3000元", "欠款", "nothing"},
		{"欠款金额为约3000元", "欠款金额", "fillers"},
		{"欠款总额（含罚息）1234元", "欠款总额", "a remark in brackets"},
		{"欠款总额（含罚息）：1234元", "欠款总额", "and a colon"},
		{"欠款总额（含罚息）为1234元", "欠款总额", "and a copula"},
		{"欠款总额（含罚息）是1234元", "欠款总额", "and another"},
		{"欠款总额（含罚息）大概1234元", "欠款总额", "and adverbs"},
		{"欠款总额（含罚息、违约金）1234元", "欠款总额", "a remark with two cues"},
		{"借款（本金及利息）1234元", "本金及利息", "a remark that is a cue"},
		{"欠款总额（含罚息）不是1234元", "", "a word that is no filler"},
		{"罚息）1234元", "", "a closing bracket alone"},
		{"（含罚息1234元）", "罚息", "the bracket opens before the cue"},
		{"欠款总额（含罚息）约多少（含利息）1234元", "", "words and two remarks"},
		{"欠款，1234元", "", "a clause ends"},
		{"欠款不是1234元", "", "a word that is no filler"},
		{"欠款总额（" + strings.Repeat("甲", maxRemark-2) + "）1234元", "欠款总额", "as long a remark as may be"},
		{"欠款总额（" + strings.Repeat("甲", maxRemark-1) + "）1234元", "", "a longer one"},
		{"欠款1000元1234元", "", "another amount"},
		{"1234元", "", "no cue"},
	} {
		l := read(row.in)
		k := l.Prev(len(l.Tokens))
		for k >= 0 && !l.Tokens[k].IsSum() {
			k = l.Prev(k)
		}
		if !assert.GreaterOrEqual(t, k, 0, row.in) {
			continue
		}
		got := ""
		if b := l.CueBefore(k, l.Tokens[k].Start); b >= 0 {
			got = string(l.Runes[l.Tokens[b].Start:l.Tokens[b].End])
		}
		assert.Equal(t, row.cue, got, "%s (%s)", row.in, row.why)
	}
}

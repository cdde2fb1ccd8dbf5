package runes_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

func trieOf(words ...string) *runes.Trie {
	var r [][]rune
	for _, w := range words {
		r = append(r, []rune(w))
	}
	return runes.NewTrie(r)
}

func TestTrieLongest(t *testing.T) {
	words := []string{"逾期", "逾期费", "", "还", "还款日", "逾期", "𠮷野", "a", "abc", "\x00"}
	x := trieOf(words...)
	for _, row := range []struct {
		in   string
		at   int
		want string // "": none
		why  string
	}{
		{"逾期", 0, "逾期", ""},
		{"逾期费用", 0, "逾期费", "the longest"},
		{"逾期天数", 0, "逾期", ""},
		{"逾", 0, "", "only the beginning of words"},
		{"已逾期", 0, "", "not at its place"},
		{"已逾期", 1, "逾期", ""},
		{"还款", 0, "还", "還款日 goes on otherwise"},
		{"还款日", 0, "还款日", "through a node that ends no word"},
		{"abx", 0, "a", ""},
		{"𠮷野家", 0, "𠮷野", "beyond the first plane"},
		{"𠮷", 0, "", ""},
		{"\x00", 0, "\x00", "NUL"},
		{"", 0, "", "nothing there"},
		{"还", 1, "", "after the end"},
	} {
		r := []rune(row.in)
		value, end := x.Longest(r, row.at)
		if row.want == "" {
			assert.Zero(t, value, "%q (%s)", row.in, row.why)
			assert.Equal(t, row.at, end, "%q", row.in)
			continue
		}
		require.NotZero(t, value, "%q (%s)", row.in, row.why)
		assert.Equal(t, row.want, words[value-1], "%q (%s)", row.in, row.why)
		assert.Equal(t, row.want, string(r[row.at:end]), "%q", row.in)
	}
	value, _ := x.Longest([]rune("逾期"), 0)
	assert.EqualValues(t, 1, value, "of equal words the first one counts")
}

func TestTrieEmpty(t *testing.T) {
	for _, x := range []*runes.Trie{new(runes.Trie), runes.NewTrie(nil), trieOf("", "")} {
		value, end := x.Longest([]rune("逾期"), 0)
		assert.Zero(t, value)
		assert.Zero(t, end)
	}
}

// TestTrieWide has nodes with more edges than are looked through one by one.
func TestTrieWide(t *testing.T) {
	for n := range 40 {
		var words [][]rune
		for i := range n {
			words = append(words, []rune{'逾', rune('一' + 7*i)}, []rune{'逾', rune('一' + 7*i), rune('A' + i)})
		}
		x := runes.NewTrie(words)
		for i := range n {
			value, end := x.Longest([]rune{'逾', rune('一' + 7*i), rune('A' + i)}, 0)
			assert.EqualValues(t, 2*i+2, value)
			assert.Equal(t, 3, end)
			for _, next := range []rune{rune('一' + 7*i - 1), rune('一' + 7*i + 1), 0, 0x10FFFF} {
				value, _ = x.Longest([]rune{'逾', next}, 0)
				assert.Zero(t, value)
			}
		}
	}
}

// TestTrieAgrees looks random words up in a trie and in a list.
func TestTrieAgrees(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	alphabet := []rune("逾期还款ab\x00𠮷")
	random := func(n int) []rune {
		r := make([]rune, n)
		for i := range r {
			r[i] = alphabet[rng.IntN(len(alphabet))]
		}
		return r
	}
	for range 200 {
		words := make([][]rune, rng.IntN(40))
		for i := range words {
			words[i] = random(rng.IntN(5))
		}
		x, text := runes.NewTrie(words), random(30)
		for at := range text {
			var want int32
			wantEnd := at
			for i, w := range words {
				if end := at + len(w); end > wantEnd && end <= len(text) && string(text[at:end]) == string(w) {
					want, wantEnd = int32(i+1), end
				}
			}
			value, end := x.Longest(text, at)
			require.Equal(t, want, value)
			require.Equal(t, wantEnd, end)
		}
	}
}

// TestTrieLongestBefore looks leftwards for words that are spelled backwards.
func TestTrieLongestBefore(t *testing.T) {
	words := []string{"过超", "过超不", "约", "野𠮷"}
	x := trieOf(words...)
	for _, row := range []struct {
		in   string
		at   int
		want string // "": none
		why  string
	}{
		{"逾期超过", 4, "超过", ""},
		{"不超过", 3, "不超过", "the longest"},
		{"超过了", 2, "超过", "what comes after is not looked at"},
		{"超过了", 3, "", "not at its place"},
		{"过", 1, "", "only the end of words"},
		{"约", 1, "约", "the text begins with it"},
		{"𠮷野", 2, "𠮷野", "beyond the first plane"},
		{"约", 0, "", "nothing before"},
		{"约", -1, "", "before the text"},
		{"", 0, "", ""},
	} {
		value, start := x.LongestBefore([]rune(row.in), row.at)
		if row.want == "" {
			assert.Zero(t, value, "%q (%s)", row.in, row.why)
			assert.Equal(t, row.at, start, "%q", row.in)
			continue
		}
		require.NotZero(t, value, "%q (%s)", row.in, row.why)
		assert.Equal(t, row.want, string([]rune(row.in)[start:row.at]), "%q (%s)", row.in, row.why)
		assert.Len(t, []rune(words[value-1]), row.at-start, "the value is that of the word")
	}
}

// TestTrieBothWays looks random words up in a text, and leftwards in its mirror
// image.
func TestTrieBothWays(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	alphabet := []rune("逾期a")
	random := func(n int) []rune {
		r := make([]rune, n)
		for i := range r {
			r[i] = alphabet[rng.IntN(len(alphabet))]
		}
		return r
	}
	for range 200 {
		words := make([][]rune, rng.IntN(20))
		for i := range words {
			words[i] = random(rng.IntN(5))
		}
		x := runes.NewTrie(words)
		text := random(20)
		mirror := slices.Clone(text)
		slices.Reverse(mirror)
		for at := range len(text) + 1 {
			value, end := x.Longest(text, at)
			valueBefore, start := x.LongestBefore(mirror, len(text)-at)
			require.Equal(t, value, valueBefore)
			require.Equal(t, end, len(text)-start)
		}
	}
}

// TestTrieNodes walks a word rune by rune, as Longest does.
func TestTrieNodes(t *testing.T) {
	x := trieOf("逾期", "逾")
	node := x.Root('逾')
	assert.EqualValues(t, 2, x.Value(node))
	node = x.Next(node, '期')
	assert.EqualValues(t, 1, x.Value(node))
	assert.Zero(t, x.Next(node, '期'))
	assert.Zero(t, x.Root('期'))
	assert.Zero(t, x.Root(-1))
}

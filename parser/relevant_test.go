package parser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
)

func TestRelevant(t *testing.T) {
	for _, row := range []struct {
		in   string
		want bool
		why  string
	}{
		{"", false, ""},
		{"您的快递已到，请凭取件码1234领取。", false, ""},
		{"验证码482913，5分钟内有效，请勿告诉他人。", false, ""},
		{"周末一起吃饭吗？😀", false, ""},
		{"Your code is 482913", false, ""},
		{"您的借款已逾期3天", true, ""},
		{"您的借款已逾 期3天", true, "separated"},
		{"已逾\u200b期3天", true, "what does not show"},
		{"已逾\u0336期3天", true, "struck through"},
		{"已逾qi3天", true, "pinyin"},
		{"已YU期3天", true, "pinyin in capitals"},
		{"已逾\u3000期3天", true, "ideographic space"},
		{"貸款", true, "traditional"},
		{"本期账单已出", true, "a bill"},
		{"您已还款成功", true, "a receipt"},
		{"图书逾期", true, "Parse tells it is no debt"},
		{"逾，期", false, "two clauses"},
		{"逾.....期", false, "too far apart"},
		{"逾", false, "half of a word"},
		{"逾期" + strings.Repeat("a", MaxBytes), false, "too long for Parse"},
		{"逾期\xff", false, "not UTF-8"},
		{strings.Repeat("逾", 5000), false, "half words only"},
		{strings.Repeat("a", MaxBytes-6) + "逾期", true, "the very end"},
		{"\x00逾期\x00", true, "NUL"},
	} {
		assert.Equal(t, row.want, Relevant(row.in), "%.60q (%s)", row.in, row.why)
		assert.Equal(t, row.want, standard().Relevant(row.in), "%.60q", row.in)
	}
}

// TestRelevantDoesNotAllocate runs over texts with and without a cue, with all
// that folding looks through, short and long.
func TestRelevantDoesNotAllocate(t *testing.T) {
	for _, text := range []string{
		"",
		"您的快递已到，请凭取件码1234领取。",
		"您的借款已逾期3天",
		"逾 \u200b*qi 逾\U0001F4B0 Ｙｕ𝓺𝓲 ①②⑫㈠ 貸 借 還 还 欠",
		strings.Repeat("逾😀", MaxBytes/7),
		strings.Repeat("还\u200b", MaxBytes/6),
		strings.Repeat("a", MaxBytes+1),
		"\xff逾期",
	} {
		Relevant(text)
		assert.Zero(t, testing.AllocsPerRun(20, func() { Relevant(text) }), "%.60q", text)
	}
}

// TestRelevantAgrees holds Parse to the promise of Relevant.
func TestRelevantAgrees(t *testing.T) {
	seen := map[bool]int{}
	for _, text := range corpus.Texts(t) {
		n, err := Parse(text)
		require.NoError(t, err)
		seen[Relevant(text)]++
		if Relevant(text) {
			assert.NotEmpty(t, n.Tokens)
		} else {
			assert.Equal(t, &Notice{Kind: KindOther}, n)
		}
	}
	assert.Greater(t, seen[true], 200)
	assert.Greater(t, seen[false], 10)
}

// TestGateWords opens the gate with each of its words: alone, within a sentence,
// and broken at each place by what folding looks through.
func TestGateWords(t *testing.T) {
	words := wordsOf(builtin().gate.words)
	require.Greater(t, len(words), 500)
	for _, word := range words {
		assert.True(t, Relevant(string(word)), "%s alone", string(word))
		assert.True(t, Relevant("您好，"+string(word)+"。"), "%s in a sentence", string(word))
		for i := 1; i < len(word); i++ {
			for _, within := range []string{"\u200b", "\u0336", "\ufe0f\u2060", " ", "*", "　", ". .", "·-_|"} {
				broken := string(word[:i]) + within + string(word[i:])
				assert.True(t, Relevant(broken), "%q", broken)
			}
		}
	}
}

// wordsOf returns the words of a trie.
func wordsOf(x *trie) [][]rune {
	var words [][]rune
	var walk func(node int32, word []rune)
	walk = func(node int32, word []rune) {
		n := x.nodes[node]
		if n.value != 0 {
			words = append(words, append([]rune(nil), word...))
		}
		for _, e := range x.edges[n.first:][:n.n] {
			walk(e.node, append(word, e.r))
		}
	}
	walk(0, nil)
	return words
}

// TestGateHasCues holds the gate to the table: each cue that says that the
// message is about a debt opens it, however it is spelled.
func TestGateHasCues(t *testing.T) {
	var words [][]rune
	for _, row := range builtinCues() {
		strong := row.means&gateMeanings != 0 || row.role != 0 && gateRoles[roles[row.role-1]]
		if len(row.parts) == 1 && strong {
			for _, word := range row.parts[0] {
				if len(word) > 1 {
					words = append(words, word)
					assert.True(t, Relevant(string(word)), "%s", string(word))
				}
			}
		}
	}
	plain := newTrie(words)
	for _, s := range spellingTable().all {
		if _, end := plain.longest(s.plain, 0); end == len(s.plain) {
			assert.True(t, Relevant(string(s.written)), "%s for %s", string(s.written), string(s.plain))
		}
	}
}

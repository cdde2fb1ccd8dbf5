package scan

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
)

// lineTexts are texts of lines: all messages, and texts of what is hard on a line.
func lineTexts(t testing.TB) []string {
	return append(corpus.Texts(t),
		"", " ", "【", "【甲】", "【甲】【乙】", "逾期", "联系您的家人", "请与张经理联系13800001234", "联系您的家人和父母", "未按时足额归还",
		"登录我行捷信.com还款", "联系家人.com", strings.Repeat("联系", 20)+"家人", "打给您的亲友.公司", "已于今日从您的账户.com扣款", "欠款1/2/3/4/5/6/7元")
}

// TestLineLaws asserts what holds of each line: its tokens are in order and within
// the text, a phrase comes before the token that begins with it, and the ways along
// the tokens agree with a plain loop.
func TestLineLaws(t *testing.T) {
	phrases := 0
	for n, text := range lineTexts(t) {
		l := read(text)
		var plain []int // the tokens, phrases aside
		for k := range l.Tokens {
			token := &l.Tokens[k]
			require.True(t, 0 <= token.Start && token.Start < token.End && int(token.End) <= len(l.Runes), "text %d: token %d is not within the text", n, k)
			if k > 0 {
				last := &l.Tokens[k-1]
				require.True(t, last.Start < token.Start || last.Start == token.Start && last.Phrase, "text %d: token %d is not in order, phrases first", n, k)
				require.True(t, last.Clause <= token.Clause && last.Sentence <= token.Sentence, "text %d: the clause of token %d is not in order", n, k)
			}
			if token.Phrase {
				require.Equal(t, Cue, token.Kind, "text %d: token %d", n, k)
				phrases++
				continue
			}
			if last := len(plain) - 1; last >= 0 {
				require.LessOrEqual(t, l.Tokens[plain[last]].End, token.Start, "text %d: token %d overlaps another", n, k)
			}
			plain = append(plain, k)
		}
		checkWays(t, n, l, plain)
	}
	assert.Greater(t, phrases, 50)
}

// checkWays compares Prev, Next, From, TokenAt and EndingAt on the line of text n with a
// plain loop over the tokens that are no phrases.
func checkWays(t *testing.T, n int, l *Line, plain []int) {
	t.Helper()
	next := func(k int) int {
		i, _ := slices.BinarySearch(plain, k+1)
		return append(plain, len(l.Tokens))[i:][0]
	}
	prev := func(k int) int {
		i, _ := slices.BinarySearch(plain, k)
		return append([]int{-1}, plain...)[i]
	}
	for k := -1; k <= len(l.Tokens); k++ {
		if k < len(l.Tokens) {
			require.Equal(t, next(k), l.Next(k), "text %d: after %d", n, k)
		}
		if k >= 0 {
			require.Equal(t, prev(k), l.Prev(k), "text %d: before %d", n, k)
		}
	}
	for i := range len(l.Runes) + 3 {
		from, ending := len(l.Tokens), -1
		for _, k := range slices.Backward(plain) {
			if int(l.Tokens[k].Start) >= i {
				from = k
			}
			if int(l.Tokens[k].End) == i {
				ending = k
			}
		}
		require.Equal(t, from, l.From(i), "text %d: from rune %d", n, i)
		if from < len(l.Tokens) {
			require.True(t, &l.Tokens[from] == l.TokenAt(i), "text %d: token at rune %d", n, i)
		} else {
			require.True(t, l.TokenAt(i) == nil, "text %d: token at rune %d", n, i)
		}
		if i <= len(l.Runes) {
			require.Equal(t, ending, l.EndingAt(i), "text %d: ending before rune %d", n, i)
		}
	}
}

// TestLineAgain reads each text into a line that had another: nothing of that one is
// left.
func TestLineAgain(t *testing.T) {
	l := new(Line)
	for n, text := range lineTexts(t) {
		l.Read(tables(), text)
		require.True(t, shown(read(text)) == shown(l), "text %d", n)
	}
}

// shown is all that a line holds of a text.
func shown(l *Line) string {
	var places []int
	for i := range l.Runes {
		places = append(places, l.From(i), l.WordEnd(i))
	}
	return fmt.Sprintf("%+v", []any{l.Source, l.Runes, l.Start, l.End, l.Evasions, l.Body, l.Signatures, l.Tokens, l.Amounts, l.Durations, l.Dates, l.Words(), places})
}

// TestRelease: nothing of a text is left in the memory of a line that is given back.
func TestRelease(t *testing.T) {
	for _, text := range []string{
		"【星桥小贷】何秋水，您的借款2000元已逾期25天，3月1日还款",
		"您的借款已 逾 期 25 天，逾-期-63-天，何秋水",
		"您的借款已yu期25天，请还钱款，何秋水",
	} {
		l := read(text)
		l.Release()
		assert.Empty(t, l.Source)
		assert.Nil(t, l.tables)
		for _, kept := range []any{l.Runes[:cap(l.Runes)], l.Amounts[:cap(l.Amounts)], l.Durations[:cap(l.Durations)], l.Dates[:cap(l.Dates)]} {
			for v := reflect.ValueOf(kept); v.Len() > 0; v = v.Slice(1, v.Len()) {
				assert.True(t, v.Index(0).IsZero(), "%T", kept)
			}
		}
	}
}

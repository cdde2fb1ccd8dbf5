package fold

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/tsv"
)

// TestLookAlikeTable goes through the table of look-alikes: each is in its place,
// and is folded to its plain word, with the sign of it.
func TestLookAlikeTable(t *testing.T) {
	last := ""
	for _, cells := range tsv.Rows("lookalike.tsv", lookAlikeTable, 3) {
		written, plain, how := cells[0], cells[1], cells[2]
		assert.Less(t, last, written, "%s: not in its place", written)
		last = written
		assert.Contains(t, []string{"homophone", "shape", "split", "letters", "symbol", "none"}, how, written)
		var w Text
		w.characters(written)
		assert.Equal(t, written, string(w.Runes), "as it is before spellings are read")
		if how == "none" {
			assert.Equal(t, "-", plain, written)
			checkOrdinary(t, []rune(written))
			continue
		}
		checkSpelling(t, written, string(foldWhole(plain).Runes))
	}
	assert.NotEmpty(t, last)
}

// checkOrdinary asserts that some spelling that begins or ends in an ordinary word is left
// because of it.
func checkOrdinary(t *testing.T, word []rune) {
	t.Helper()
	all, n, none := loadSpellings(), 0, dictionary{}.Knows
	unaware := &spellings{written: all.written, all: all.all}
	for _, s := range all.all {
		w, text, at := s.Written, []rune(nil), 0
		switch last := len(word) - 1; {
		case len(w) < 2:
			continue
		case w[0] == word[last]:
			text, at = slices.Concat(word, w[1:]), last
		case w[len(w)-1] == word[0]:
			text = slices.Concat(w, word[1:])
		default:
			continue
		}
		plain, _ := unaware.longest(none, text, at)
		left, end := all.longest(none, text, at)
		if plain != nil && left == nil {
			assert.Equal(t, at, end)
			n++
		}
	}
	assert.Positive(t, n, "%s hides no spelling", string(word))
}

// checkSpelling asserts that written is folded to plain between marks, and that
// it is said of the whole of it.
func checkSpelling(t *testing.T, written string, plain ...string) {
	t.Helper()
	text := "您好，" + written + "，谢谢"
	f := foldWhole(text)
	got := string(f.Runes[3 : len(f.Runes)-3])
	assert.Contains(t, plain, got, "%q", written)
	start := strings.Index(text, written)
	end := start + len(written)
	said := slices.ContainsFunc(f.Evasions, func(e Evasion) bool {
		return e.Way == LookAlike && e.Start <= start && end <= e.End
	})
	assert.True(t, said, "%q: not said to be a look-alike", written)
	for i := 3; i < len(f.Runes)-3; i++ {
		from, to := f.Span(i, i+1)
		assert.True(t, start <= from && to <= end, "%q: spans", written)
	}
}

// TestPinyinTable goes through the table of pinyin, and all spellings made of it.
func TestPinyinTable(t *testing.T) {
	plain := map[string][]string{} // a syllable may be that of several characters
	for _, s := range loadSpellings().all {
		plain[string(s.Written)] = append(plain[string(s.Written)], string(s.Plain))
	}
	last := ""
	for _, f := range tsv.Rows("pinyin.tsv", pinyinTable, 2) {
		word, syllables := []rune(f[0]), strings.Fields(f[1])
		assert.Less(t, last, f[0], "%s: not in its place", f[0])
		last = f[0]
		require.Len(t, syllables, len(word), f[0])
		assert.Greater(t, len(word), 1, f[0])
		for _, s := range syllables {
			assert.True(t, s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyz") == "", f[0])
		}
		for i := range word {
			spliced := string(word[:i]) + syllables[i] + string(word[i+1:])
			assert.Contains(t, plain[spliced], f[0])
		}
	}
	assert.NotEmpty(t, last)
	for written := range plain {
		checkSpelling(t, written, plain[written]...)
	}
}

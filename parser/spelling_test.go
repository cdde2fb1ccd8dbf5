package parser

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLookAlikeTable walks the table of look-alikes: each stands in its place,
// and is folded to its plain word, with the sign of it.
func TestLookAlikeTable(t *testing.T) {
	last := ""
	for _, line := range rowsOf(lookAlikeTable) {
		f := strings.Split(line, "\t")
		require.Len(t, f, 3, line)
		written, plain, how := f[0], f[1], f[2]
		assert.Less(t, last, written, "%s: not in its place", written)
		last = written
		assert.Contains(t, []string{"homophone", "shape", "split", "letters", "symbol"}, how, written)
		var w folded
		w.fold(written)
		assert.Equal(t, written, string(w.runes), "as it stands before spellings are read")
		checkSpelling(t, written, string(foldWhole(plain).runes))
	}
	assert.NotEmpty(t, last)
}

// checkSpelling asserts that written is folded to plain between marks, and that
// it is said of the whole of it.
func checkSpelling(t *testing.T, written string, plain ...string) {
	t.Helper()
	text := "您好，" + written + "，谢谢"
	f := foldWhole(text)
	got := string(f.runes[3 : len(f.runes)-3])
	assert.Contains(t, plain, got, "%q", written)
	at := foundIn(text, written).Span
	said := slices.ContainsFunc(f.evasions(), func(e fold) bool {
		return e.how == FoldLookAlike && e.span.Start <= at.Start && at.End <= e.span.End
	})
	assert.True(t, said, "%q: not said to be a look-alike", written)
	for i := 3; i < len(f.runes)-3; i++ {
		s := f.span(i, i+1)
		assert.True(t, at.Start <= s.Start && s.End <= at.End, "%q: spans", written)
	}
}

// TestPinyinTable walks the table of pinyin, and all spellings made of it.
func TestPinyinTable(t *testing.T) {
	plain := map[string][]string{} // a syllable may be that of several characters
	for _, s := range spellingTable().all {
		plain[string(s.written)] = append(plain[string(s.written)], string(s.plain))
	}
	last := ""
	for _, line := range rowsOf(pinyinTable) {
		f := strings.Split(line, "\t")
		require.Len(t, f, 2, line)
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

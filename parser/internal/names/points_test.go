package names

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/readertest"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
	"github.com/dunsms/dunsms/parser/internal/scantest"
)

// reasons returns the reasons for and against the candidate that ‹…› marks in a text;
// ok is false where it is none.
func reasons(t *testing.T, text string) (all []Reason, ok bool) {
	t.Helper()
	l, start, end := scantest.ReadMarked(t, text)
	f := newFinder(l)
	for _, c := range f.candidates(start, surnames.Len(l.Runes[start:]), f.readForeign(start), nil) {
		if c.end != end {
			continue
		}
		before, after := f.before(start), f.after(&c)
		written := f.written(&c, points(before) == 0 || points(after) == 0)
		return append(written[:], before, after), true
	}
	return nil, false
}

// TestPointRows reads the texts of points.tsv: what is marked in the hit is a
// candidate for the row's reason, and in the miss it is one without it.
func TestPointRows(t *testing.T) {
	for i, cells := range readertest.Table(t, pointTable, 6, 1) {
		name, says, hit, miss := cells[1], cells[2], cells[4], cells[5]
		assert.Equal(t, "Reason", cells[0], name)
		assert.NotEmpty(t, says, name)
		place, _, _ := strings.Cut(name, "_")
		assert.Contains(t, []string{"before", "after", "written"}, place, name)
		found, ok := reasons(t, hit)
		assert.True(t, ok, "%s: no candidate in %s", name, hit)
		assert.Equal(t, notOurs[name] == "", slices.Contains(found, Reason(i)), "%s: %s", name, hit)
		found, ok = reasons(t, miss)
		assert.True(t, ok, "%s: no candidate in %s", name, miss)
		assert.NotContains(t, found, Reason(i), "%s: %s", name, miss)
	}
	assert.Zero(t, points(NoReason))
	assert.Len(t, embeddedPoints.Get().of, int(WrittenWordEnds)+1)
}

// TestMostPoints has tables in which two reasons of how a name is written count
// together, or none does.
func TestMostPoints(t *testing.T) {
	const before, after = "Reason\tbefore_a\ts\t9\th\tm\n", "Reason\tafter_a\ts\t4\th\tm\nReason\tafter_b\ts\t2\th\tm\n"
	written := func(points ...int) string {
		var b strings.Builder
		for _, n := range points {
			fmt.Fprintf(&b, "Reason\twritten_a\ts\t%d\th\tm\n", n)
		}
		return b.String()
	}
	assert.Equal(t, 8, newPoints(before+after+written(-3, 1, 3, -2)).most)
	assert.Equal(t, 8, newPoints(before+after+written(3, 1)).most)
	assert.Equal(t, 10, newPoints(before+after+written(3, 3)).most, "of equals both")
	assert.Equal(t, 4, newPoints(before+after+written(-1, -2)).most, "what speaks against a name need not be there")
}

// notOurs are reasons that no word of the embedded tables gives, with what gives them.
var notOurs = map[string]string{
	"before_debtor_to_call": "a caller's cue that is a word of calling and one for the debtor: TestDebtorToCall",
}

// TestDebtorToCall has a cue of the caller's that asks to call the debtor.
func TestDebtorToCall(t *testing.T) {
	own, err := lexicon.ReadCues(strings.NewReader("联系借款人\task:call_number,debtor"))
	require.NoError(t, err)
	tables := *scantest.Tables()
	tables.Cues = lexicon.NewCues(append(own, lexicon.BuiltinCues()...))
	l := new(scan.Line)
	l.Read(&tables, "联系借款人王明")
	assert.Equal(t, BeforeDebtorToCall, newFinder(l).before(5))
	assert.Equal(t, BeforeDebtor, newFinder(scantest.Read("联系借款人王明")).before(5))
}

// TestWordTable checks that the table of words is as its head says.
func TestWordTable(t *testing.T) {
	w := embeddedWords.Get()
	trie := func(t *runes.Trie) func(r []rune, i int) bool {
		return func(r []rune, i int) bool { return beginsWord(t, r, i) }
	}
	set := func(s *runes.Set) func(r []rune, i int) bool {
		return func(r []rune, i int) bool { return s.Has(r[i]) }
	}
	uses := map[string]func(r []rune, i int) bool{
		"collector": isCollector, "familiar": trie(w.familiar), "female": trie(w.female), "male": trie(w.male), "no_name": trie(w.noName),
		"counts": set(w.counts), "foreign": set(w.foreign), "never_end": set(w.neverEnd), "never_in": set(w.neverIn),
		"never_last": set(w.neverLast), "nickname": set(w.nick), "particle": set(w.particles),
	}
	for _, cells := range readertest.Table(t, wordTable, 2, 1) {
		use, list := cells[0], strings.Split(cells[1], "|")
		is := uses[use]
		require.NotNil(t, is, use)
		delete(uses, use)
		if !strings.Contains(cells[1], "|") {
			list = strings.Split(cells[1], "")
		}
		assert.True(t, slices.IsSorted(list), "%s: in the order of code points", use)
		assert.Len(t, slices.Compact(slices.Clone(list)), len(list), "%s: a word twice", use)
		for _, word := range list {
			r := []rune("甲" + word + "甲")
			assert.True(t, is(r, 1), "%s %s", use, word)
			assert.False(t, slices.ContainsFunc([]rune(word), func(c rune) bool { return !runes.IsHan(c) }), word)
		}
		assert.False(t, is([]rune("甲甲"), 0), use)
	}
	assert.Empty(t, uses, "a use without words")
}

// unsexed are titles of men and women alike.
var unsexed = strings.Fields("会员 保户 储户 商户 客户 用户 君 师傅 同学 同志 支书 村支书 老师 老板 先生/女士 女士/先生")

// TestTitles holds the titles of cues.tsv and those of words.tsv together: each of a man
// or a woman is a cue, and each other cue is listed above.
func TestTitles(t *testing.T) {
	w, left := embeddedWords.Get(), slices.Clone(unsexed)
	titles := map[string]bool{}
	for _, row := range lexicon.BuiltinCues() {
		if row.Senses&lexicon.Title == 0 {
			continue
		}
		for _, r := range row.Parts[0] {
			word := string(r)
			titles[word] = true
			assert.Equal(t, len(r) > 1, isTitle(r, 0), word)
			sexed, i := sexOfTitle(r) != identity.SexUnknown, slices.Index(left, word)
			assert.NotEqual(t, sexed, i >= 0, "%s: in words.tsv or in the list of the test", word)
			if i >= 0 {
				left = slices.Delete(left, i, i+1)
			}
		}
	}
	assert.Empty(t, left, "no titles")
	for _, cells := range readertest.Table(t, wordTable, 2, 1) {
		if cells[0] != "male" && cells[0] != "female" {
			continue
		}
		for word := range strings.SplitSeq(cells[1], "|") {
			assert.True(t, titles[word], "%s: no cue", word)
			assert.False(t, isWord(w.male, []rune(word)) && isWord(w.female, []rune(word)), word)
		}
	}
}

// TestRelatives has relatives after a name and 的.
func TestRelatives(t *testing.T) {
	for _, word := range strings.Fields("亲友 亲属 亲戚 同事 家人 家属 朋友 母亲 爱人 父亲 父母 紧急联系人 联系人 妻子 儿子") {
		assert.True(t, isRelative([]rune("的"+word), 1), word)
	}
	for _, word := range strings.Fields("借款 单位 先生 其") {
		assert.False(t, isRelative([]rune("的"+word), 1), word)
	}
}

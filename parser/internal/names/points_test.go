package names

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/readertest"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
	"github.com/dunsms/dunsms/parser/internal/scantest"
)

// newFinder returns a finder of names in a line, as Find makes it.
func newFinder(l *scan.Line) finder {
	return finder{
		Line:    l,
		hasCard: slices.ContainsFunc(l.Tokens, func(t scan.Token) bool { return t.Kind == scan.Card }),
		dotted:  slices.ContainsFunc(l.Runes, isDot),
	}
}

// reasons returns the reasons for and against the candidate that ‹…› marks in a text;
// ok is false where it is none.
func reasons(t *testing.T, text string) (all []Reason, ok bool) {
	t.Helper()
	l, start, end := scantest.ReadMarked(t, text)
	f := newFinder(l)
	for _, c := range f.candidates(start, nil) {
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
	assert.Len(t, loadPoints().of, int(WrittenWordEnds)+1)
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
	uses := map[string]func(r []rune, i int) bool{
		"female":    func(r []rune, i int) bool { return beginsWord(loadWords().female, r, i) },
		"male":      func(r []rune, i int) bool { return beginsWord(loadWords().male, r, i) },
		"collector": isCollector, "relative": isRelative, "title": isTitle,
		"never_in":   func(r []rune, i int) bool { return loadWords().neverIn.Has(r[i]) },
		"never_last": func(r []rune, i int) bool { return loadWords().neverLast.Has(r[i]) },
	}
	for _, cells := range readertest.Table(t, wordTable, 2, 1) {
		use, list := cells[0], strings.Split(cells[1], "|")
		is := uses[use]
		require.NotNil(t, is, use)
		delete(uses, use)
		if strings.HasPrefix(use, "never") {
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

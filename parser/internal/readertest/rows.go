// Package readertest has what the tests of the readers share: tables of inputs, the
// laws that every reader obeys, and other projects' tables. Only tests import it.
package readertest

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// Fold returns text with its characters folded, and no separators removed. Bytes that are
// not UTF-8 become U+FFFD.
func Fold(text string) []rune { return new(fold.Text).Word(strings.ToValidUTF8(text, "\uFFFD")) }

// Reader reads something at r[i:] and returns its end, or i if there is none.
type Reader func(r []rune, i int) (end int)

// Find runs read at i as a scanner does: not within letters and digits.
func (read Reader) Find(r []rune, i int) (start, end int) {
	if runes.AlnumAt(r, i-1) {
		return i, i
	}
	return i, read(r, i)
}

// Finder is like Reader for what may begin before i. end is start if there is none.
type Finder func(r []rune, i int) (start, end int)

// Pieces returns what find finds in a folded text, read from left to right.
func Pieces(text string, find Finder) []string {
	r := []rune(text)
	var pieces []string
	for i := 0; i < len(r); {
		start, end := find(r, i)
		if end > start {
			pieces = append(pieces, string(r[start:end]))
			i = end
			continue
		}
		i++
	}
	return pieces
}

// Row is a folded text, the pieces that a reader finds in it, separated by |, and why,
// unless it is obvious. It is an alias, so that tables may leave out the names of its
// fields.
type Row = struct{ In, Want, Why string }

// CheckRows asserts that find finds in each row's text what the row says.
func CheckRows(t *testing.T, find Finder, rows []Row) {
	t.Helper()
	seen := map[string]bool{}
	for _, row := range rows {
		assert.False(t, seen[row.In], "%s: twice in the table", row.In)
		seen[row.In] = true
		assert.Equal(t, split(row.Want), Pieces(row.In, find), "%s (%s)", row.In, row.Why)
	}
}

func split(want string) []string {
	if want == "" {
		return nil
	}
	return strings.Split(want, "|")
}

// BarRow is a message in which a bar comes before what is to be read, and what is read
// there, in the form that the test writes. It is an alias, like Row.
type BarRow = struct{ Name, In, Want, Why string }

// AtBar returns a message, folded and without its bar, and the index where the bar was.
func AtBar(t testing.TB, in string) ([]rune, int) {
	t.Helper()
	before, after, ok := strings.Cut(in, "|")
	require.True(t, ok, "a row has a bar")
	return Fold(before + after), len(Fold(before))
}

// CheckBarRows runs each row as a subtest. show writes what is read at i.
func CheckBarRows(t *testing.T, show func(r []rune, i int) string, rows []BarRow) {
	for _, row := range rows {
		t.Run(row.Name, func(t *testing.T) {
			r, i := AtBar(t, row.In)
			assert.Equal(t, row.Want, show(r, i), row.Why)
		})
	}
}

// Contexts are texts in which a piece may occur. § is its place.
var Contexts = []string{
	"§",
	"请联系§办理",
	"请点击§还款",
	"【某某金融】尊敬的客户§,请处理",
	"(§)",
	"（§）",
	"[§]",
	"【§】",
	"为:§。",
	"为 § ,",
	"见§，谢谢",
	"见§；谢谢",
	"见§、谢谢",
	"见§!谢谢",
	"见“§”谢谢",
	"见《§》谢谢",
	"欠款1234.56元，§",
	"§\n回t退订",
	"\n§",
	"见§?",
	"😀§😀",
	"详询:§",
}

// Plant asserts that read finds exactly piece in every context.
func Plant(t *testing.T, read Reader, piece string) {
	t.Helper()
	for _, context := range Contexts {
		text := strings.Replace(context, "§", piece, 1)
		start := len([]rune(context[:strings.Index(context, "§")]))
		assert.Equal(t, start+len([]rune(piece)), read([]rune(text), start), "%s in %s", piece, context)
	}
}

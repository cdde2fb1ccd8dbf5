package scan

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/number"
)

// kinds returns the pieces of a text that are tokens of each kind, cues aside.
func kinds(l *Line) map[Kind][]string {
	pieces := map[Kind][]string{}
	for k := l.Next(-1); k < len(l.Tokens); k = l.Next(k) {
		if t := &l.Tokens[k]; t.Kind != Cue {
			pieces[t.Kind] = append(pieces[t.Kind], string(l.Runes[t.Start:t.End]))
		}
	}
	return pieces
}

// TestChains reads lists of numbers with one mark between: members that are
// something by themselves are that; after four that are nothing the others are
// nothing, too.
func TestChains(t *testing.T) {
	pieces := func(list, mark string) []string { return strings.Split(list, mark) }
	for _, row := range []struct {
		text string
		want map[Kind][]string
	}{
		{"欠款1000.00元/2000.00元/3000.00元/4000.00元/5000.00元/6000.00元",
			map[Kind][]string{Amount: pieces("1000.00元/2000.00元/3000.00元/4000.00元/5000.00元/6000.00元", "/")}},
		{"逾期请致电13812345678/13912345678/13712345678/13612345678/13512345678/13412345678",
			map[Kind][]string{Phone: pieces("13812345678/13912345678/13712345678/13612345678/13512345678/13412345678", "/")}},
		{"逾期请致电400-000-1234/400-000-5678/400-000-1235/400-000-5679/400-000-1236/400-000-5670",
			map[Kind][]string{Phone: pieces("400-000-1234/400-000-5678/400-000-1235/400-000-5679/400-000-1236/400-000-5670", "/")}},
		{"欠款1000.00/2000.00/3000.00/4000.00/5000.00元",
			map[Kind][]string{Number: pieces("1000.00/2000.00/3000.00/4000.00", "/"), Amount: {"5000.00元"}}},
	} {
		l := read(row.text)
		assert.Equal(t, row.want, kinds(l), row.text)
		for _, a := range l.Amounts {
			assert.Positive(t, a.Fen, row.text)
		}
	}
	for _, mark := range []string{"-", "/", "~", ":"} {
		list := strings.Repeat("99"+mark, 12) + "99"
		found := kinds(read("借款逾期" + list))
		assert.Equal(t, pieces(list, mark), slices.Concat(found[Number], found[Skipped]), list)
		assert.LessOrEqual(t, len(found[Number]), 1, "%s: the first or the last", list)
	}
	list := strings.Repeat("99+", 12) + "99"
	assert.Equal(t, map[Kind][]string{Number: pieces(list, "+")}, kinds(read("借款逾期"+list)), "no chain")
	assert.Empty(t, kinds(read("借款逾期1-1-1-1-1-1-1-1-1"))[Number])
}

// TestLongMasks: the end of a masked number, however long, is no number.
func TestLongMasks(t *testing.T) {
	for stars := range 140 {
		for _, piece := range []string{"*", "1*", "**1", "1,*"} {
			for _, a := range read("借款逾期欠款" + strings.Repeat(piece, stars+1) + "34.56元").Amounts {
				assert.NotEqual(t, number.Exact, a.Precision, "%d times %s", stars+1, piece)
			}
		}
	}
}

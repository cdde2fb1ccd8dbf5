package parser

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// shapeReader is the form that all shape readers share.
type shapeReader func(r []rune, i int) (end int)

func phoneReader(r []rune, i int) int {
	_, end := readPhone(r, i)
	return end
}

func dateReader(r []rune, i int) int {
	_, end := readDate(r, i)
	return end
}

func monthReader(r []rune, i int) int {
	_, end := readMonth(r, i)
	return end
}

func monthDayReader(r []rune, i int) int {
	_, end := readMonthDay(r, i)
	return end
}

// shapeRow is a folded text and the pieces that one reader finds in it, read
// from left to right.
type shapeRow struct {
	in   string
	want string // pieces, divided by |; "" is none
	why  string // where it is not plain
}

// piecesOf tries read at every start of the text, as a scanner does, and goes
// on behind what it has found. A link may also be found from a dot.
func piecesOf(read shapeReader, text string, links bool) []string {
	r := []rune(text)
	var pieces []string
	for i := 0; i < len(r); {
		start, end := i, i
		if !isAlnumAt(r, i-1) {
			end = read(r, i)
		}
		if links && end == i && r[i] == '.' {
			start, end = readHanLink(r, i)
		}
		if end > start {
			pieces = append(pieces, string(r[start:end]))
			i = end
			continue
		}
		i++
	}
	return pieces
}

func split(want string) []string {
	if want == "" {
		return nil
	}
	return strings.Split(want, "|")
}

func runShapeRows(t *testing.T, read shapeReader, links bool, rows []shapeRow) {
	t.Helper()
	seen := map[string]bool{}
	for _, row := range rows {
		assert.False(t, seen[row.in], "%s: twice in the table", row.in)
		seen[row.in] = true
		assert.Equal(t, split(row.want), piecesOf(read, row.in, links), "%s (%s)", row.in, row.why)
	}
}

// contexts are what a shape may stand between: § is its place.
var contexts = []string{
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

// plant checks that read finds exactly shape in every context.
func plant(t *testing.T, read shapeReader, shape string) {
	t.Helper()
	for _, context := range contexts {
		text := strings.Replace(context, "§", shape, 1)
		start := len([]rune(context[:strings.Index(context, "§")]))
		r := []rune(text)
		assert.Equal(t, start+len([]rune(shape)), read(r, start), "%s in %s", shape, context)
	}
}

package number

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// showAmount writes what ReadAmount reads at i: "bare" is an amount that is not
// marked, "skip" what is consumed without being one, "none" nothing.
func showAmount(r []rune, i int) string {
	a, end := ReadAmount(r, i)
	text := string(r[i:end])
	switch {
	case end == i:
		return "none"
	case a.foreign:
		return "foreign " + text
	case a.Precision == "":
		return "skip " + text
	}
	value := fmt.Sprintf("%d %s", a.Fen, a.Precision)
	switch a.Precision {
	case Range:
		value = fmt.Sprintf("%d-%d range", a.Fen, a.MaxFen)
	case Masked:
		value = "masked"
	}
	switch {
	case a.Points:
		text = "points " + text
	case !a.Marked:
		text = "bare " + text
	}
	return text + ": " + value
}

var amountRows = slices.Concat(arabicAmountRows, hanAmountRows, oddAmountRows, unclearAmountRows, dividedAmountRows)

func TestReadAmount(t *testing.T) { readertest.CheckBarRows(t, showAmount, amountRows) }

// TestReadAmountPlanted reads each marked amount between other words: the text
// and the value stay, where no word of precision is added.
func TestReadAmountPlanted(t *testing.T) {
	contexts := [][2]string{
		{"", ""}, {"您的欠款为", "，请还款"}, {"逾期25天，本金", "、罚息"}, {"(", ")"}, {"尾号1234,", "。"},
		{"应还:", "已逾期"}, {"【某某金融】", "\n回T退订"}, {"合计 ", " 请尽快"}, {"“", "”"}, {"欠款金额是", "；"},
	}
	for _, row := range amountRows {
		text, _, marked := strings.Cut(row.Want, ": ")
		if !marked || strings.HasPrefix(text, "bare") || strings.HasPrefix(text, "points") || strings.Contains(text, "块五") || strings.HasSuffix(text, "块5") {
			continue
		}
		r := readertest.Fold(text)
		alone := showAmount(r, 0)
		for k, c := range contexts {
			before := readertest.Fold(c[0])
			planted := append(append(before, r...), readertest.Fold(c[1])...)
			assert.Equal(t, alone, showAmount(planted, len(readertest.Fold(c[0]))), "%s in context %d", row.Name, k)
		}
	}
}

func TestReadAmountAllocates(t *testing.T) {
	r, i := readertest.AtBar(t, "欠款约|人民币1,234.56元左右")
	ReadAmount(r, i) // loads the tables
	assert.Zero(t, testing.AllocsPerRun(100, func() { ReadAmount(r, i) }))
}

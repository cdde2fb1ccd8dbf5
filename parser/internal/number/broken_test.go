package number

import (
	"testing"

	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestBrokenTables(t *testing.T) {
	precision, currencies, compounds := tsvtest.Reading(newPrecision), tsvtest.Reading(newCurrencies), tsvtest.Reading(newCompounds)
	headings := tsvtest.Reading(newHeadings)
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"precision.tsv", "after\t左右\tabout\nbefore\t约", "2 columns, not 3", precision},
		{"precision.tsv", "before\t约\troughly", "unknown precision", precision},
		{"precision.tsv", "before\t约\tmasked", "unknown precision", precision},
		{"precision.tsv", "after\t左右\tabout\naround\t约\tabout", "unknown side", precision},
		{"currencies.tsv", "yuan\t元\t人民币", "3 columns, not 2", currencies},
		{"currencies.tsv", "yuan\t元\n\ncoin\t分", "unknown sort", currencies},
		{"addends.tsv", "利", "1 columns, not 2", func(text string) { newAddends(text) }},
		{"compounds.tsv", "元旦\tany", "2 columns, not 3", compounds},
		{"compounds.tsv", "元旦\tany\t3元旦\n元月\tnear\t3，元月", "unknown place", compounds},
		{"headings.tsv", "unit\t元\t100", "3 columns, not 4", headings},
		{"headings.tsv", "unit\t元\t100\t(元)\ncoin\t分\t1\t(分)", "unknown kind", headings},
		{"headings.tsv", "unit\t元\t-\t(元)", "no worth in fen", headings},
	})
}

package fold

import (
	"testing"

	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestBrokenTables(t *testing.T) {
	lookAlikes := func(text string) { newSpellings(text, "") }
	pinyins := func(text string) { newSpellings("", text) }
	singles := func(text string) { newSingles(text) }
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"lookalike.tsv", "加薇\t加微", "2 columns, not 3", lookAlikes},
		{"pinyin.tsv", "逾期", "1 columns, not 2", pinyins},
		{"pinyin.tsv", "还款\thuan kuan\n逾期\tyuqi", "not a syllable for each character", pinyins},
		{"pinyin.tsv", "逾期\tyu qi kuan", "not a syllable for each character", pinyins},
		{"singles.tsv", "verb\t请", "2 columns, not 4", singles},
		{"singles.tsv", "verb\t请|还款\t请 还款\t请还 款", "not a single character", singles},
	})
}

package calendar

import (
	"testing"

	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestBrokenTables(t *testing.T) {
	compounds, lunar := tsvtest.Reading(newCompounds), tsvtest.Reading(newLunar)
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"compounds.tsv", "日元\tword\t3日元\n日前\tday", "2 columns, not 3", compounds},
		{"after_units.tsv", "verb\t请\t期请", "3 columns, not 4", func(text string) { newAfterUnits(text) }},
		{"after_units.tsv", "verb\t请还\t期请\t期限", "not a single character", func(text string) { newAfterUnits(text) }},
		{"compounds.tsv", "日元\tyen\t3日元", "unknown sense", compounds},
		{"lunar.tsv", "month\t正", "2 columns, not 3", lunar},
		{"lunar.tsv", "month\t正\t正月初五\nyear\t丙午\t丙午年", "unknown kind", lunar},
	})
}

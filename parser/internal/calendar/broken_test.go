package calendar

import (
	"testing"

	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestBrokenTables(t *testing.T) {
	compounds := tsvtest.Reading(newCompounds)
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"compounds.tsv", "日元\tword\t3日元\n日前\tday", "2 columns, not 3", compounds},
		{"compounds.tsv", "日元\tyen\t3日元", "unknown sense", compounds},
	})
}

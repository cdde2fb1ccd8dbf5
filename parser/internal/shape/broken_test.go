package shape

import (
	"testing"

	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestBrokenTables(t *testing.T) {
	topLevel, neighbours := tsvtest.Reading(newTopLevel), tsvtest.Reading(newNeighbours)
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"tld.txt", "cn\ncom\tnet", "2 columns, not 1", topLevel},
		{"neighbours.tsv", "call\t打", "2 columns, not 3", neighbours},
		{"neighbours.tsv", "call\t打\t请打95588\ncalls\t拨\t请拨95588", "unknown place", neighbours},
	})
}

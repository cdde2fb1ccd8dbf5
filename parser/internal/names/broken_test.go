package names

import (
	"testing"

	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestBrokenTables(t *testing.T) {
	points, words := tsvtest.Reading(newPoints), tsvtest.Reading(newWords)
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"points.tsv", "Reason\tbefore_head\tsays\t3\thit", "5 columns, not 6", points},
		{"points.tsv", "Reason\tbefore_head\tsays\t3\thit\tmiss\nPoint\tbefore_mark\tsays\tone\thit\tmiss", "points are no number", points},
		{"words.tsv", "title\t先生\t女士", "3 columns, not 2", words},
		{"words.tsv", "title\t先生\ntitles\t女士", "unknown use", words},
	})
}

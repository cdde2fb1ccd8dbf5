package names

import (
	"testing"

	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestBrokenTables(t *testing.T) {
	points, words := tsvtest.Reading(newPoints), tsvtest.Reading(newWords)
	const uses = "collector\t经理\ncounts\t宗\nfamiliar\t哥\nfemale\t女士\nforeign\t阿\nnever_end\t卡\nnever_in\t不\nnickname\t老\nno_name\t房东\nparticle\t和\n"
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"points.tsv", "Reason\tbefore_head\tsays\t3\thit", "5 columns, not 6", points},
		{"points.tsv", "Reason\tbefore_head\tsays\t3\thit\tmiss\nPoint\tbefore_mark\tsays\tone\thit\tmiss", "points are no number", points},
		{"words.tsv", "male\t先生\t女士", "3 columns, not 2", words},
		{"words.tsv", "male\t先生\ntitles\t女士", "unknown use", words},
		{"words.tsv", "male\t先生\nfemale\t女士\nmale\t大哥", "use stands twice", words},
		{"words.tsv", "never_in\t不与\nnever_in\t么", "use stands twice", words},
		{"words.tsv", "male\t先生|", "empty word", words},
		{"words.tsv", "never_in\t", "empty word", words},
		{"words.tsv", uses + "never_last\t与", "a use is missing", words},
		{"words.tsv", uses + "male\t先生", "a use is missing", words},
	})
}

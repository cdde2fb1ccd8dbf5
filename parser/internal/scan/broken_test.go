package scan

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestBrokenTables(t *testing.T) {
	says, contexts, fillers, joints := tsvtest.Reading(newContextNames), tsvtest.Reading(readContexts), tsvtest.Reading(newFillers), tsvtest.Reading(newJoints)
	var words []string
	for i := range 65 {
		words = append(words, fmt.Sprintf("Context\tword%d\tsays", i))
	}
	const word = "Context\tago\tsays\n"
	const row = "sum\tbefore\tbeside\tall_told\t=\thit\tmiss\n"
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"context_names.tsv", word + "Target\tsum", "2 columns, not 3", says},
		{"context_names.tsv", word + "Side\tbefore\tsays", "unknown type", says},
		{"context_names.tsv", strings.Join(words, "\n"), "no bit is left", says},
		{"contexts.tsv", row + "sum\tbefore\tbeside\tall_told\t=\thit", "6 columns, not 7", contexts},
		{"contexts.tsv", row + "sums\tbefore\tbeside\tall_told\t=\thit\tmiss", "unknown target", contexts},
		{"contexts.tsv", row + "sum\tbehind\tbeside\tall_told\t=\thit\tmiss", "unknown side", contexts},
		{"contexts.tsv", row + "sum\tbefore\tnearby\tall_told\t=\thit\tmiss", "unknown place", contexts},
		{"contexts.tsv", row + "sum\tbefore\tnear 2\tall_told\t=\thit\tmiss", "unknown place", contexts},
		{"contexts.tsv", row + "sum\tbefore\tclause\tall_told\t=\thit\tmiss", "unknown place", contexts},
		{"contexts.tsv", row + "sum\tbefore\tclause 64\tall_told\t=\thit\tmiss", "unknown place", contexts},
		{"contexts.tsv", row + "sum\tbefore\tsentence -1\tall_told\t=\thit\tmiss", "unknown place", contexts},
		{"contexts.tsv", row + "sum\tbefore\tbeside\tall_told,all\t=\thit\tmiss", "unknown context", contexts},
		{"fillers.tsv", "adverb\t约\thit\tmiss\nadverb\t约", "2 columns, not 4", fillers},
		{"joints.tsv", "adds\t及\thit\tmiss\nadds\t和", "2 columns, not 4", joints},
		{"joints.tsv", "adds\t及\thit\tmiss\nadd\t和\thit\tmiss", "unknown kind", joints},
	})
}

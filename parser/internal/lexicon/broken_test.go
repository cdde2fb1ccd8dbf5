package lexicon

import (
	"strings"
	"testing"

	"github.com/dunsms/dunsms/internal/tsvtest"
)

func TestBrokenTables(t *testing.T) {
	senses, roles, cues := tsvtest.Reading(newSenses), tsvtest.Reading(newRoles), tsvtest.Reading(builtinCues)
	lenders := func(text string) { newLenders(text, nil) }
	words := tsvtest.Reading(newLenderWords)
	const sense = "Sense\tlate\tsays\tyes\thit\tmiss\n"
	tsvtest.CheckBroken(t, []tsvtest.Broken{
		{"senses.tsv", sense + "Sense\tlater\tsays\tyes\thit", "5 columns, not 6", senses},
		{"senses.tsv", sense + "Senses\tlater\tsays\tyes\thit\tmiss", "unknown type, or no bit is left", senses},
		{"senses.tsv", strings.TrimSuffix(strings.Repeat(sense, 65), "\n"), "unknown type, or no bit is left", senses},
		{"senses.tsv", "Mention\thint:late\tsays\tyes\thit\tmiss", "unknown group", senses},
		{"senses.tsv", "Mention\tlate\tsays\tyes\thit\tmiss", "unknown group", senses},
		{"senses.tsv", sense + "Sense\tlater\tsays\ty\thit\tmiss", "neither yes nor -", senses},
		{"senses.tsv", sense + "Sense\tlater\tsays\t\thit\tmiss", "neither yes nor -", senses},
		{"roles.tsv", "fee\t-\t-\t-\t-\tfee\tsums\t3\ntotal\ty\t0\t1\t3\tfee\t-\t0", "neither yes nor -", roles},
		{"roles.tsv", "fee\t-\t-\t-\t-\tfee\tyes\t3", "neither sums nor -", roles},
		{"roles.tsv", "fee\t-\t-\t-\t-\tfee\tsums\t3\ntotal\t-\t0\t1\t3\tfees\t-\t0", "unknown role in a receipt", roles},
		{"roles.tsv", "fee\t-\t-\t-\t-\t\tsums\t3", "unknown role in a receipt", roles},
		{"roles.tsv", "fee\t-\t-\t-\t-\tfee\tsums", "7 columns, not 8", roles},
		{"roles.tsv", "fee\t-\t-\t-\t-\tfee\tsums\t3\ntotal\t-\t0\t1\t9\tother\t-\t0", "a rank is 0 to 8, or -", roles},
		{"roles.tsv", "total\t-\t-1\t1\t3\tother\t-\t0", "a rank is 0 to 8, or -", roles},
		{"roles.tsv", "total\t-\t\t1\t3\tother\t-\t0", "a rank is 0 to 8, or -", roles},
		{"roles.tsv", "total\t-\t0\t1\t3\tother\t-\t-", "a rank is 0 to 8, or -", roles},
		{"cues.tsv", "逾期\tlate\n欠款", "not two or four columns", cues},
		{"cues.tsv", "欠款\tdebt\n逾期\tlater", "unknown meaning", cues},
		{"cues.tsv", "{on_time}还款\tnone", "unknown part", cues},
		{"cues.tsv", strings.Repeat("逾", MaxWord+1) + "\tlate", "word too long", cues},
		{"gate.tsv", "逾期\t3\t0\n逾𠮷\t3\t0", "a character beyond the first plane", tsvtest.Reading(newScale)},
		{"lenders.tsv", "中国银行\tstate_bank\t中行\t\tNFRA-2025-12-31\tA", "6 columns, not 7", lenders},
		{"lender_words.tsv", "lead\t在\nlead", "1 columns, not 2", words},
		{"lender_words.tsv", "lead\t在\nleads\t拖欠", "unknown use", words},
	})
}

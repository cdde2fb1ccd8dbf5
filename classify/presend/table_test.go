package presend

import (
	"bufio"
	"encoding/json"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify/conduct"
)

// rows returns the columns of the rows of a table.
func rows(table string) (all [][]string) {
	for row := range strings.Lines(table) {
		if !strings.HasPrefix(row, "#") {
			all = append(all, strings.Split(strings.TrimSuffix(row, "\n"), "\t"))
		}
	}
	return all
}

func TestTable(t *testing.T) {
	var order []string
	for _, c := range rows(findingsTSV) {
		require.Len(t, c, 9, c[0])
		require.NotContains(t, c, "", c[0])
		assert.Contains(t, []Part{PartRecord, PartRule, PartLook}, Part(c[1]))
		assert.Contains(t, []string{"yes", "-"}, c[2])
		assert.True(t, c[2] == "-" || Part(c[1]) == PartRecord, c[0])
		order = append(order, c[0])
	}
	assert.True(t, slices.IsSorted(order))
	assert.Equal(t, order, Codes(), "a code comes twice")
}

func TestCues(t *testing.T) {
	var order []string
	for _, c := range rows(cuesTSV) {
		require.Len(t, c, 2)
		assert.Contains(t, []string{"again", "agreed", "asked_before", "born", "collector", "denied", "due_after", "due_before", "each_after", "each_before", "earlier", "field", "firm_ending", "first", "for_other", "gift", "greeted_as", "greeting_after", "greeting_before", "head", "heading", "hello", "holder", "id_word", "including", "instalment", "institution", "last_before", "late_after", "late_before", "left_before", "more_of", "next_before", "no_name", "no_person", "not_date_after", "not_days_after", "not_days_before", "not_due_after", "not_due_before", "not_periods_after", "not_periods_before", "number_of_other", "numbered", "of_other", "other_person", "over_before", "owed", "paid", "paid_after", "paid_before", "paid_word", "passed_on", "payer_before", "pays_from", "person", "phone_own", "phone_word", "promised", "public_line", "reader", "settled_before", "settlement", "signed_before", "since_after", "since_before", "tail", "title", "titled", "to_come_before", "unharmed", "unpaid_after", "warned", "was_due_after", "was_due_before", "whole_after", "whole_before"}, c[0])
		order = append(order, c[0]+"\t"+c[1])
	}
	assert.True(t, slices.IsSorted(order))
	assert.Len(t, slices.Compact(order), len(order))
}

// Each rule of package conduct is a code, and each code of the part is a rule.
func TestRulesAreThere(t *testing.T) {
	var want, got []string
	for _, r := range conduct.Builtin().Rules() {
		if r.Code != conduct.AfterObjection && r.Code != conduct.ContactFlood { // one notice does not break them
			want = append(want, r.Code)
		}
	}
	for _, code := range Codes() {
		if kinds()[code].part == PartRule {
			got = append(got, code)
		}
	}
	assert.Equal(t, want, got)
}

// Each code of package classify is a code here, or is left out for a reason.
func TestEvidenceIsThere(t *testing.T) {
	none := map[string]string{
		"CALLBACK_OWN":          "as it should be",
		"IF_PAID_IGNORE":        "as it should be",
		"NO_HANDLE":             "as it should be",
		"SENDER_106":            "as it should be",
		"SENDER_MOBILE":         "weighs nothing",
		"SENDER_OVERSEAS_TIES":  "depends on who gets it",
		"SENDER_OWN":            "as it should be",
		"SHOWS_AMOUNT_AND_DAYS": "as it should be",
		"SHOWS_ID":              "as it should be",
		"SIGNATURE_AT_END":      "carriers allow it",
		"SUM_DEAR":              "weighs nothing",
		"THREATENS_CREDIT":      "weighs nothing",
		"THREATENS_LAW":         "weighs nothing",
		"THREATENS_VISIT":       "weighs nothing",
	}
	data, err := os.ReadFile("../evidence.tsv")
	require.NoError(t, err)
	seen := 0
	for _, c := range rows(string(data)) {
		if slices.Contains([]string{"call", "link", "pay", "threat", "form", "sender", "detail"}, c[1]) {
			_, ok := kinds()[c[0]]
			assert.NotEqual(t, ok, none[c[0]] != "", c[0])
			seen++
		}
	}
	assert.Greater(t, seen, 40)
}

// samples yields the texts of the project's messages.
func samples(t *testing.T) iter.Seq[string] {
	t.Helper()
	files, err := filepath.Glob("../../testdata/sms/*.jsonl")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	return func(yield func(string) bool) {
		for _, name := range files {
			f, err := os.Open(name)
			require.NoError(t, err)
			defer f.Close()
			for lines := bufio.NewScanner(f); lines.Scan(); {
				var m struct{ Text string }
				require.NoError(t, json.Unmarshal(lines.Bytes(), &m))
				if !yield(m.Text) {
					return
				}
			}
		}
	}
}

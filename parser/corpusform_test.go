package parser_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

const corpusDir = "../testdata/corpus"

// corpusRow is a message of testdata/corpus, whose README says what the keys mean.
type corpusRow struct {
	labels
	Family       string     `json:"family"`
	Origin       string     `json:"origin"`
	Amounts      [][]string `json:"amounts"` // as written, role
	AmountFenAlt []int64    `json:"amount_fen_alt"`
	LenderAlt    []string   `json:"lender_alt"`
	Pair         string     `json:"pair"`
	Note         string     `json:"note"`
}

var (
	corpusKeys = strings.Fields("id text kind family origin amount_fen amounts overdue_days penalty_fen masked_id name lender phones urls third_party threats asks")
	corpusMore = strings.Fields("kind_alt amount_fen_alt name_alt lender_alt asks_optional threats_optional ambiguous pair note")

	corpusKinds   = strings.Fields("overdue reminder receipt other")
	corpusOrigins = strings.Fields("genuine scam unknown")
	corpusRoles   = strings.Fields("total overdue principal interest penalty fee minimum instalment discount credit_limit balance repaid disbursed offer other")
	corpusAsks    = strings.Fields("call_number click_link transfer add_contact give_code give_details download_app open_official_app scan_code share_screen reply")
	corpusThreats = strings.Fields("visit lawsuit police credit_record contact_family contact_employer contact_community publicise freeze blacklist repossess restrict harm")
)

// UnmarshalJSON takes an object with all of corpusKeys and any of corpusMore.
func (r *corpusRow) UnmarshalJSON(data []byte) error {
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(data, &keys); err != nil {
		return err
	}
	for _, key := range corpusKeys {
		if _, ok := keys[key]; !ok {
			return errors.New("a key is missing")
		}
		delete(keys, key)
	}
	for key, value := range keys {
		if !slices.Contains(corpusMore, key) || bytes.Equal(value, []byte("null")) {
			return errors.New("a key is unknown or null")
		}
	}
	type plain corpusRow
	return json.Unmarshal(data, (*plain)(r))
}

func TestCorpusForm(t *testing.T) {
	lots, err := filepath.Glob(filepath.Join(corpusDir, "*.jsonl"))
	require.NoError(t, err)
	require.NotEmpty(t, lots)
	sizes := map[string]int{}
	lotOf := map[string]string{} // by id
	for _, path := range lots {
		lot := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		rows := readRows[corpusRow](t, path)
		sizes[lot] = len(rows)
		idOf := map[string]string{} // by text
		for _, row := range rows {
			assert.Empty(t, row.faults(), "%s: %s", lot, row.ID)
			if other, ok := lotOf[row.ID]; ok {
				t.Errorf("%s: %s is an id of %s as well", lot, row.ID, other)
			}
			if other, ok := idOf[row.Text]; ok {
				t.Errorf("%s: %s has the text of %s", lot, row.ID, other)
			}
			lotOf[row.ID], idOf[row.Text] = lot, row.ID
		}
	}
	assert.Equal(t, corpusTable(t), sizes, "the table of the README (expected) and the files")
}

// corpusTable returns the number of rows of each lot as the README has it.
func corpusTable(t *testing.T) map[string]int {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(corpusDir, "README.md"))
	require.NoError(t, err)
	line := regexp.MustCompile(`(?m)^\| (\w+) \| (\d+) \| [^|]+ \|$`)
	sizes := map[string]int{}
	for _, m := range line.FindAllSubmatch(data, -1) {
		lot := string(m[1])
		assert.NotContains(t, sizes, lot, "two lines of the README")
		sizes[lot], err = strconv.Atoi(string(m[2]))
		require.NoError(t, err)
	}
	return sizes
}

// faults says what is wrong with a row, without a byte of its text.
func (r corpusRow) faults() []string {
	var faults []string
	check := func(ok bool, format string, args ...any) {
		if !ok {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	check(r.ID != "", "no id")
	check(r.Text != "", "no text")
	check(r.Family != "", "no family")
	check(slices.Contains(corpusOrigins, r.Origin), "unknown origin")
	kinds := append([]parser.Kind{r.Kind}, r.KindAlt...)
	check(fromSet(corpusKinds, kinds), "kinds are unknown or twice there")
	check(fromSet(corpusAsks, r.Asks, r.AsksOptional), "asks are unknown or twice there")
	check(fromSet(corpusThreats, r.Threats, r.ThreatsOptional), "threats are unknown or twice there")
	check(fromSet(slices.Concat(corpusKeys, corpusMore), r.Ambiguous), "ambiguous keys are unknown or twice there")

	owed := r.Kind == parser.KindOverdue || r.Kind == parser.KindReminder
	check(owed || r.AmountFen == nil && r.PenaltyFen == nil, "amount_fen or penalty_fen, but nothing is owed")
	check(r.Kind == parser.KindOverdue || r.OverdueDays == nil, "overdue_days, but not overdue")

	rest := r.Text
	for i, amount := range r.Amounts {
		if len(amount) != 2 {
			check(false, "amount %d is no text with a role", i)
			continue
		}
		_, after, found := strings.Cut(rest, amount[0])
		check(found && amount[0] != "", "amount %d is not in the text after those before", i)
		check(slices.Contains(corpusRoles, amount[1]), "amount %d has an unknown role", i)
		if found {
			rest = after
		}
	}

	for _, quoted := range []struct {
		key    string
		values []string
	}{
		{"name", one(r.Name)}, {"lender", one(r.Lender)}, {"masked_id", one(r.MaskedID)}, {"phones", r.Phones}, {"urls", r.URLs},
	} {
		for _, value := range quoted.values {
			check(value != "" && strings.Contains(r.Text, value), "%s: not in the text", quoted.key)
		}
	}
	// Alternatives may be in plain spelling where the text disguises a name.
	check(!slices.Contains(r.NameAlt, r.Name), "name_alt has the name")
	check(!slices.Contains(r.LenderAlt, r.Lender), "lender_alt has the lender")
	return faults
}

// fromSet reports whether all words are of the set, each once in all lists.
func fromSet[T ~string](set []string, lists ...[]T) bool {
	var seen []T
	for _, word := range slices.Concat(lists...) {
		if !slices.Contains(set, string(word)) || slices.Contains(seen, word) {
			return false
		}
		seen = append(seen, word)
	}
	return true
}

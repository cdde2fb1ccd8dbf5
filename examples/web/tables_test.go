package main

import (
	"io/fs"
	"maps"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/examples/web/answer"
	"github.com/dunsms/dunsms/parser"
)

// source returns the files of the page whose names end so, one after the other.
func source(t *testing.T, ends ...string) string {
	t.Helper()
	var b strings.Builder
	require.NoError(t, fs.WalkDir(pageFiles, "page", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(name, end) }) {
			return err
		}
		data, err := pageFiles.ReadFile(name)
		b.Write(data)
		return err
	}))
	require.NotEmpty(t, b.String())
	return b.String()
}

// codes are the words of the library that the page says, by the part of the table of package
// plain that has them.
var codes = map[string]string{
	"account":    "wechat qq alipay bank_card card_tail contract order",
	"answer":     "yes no unknown",
	"ask":        "call_number click_link transfer add_contact give_code download_app open_official_app scan_code share_screen give_details reply",
	"confidence": "low high certain",
	"fact":       factWords,
	"fact_why":   factWords,
	"field":      "name sex id phone",
	"fold":       "separators zero-width look-alike traditional",
	"notice":     "lender signatures name masked_id phone overdue due phones urls",
	"outcome":    "agree disagree",
	"role":       "total overdue principal interest penalty fee minimum instalment discount credit_limit balance repaid disbursed offer other",
	"signal":     "opt_out if_paid_ignore not_you_ignore card_frozen debt_settlement credit_repair upfront_fee insult extortion deadline_hours daily_rate evasion assignee collector criminal_charge",
	"threat":     "visit lawsuit police credit_record contact_family contact_employer publicise freeze blacklist repossess restrict contact_community harm",
	"trust":      "A B C own",
	"verdict":    "genuine mistake identity_theft scam",
	"within":     "now today",
}

// ownCodes are what the page itself puts together, by the part of words.tsv that has them.
var ownCodes = map[string]string{
	"app":    "name short",
	"letter": "mistake identity_theft",
	"sample": "mistake scam identity_theft genuine undetermined other",
	"state":  "loading.title loading.text unloaded.title unloaded.text empty.title empty.text too_long.title too_long.text failed.title failed.text",
	"wrong":  "id_number.bad_length id_number.bad_character id_number.no_such_province id_number.no_such_date id_number.check_digit phone.bad_length phone.bad_character",
}

const factWords = "harmed has_account received_money shown_in_app lender_confirms sender_confirmed number_on_other_record on_credit_report repaid amount_agrees knows_named overseas_ties"

// words.tsv is sorted and has a row for all that the page says, and for nothing
// else.
func TestWords(t *testing.T) {
	table, err := words(wordsTSV)
	require.NoError(t, err)
	var keys []string
	for row := range strings.Lines(wordsTSV) {
		if key, _, _ := strings.Cut(row, "\t"); !strings.HasPrefix(row, "#") {
			keys = append(keys, key)
			require.NotContains(t, table[key], "", key)
			for _, place := range []string{"{0}", "{1}", "{2}"} {
				require.Equal(t, strings.Contains(table[key][0], place), strings.Contains(table[key][1], place), key)
			}
		}
	}
	assert.True(t, slices.IsSorted(keys))

	said := map[string]bool{}
	for part, all := range ownCodes {
		for code := range strings.FieldsSeq(all) {
			said[part+"."+code] = true
		}
	}
	parts := map[string]bool{}
	for _, key := range keys {
		part, _, _ := strings.Cut(key, ".")
		parts[part] = true
	}
	for _, m := range regexp.MustCompile(`"([a-z]+)\.([a-z_]+)"`).FindAllStringSubmatch(source(t, ".js", ".html"), -1) {
		_, rows := table[m[1]+"."+m[2]+".title"] // the beginning of keys
		if parts[m[1]] && m[2] != "js" && !rows {
			said[m[1]+"."+m[2]] = true
		}
	}
	assert.Equal(t, keys, slices.Sorted(maps.Keys(said)))

	for part, all := range codes {
		assert.False(t, parts[part], "%s is of package plain", part)
		for code := range strings.FieldsSeq(all) {
			assert.Contains(t, table, part+"."+code)
		}
	}
}

// The questions of the page are the facts, each once.
func TestFacts(t *testing.T) {
	list := regexp.MustCompile(`(?s)const facts = \[(.*?)\]`).FindStringSubmatch(source(t, ".js"))
	require.Len(t, list, 2)
	var asked []string
	for _, m := range regexp.MustCompile(`"(\w+)"`).FindAllStringSubmatch(list[1], -1) {
		asked = append(asked, m[1])
	}
	assert.Equal(t, strings.Fields(factWords), asked)
	var facts []string
	for _, f := range reflect.VisibleFields(reflect.TypeFor[classify.Facts]()) {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		facts = append(facts, key)
	}
	assert.ElementsMatch(t, facts, asked)
}

func TestBadTables(t *testing.T) {
	for _, tsv := range []string{"a\tb\n", "a\tb\tc\td\n", "a\tb\tc\na\tb\tc\n", "verdict.scam\tb\tc\n"} {
		_, err := words(tsv)
		assert.ErrorIs(t, err, errWords)
	}
	for _, jsonl := range []string{"{", `{"key":"a","no_such":1}`, `{"facts":{"repaid":1}}`} {
		_, err := samples(jsonl)
		assert.ErrorIs(t, err, errSamples)
	}
}

// Each sample is what its name says.
func TestSamples(t *testing.T) {
	all, err := samples(samplesJSONL)
	require.NoError(t, err)
	var keys []string
	for _, s := range all {
		keys = append(keys, s.Key)
		q := answer.Question{Text: s.Text, Name: s.Name, IDNumber: s.IDNumber, Phone: s.Phone, Sender: s.Sender}
		for fact, said := range s.Facts {
			require.Contains(t, strings.Fields(codes["fact"]), fact)
			require.Contains(t, strings.Fields(codes["answer"]), said)
		}
		q.Facts = factsOf(t, s.Facts)
		if s.ReceivedAt != "" {
			q.ReceivedAt, err = time.Parse("2006-01-02T15:04", s.ReceivedAt)
			require.NoError(t, err)
		}
		a := answer.To(q)
		assert.Empty(t, a.Wrong, s.Key)
		want := classify.Verdict(s.Key)
		if s.Key == string(parser.KindOther) {
			want = classify.NotANotice
		}
		assert.Equal(t, want, a.Verdict, s.Key)
	}
	assert.ElementsMatch(t, strings.Fields(ownCodes["sample"]), keys)
}

func factsOf(t *testing.T, said map[string]string) (f classify.Facts) {
	t.Helper()
	for fact, to := range map[string]*classify.Answer{
		"has_account": &f.HasAccount, "shown_in_app": &f.ShownInApp, "on_credit_report": &f.OnCreditReport,
		"lender_confirms": &f.LenderConfirms, "number_on_other_record": &f.NumberOnOtherRecord,
		"repaid": &f.Repaid, "knows_named": &f.KnowsNamed, "harmed": &f.Harmed,
		"sender_confirmed": &f.SenderConfirmed, "received_money": &f.ReceivedMoney,
		"amount_agrees": &f.AmountAgrees, "overseas_ties": &f.OverseasTies,
	} {
		require.NoError(t, to.UnmarshalText([]byte(said[fact])))
	}
	return f
}

// The page reads nothing as HTML, keeps nothing, logs nothing, and needs nothing
// from elsewhere.
func TestPageSource(t *testing.T) {
	script := source(t, ".js") + workerJS
	for _, no := range []string{"innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "console.", "localStorage", "sessionStorage", "indexedDB", "document.cookie", "XMLHttpRequest", "WebSocket", "sendBeacon", "EventSource"} {
		assert.NotContains(t, script, no)
	}
	assert.Equal(t, 3, strings.Count(script, "fetch("), "of the module; of a file that is wanted later, in a worker that knows its name alone; of the files that the service worker keeps")
	everything := source(t, ".js", ".html", ".css")
	everything = strings.ReplaceAll(everything, "xmlns='http://www.w3.org/2000/svg'", "")
	assert.NotRegexp(t, `https?:|@import|url\(`, everything)
	assert.NotRegexp(t, `(?i) style=|<script>|<style| on[a-z]+=`, source(t, ".html"), "the policy would refuse it")
	assert.Equal(t, strings.Count(script, "export const maxBytes"), 0, "the limit is the parser's")
}

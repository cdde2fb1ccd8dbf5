package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/sheet"
	"github.com/dunsms/dunsms/examples/internal/smsbackup"
	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/parser"
)

// closedSets are the words that stand at a place of an answer.
var closedSets = map[string]string{
	"error.code":                "bad_json not_utf8 too_long bad_recipient bad_csv bad_eml bad_vmsg bad_xml",
	"notice.kind":               "overdue reminder receipt other",
	"notice.amount.role":        roleWords,
	"notice.penalty.role":       "penalty",
	"notice.amounts.role":       roleWords,
	"notice.amount.precision":   precisionWords,
	"notice.penalty.precision":  precisionWords,
	"notice.amounts.precision":  precisionWords,
	"notice.overdue.precision":  precisionWords,
	"notice.name.sex":           "male female",
	"notice.accounts.type":      "wechat qq alipay bank_card card_tail contract order",
	"notice.threats.type":       "visit lawsuit police credit_record contact_family contact_employer publicise freeze blacklist repossess restrict contact_community harm",
	"notice.asks.type":          "call_number click_link transfer add_contact give_code download_app open_official_app scan_code share_screen give_details reply",
	"notice.signals.type":       "opt_out if_paid_ignore not_you_ignore card_frozen debt_settlement credit_repair upfront_fee insult extortion deadline_hours daily_rate evasion assignee collector criminal_charge",
	"notice.signals.fold":       "separators zero-width look-alike traditional",
	"comparison.outcome":        outcomeWords,
	"comparison.fields.outcome": outcomeWords,
	"comparison.fields.field":   "name sex id phone",
	"assessment.verdict":        "undetermined genuine mistake identity_theft scam not_a_notice",
	"assessment.leading":        storyWords,
	"assessment.confidence":     "none low high certain",
	"assessment.sender.status":  "confirmed denied unverified no_handle",
	"assessment.ask_next.fact":  factWords,
	"steps.trust":               "A B C own",
	"breaches.trust":            "A B C",
	"breaches.also.trust":       "A B C",
}

const (
	roleWords      = "total overdue principal interest penalty fee minimum instalment discount credit_limit balance repaid disbursed offer other"
	precisionWords = "exact about at_least at_most range masked"
	outcomeWords   = "unknown agree disagree"
	storyWords     = "genuine mistake identity_theft scam"
	factWords      = "has_account shown_in_app on_credit_report lender_confirms number_on_other_record repaid knows_named sender_confirmed received_money amount_agrees overseas_ties harmed"
)

// errorMessages are all that an error may say.
var errorMessages = regexp.MustCompile(`^(?:` +
	`the line is not one JSON object|(?:the line|recipient|facts) is not an object|a key comes twice` +
	`|(?:a key|the key [a-zA-Z_][a-zA-Z_0-9]{0,39})(?: of recipient| of facts)? is unknown; the known keys are [a-z_, ]+(?:, and other programs' names for them)?` +
	`|text is missing|(?:[a-z_]+|recipient\.(?:name|id_number|phones)) is not a string|recipient\.phones is not a list|(?:__)?parts is not a list of the parts of an MMS` +
	`|facts\.(?:` + strings.ReplaceAll(factWords, " ", "|") + `) is not yes, no or unknown` +
	`|recipient\.(?:name|id_number|phones): [a-z ]+` +
	`|(?:name|id_number|phone): [a-z ]+|the mail cannot be read: it has no plain text, or is not encoded as it says` +
	`|the text is not in the encoding that it names|the message ends before END:VMSG` +
	`|` + problems(sheet.NotCSV, sheet.NotUTF8, sheet.TooLong, sheet.TooFewValues, sheet.TooManyValues) +
	`|` + problems(smsbackup.NotXML, smsbackup.NoBody, smsbackup.EndEarly) +
	`|the line has bytes that are not valid in the file's encoding|the line is longer than 1048576 bytes` +
	`|parser: message too long: \d+ bytes, limit 16384` +
	`)$`)

// problems is a pattern of all of them.
func problems[P ~string](all ...P) string {
	var quoted []string
	for _, p := range all {
		quoted = append(quoted, regexp.QuoteMeta(string(p)))
	}
	return strings.Join(quoted, "|")
}

// readAnswer asserts that out is an answer to the line with that number: one line of JSON, a
// report or an error, that reads back to the same and says nothing that it must not.
func readAnswer(t *testing.T, s settings, number int, out []byte) jsonl.Answer {
	t.Helper()
	require.True(t, utf8.Valid(out) && bytes.IndexByte(out, '\n') == len(out)-1, "not one line")
	notice := new(parser.Notice)
	tokens := &jsonl.WithTokens{Notice: notice}
	a := jsonl.Answer{Notice: notice}
	if s.tokens {
		a.Notice = tokens
	}
	d := json.NewDecoder(bytes.NewReader(out))
	d.DisallowUnknownFields()
	require.NoError(t, d.Decode(&a))
	require.Equal(t, dunsms.ReportVersion, a.V)
	require.Equal(t, number, a.Line)
	if a.Error != nil {
		require.Regexp(t, errorMessages, a.Error.Message)
		require.True(t, a.Assessment == nil && a.Comparison == nil && a.Breaches == nil && a.Steps == nil, "a report beside an error")
		a.Notice = nil
	} else {
		require.NotNil(t, a.Assessment, "neither a report nor an error")
	}
	again, err := jsonl.Encode(a)
	require.NoError(t, err)
	require.True(t, bytes.Equal(out, again), "something is lost when it is read and written again")
	return a
}

// checkAnswer asserts what readAnswer does, and that the answer is that to a line
// and points at the text of its message. It reports whether it is an error.
func checkAnswer(t *testing.T, s settings, number int, in, out []byte) (bad bool) {
	t.Helper()
	a := readAnswer(t, s, number, out)
	m := itemOf(t, s, in).Message
	require.Equal(t, m.ID, a.ID)
	if a.Error != nil {
		return true
	}
	checkWords(t, m.Text, out)
	return false
}

// itemOf returns the message of a line.
func itemOf(t *testing.T, s settings, in []byte) jsonl.Item {
	t.Helper()
	var i jsonl.Item
	if s.form == inbox.Text {
		i.Text = string(in)
		return i
	}
	i, bad := jsonl.Decode(jsonl.Line{Data: in})
	require.True(t, bad != nil || json.Valid(in) && utf8.Valid(in), "a message of what is none")
	if bad != nil {
		i.LeftOut = ""
	}
	return i
}

// checkWords asserts of a report that words are of their closed set, and that pieces
// of the text stand where they say.
func checkWords(t *testing.T, text string, report []byte) {
	t.Helper()
	require.True(t, utf8.ValidString(text) && len(text) <= parser.MaxBytes, "a report of a text that is refused")
	var all any
	require.NoError(t, json.Unmarshal(report, &all))
	visit("", all, func(path string, v any) {
		switch v := v.(type) {
		case string:
			if set, ok := closedSets[path]; ok {
				require.Contains(t, strings.Fields(set), v, path)
			}
		case map[string]any:
			if span, ok := v["span"]; ok {
				require.True(t, spanned(t, text, span) == v["text"], "%s: not the piece of its span", path)
			}
			spans, _ := v["spans"].([]any)
			for _, span := range spans {
				spanned(t, text, span)
			}
		}
	})
}

// visit calls f with everything within v, and with the keys that lead to it.
func visit(path string, v any, f func(path string, v any)) {
	f(path, v)
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			visit(path, e, f)
		}
	case map[string]any:
		for key, e := range v {
			visit(strings.TrimPrefix(path+"."+key, "."), e, f)
		}
	}
}

// spanned returns the part of the text in a span, which is on the edges of
// characters.
func spanned(t *testing.T, text string, span any) string {
	t.Helper()
	var s [2]int
	_, err := fmt.Sscan(strings.Trim(fmt.Sprint(span), "[]"), &s[0], &s[1])
	require.NoError(t, err)
	edge := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
	require.True(t, 0 <= s[0] && s[0] < s[1] && s[1] <= len(text) && edge(s[0]) && edge(s[1]), "span %v", s)
	return text[s[0]:s[1]]
}

// decoded returns what a run makes of the bytes of a file, false if it refuses them.
func decoded(t *testing.T, data []byte) (text []byte, ok bool) {
	t.Helper()
	r, err := inbox.OpenText("in", bytes.NewReader(data))
	if err != nil {
		return nil, false
	}
	text, err = io.ReadAll(r)
	return text, err == nil
}

// splitInput returns the lines of an input, by number from 1, that are to be
// answered.
func splitInput(data []byte) (numbers []int, lines [][]byte) {
	all := bytes.Split(data, []byte("\n"))
	for i, l := range all {
		if i < len(all)-1 {
			l = bytes.TrimSuffix(l, []byte("\r"))
		}
		if len(bytes.TrimSpace(l)) > 0 {
			numbers, lines = append(numbers, i+1), append(lines, l)
		}
	}
	return numbers, lines
}

// checkOutput asserts that each line of the input has one answer, in order, and
// that the count of bad ones is right.
func checkOutput(t *testing.T, s settings, in []byte, out string, sum summary) {
	t.Helper()
	numbers, lines := splitInput(in)
	for i := len(lines) - 1; i >= 0; i-- {
		if itemOf(t, s, lines[i]).LeftOut != "" {
			numbers, lines = slices.Delete(numbers, i, i+1), slices.Delete(lines, i, i+1)
		}
	}
	answers := slices.Collect(strings.Lines(out))
	require.Len(t, answers, len(lines), "answers")
	bad := 0
	for i, l := range lines {
		if checkAnswer(t, s, numbers[i], l, []byte(answers[i])) {
			bad++
		}
	}
	require.Equal(t, bad, sum.bad)
}

// TestContract answers every message of the tables, and finds each closed set in
// use.
func TestContract(t *testing.T) {
	seen := map[string]bool{}
	for i, in := range inputs(t) {
		if growth.Race && i%20 != 0 {
			continue
		}
		text, ok := decoded(t, []byte(in))
		require.True(t, ok)
		out, sum := answers(t, settings{}, in)
		checkOutput(t, settings{}, text, out, sum)
		for l := range strings.Lines(out) {
			var all any
			require.NoError(t, json.Unmarshal([]byte(l), &all))
			visit("", all, func(path string, _ any) { seen[path] = true })
		}
	}
	for path := range closedSets {
		assert.True(t, seen[path] || growth.Race, path)
	}
}

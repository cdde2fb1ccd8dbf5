package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/identity"
)

// notices returns the notices of testdata.
func notices(t testing.TB) (all []presend.Notice) {
	t.Helper()
	data, err := os.ReadFile("../../classify/presend/testdata/a.jsonl")
	require.NoError(t, err)
	for l := range bytes.Lines(data) {
		var row struct {
			Text   string
			Record struct {
				Name      string
				IDNumber  identity.ID `json:"id_number"`
				Phone     string
				PlannedAt time.Time `json:"planned_at"`
				Days      *int
				Periods   *int
				Sender    string
			}
		}
		require.NoError(t, json.Unmarshal(l, &row))
		n := presend.Notice{Text: row.Text, Record: presend.Record{
			Person:    identity.Profile{Name: row.Record.Name, ID: row.Record.IDNumber},
			PlannedAt: row.Record.PlannedAt, Days: row.Record.Days, Periods: row.Record.Periods, Sender: row.Record.Sender,
		}}
		if row.Record.Phone != "" {
			n.Record.Person.Phones = []string{row.Record.Phone}
		}
		all = append(all, n)
	}
	require.NotEmpty(t, all)
	return all
}

func linesOf[T any](t testing.TB, all []T) string {
	t.Helper()
	var b strings.Builder
	for _, v := range all {
		require.NoError(t, json.NewEncoder(&b).Encode(v))
	}
	return b.String()
}

// TestPresend: a line says what the library says of its notice beside those before and behind
// it, and a notice alone what it says of it alone.
func TestPresend(t *testing.T) {
	s, all := startService(t), notices(t)
	want := slices.Collect(func(yield func(*presend.Report) bool) {
		for r, err := range new(presend.Checker).CheckAll(t.Context(), slices.Values(all)) {
			require.NoError(t, err)
			if !yield(r) {
				return
			}
		}
	})
	reply := s.ask(t, http.MethodPost, "/v1/presend", mediaLines, linesOf(t, all))
	require.Equal(t, http.StatusOK, reply.status, reply.body)
	got := slices.Collect(strings.Lines(reply.body))
	require.Len(t, got, len(want))
	for i, r := range want {
		var line presendReport
		require.NoError(t, json.Unmarshal([]byte(got[i]), &line))
		assert.Equal(t, presendReport{1, i + 1, r.Fits, r.Findings}, line)
	}

	alone, err := new(presend.Checker).Check(all[0])
	require.NoError(t, err)
	reply = s.ask(t, http.MethodPost, "/v1/presend", mediaJSON, linesOf(t, all[:1]))
	var one presendReport
	require.NoError(t, json.Unmarshal([]byte(reply.body), &one))
	assert.Equal(t, presendReport{1, 1, alone.Fits, alone.Findings}, one)
	assert.Contains(t, s.ask(t, http.MethodGet, "/metrics", "", "").body, `dunsms_notices_total{fits="agree"}`)
}

// badNotices are requests to presend with what is said of them.
var badNotices = []struct{ in, code, message string }{
	{`{`, "bad_json", "the notice is not an object"},
	{`[]`, "bad_json", "the notice is not an object"},
	{`{"record":{}}`, "bad_json", "the notice is not an object"},
	{`{"text":"好","other":1}`, "bad_json", "the notice is not an object"},
	{`{"text":"好","record":{"other":1}}`, "bad_json", "the notice is not an object"},
	{`{"text":"好","record":{"planned_at":"yesterday"}}`, "bad_json", "the notice is not an object"},
	{`{"text":"好","record":{"amount_fen":"8,000.00"}}`, "bad_json", "the notice is not an object"},
	{`{"text":"好","record":{"person":{"age":1}}}`, "bad_json", "a key of recipient is unknown; the known keys are"},
	{`{"text":"好","record":{"person":{"id_number":"110101199003070012"}}}`, "bad_recipient", "recipient.id_number: "},
	{"{\"text\":\"\xff\"}", "not_utf8", "the notice is not UTF-8"},
	{`{"text":"` + strings.Repeat("长", 6000) + `"}`, "too_long", "message too long"},
}

// TestPresendRefuses: a notice that cannot be read has its error, alone or among others.
func TestPresendRefuses(t *testing.T) {
	s := startService(t)
	var lines []string
	for _, row := range badNotices {
		reply := s.ask(t, http.MethodPost, "/v1/presend", mediaJSON, row.in)
		assert.Equal(t, "application/problem+json", reply.header.Get("Content-Type"), row.in)
		assert.Contains(t, reply.body, `"code":"`+row.code+`"`, row.in)
		assert.Contains(t, reply.body, row.message, row.in)
		lines = append(lines, row.in, `{"text":"【青禾消费金融】您的借款已逾期26天。"}`)
	}
	reply := s.ask(t, http.MethodPost, "/v1/presend", mediaLines, strings.Join(lines, "\n"))
	got := slices.Collect(strings.Lines(reply.body))
	require.Len(t, got, len(lines))
	for i, row := range badNotices {
		assert.Contains(t, got[2*i], `"code":"`+row.code+`"`, row.in)
		assert.Contains(t, got[2*i+1], `"fits":`, row.in)
	}
}

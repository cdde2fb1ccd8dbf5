package main

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/internal/growth"
)

// inputs are what a run may be given: messages of all tables as lines, bad lines,
// several of them, and what may stand around them.
func inputs(t testing.TB) []string {
	all := []string{
		"", "\n", " \t\r\n", "\ufeff", "null", `{"text":"\ud800"}`, `{"text":"欠\u200b款1***.56元"}`, `{"id":"\u2028","text":""}`,
		`{"id":"1","text":"【某某金融】您已逾期3天","sender":"106","received_at":"2026-03-01T10:00:00Z","recipient":{"name":"王","phones":["1"]},"facts":{"repaid":"no"}}`,
	}
	for _, c := range badLines {
		if len(c.in) < 1000 {
			all = append(all, c.in)
		}
	}
	for _, row := range corpus.Rows(t) {
		line := map[string]any{}
		for _, key := range []string{"id", "text", "sender", "received_at", "recipient", "facts"} {
			if v, ok := row[key]; ok {
				line[key] = v
			}
		}
		data, err := json.Marshal(line)
		require.NoError(t, err)
		all = append(all, string(data))
	}
	return append(all, strings.Join(all[:40], "\n"), strings.Join(all[len(all)-8:], "\r\n")+"\r\n")
}

// FuzzTriage takes any input through a whole run: lines, messages, reports, JSON. What
// is asserted is that of checkOutput; and that no explanation moves the cursor.
func FuzzTriage(f *testing.F) {
	for i, in := range inputs(f) {
		if growth.Race && i%20 != 0 {
			continue // the race detector takes ten times as long, and sees as much in a few
		}
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		data = decoded(t, data)
		for _, s := range []settings{{}, {tokens: true}, {form: formText}} {
			out, sum := answers(t, s, string(data))
			checkOutput(t, s, data, out, sum)
		}
		out, _ := answers(t, settings{explain: true}, string(data))
		require.True(t, utf8.ValidString(out), "an explanation is not UTF-8")
		require.False(t, strings.ContainsFunc(out, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }), "an explanation moves the cursor")
	})
}

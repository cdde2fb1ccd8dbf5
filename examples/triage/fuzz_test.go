package main

import (
	"bytes"
	"encoding/json"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms"
)

// FuzzAnswer asserts that every line, and only a line that is not empty, has
// one whole line of JSON for an answer, which is a notice or an error.
func FuzzAnswer(f *testing.F) {
	for _, c := range badLines {
		if len(c.in) < 1000 {
			f.Add([]byte(c.in))
		}
	}
	f.Add([]byte(`{"id":"1","text":"【某某金融】您已逾期3天","sender":"106","received_at":"2026-03-01T10:00:00Z","recipient":{"name":"王","phones":["1"]},"facts":{"repaid":"no"}}`))
	f.Add([]byte(`{"text":"\ud800"}`))
	f.Add([]byte(" \t"))
	answer := answerer(settings{tokens: true}, new(dunsms.Checker))
	explained := answerer(settings{explain: true}, new(dunsms.Checker))
	f.Fuzz(func(t *testing.T, data []byte) {
		out := explained(line{number: 7, data: data}).out
		if !utf8.Valid(out) || bytes.ContainsFunc(out, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }) {
			t.Fatal("an explanation moves the cursor")
		}
		empty := len(bytes.TrimSpace(data)) == 0
		for _, r := range []reply{answer(line{number: 7, data: data}), answer(line{number: 7, data: data, form: formText})} {
			if empty != (len(r.out) == 0) {
				t.Fatal("an answer for an empty line, or none for another")
			}
			if empty {
				continue
			}
			var got struct {
				V, Line int
				ID      string
				Notice  json.RawMessage
				Error   *lineError
			}
			if json.Unmarshal(r.out, &got) != nil || bytes.IndexByte(r.out, '\n') != len(r.out)-1 || !utf8.Valid(r.out) {
				t.Fatal("the answer is not one line of JSON")
			}
			if got.V != dunsms.ReportVersion || got.Line != 7 || (got.Notice == nil) != r.bad || (got.Error == nil) == r.bad {
				t.Fatal("the answer is not a notice or an error")
			}
		}
	})
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"html"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	utf16 "golang.org/x/text/encoding/unicode"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/internal/slow"
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

// leftOut reports whether an input is left out unless all are asked for. The race detector takes
// ten times as long and sees as much in a few.
func leftOut(i int) bool { return (growth.Race || !slow.Asked()) && !isSeed(i) }

// isSeed reports whether a row of a table is a seed: whoever fuzzes waits for each, and the other
// tests take all of them.
func isSeed(i int) bool { return i%20 == 0 }

// FuzzTriage takes any input through a whole run: lines, messages, reports, JSON. What
// is asserted is that of checkOutput, checkCompact and checkCSV; and that nothing for a
// person moves the cursor.
func FuzzTriage(f *testing.F) {
	for i, in := range inputs(f) {
		if isSeed(i) {
			f.Add([]byte(in))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, ok := decoded(t, data)
		if !ok {
			return
		}
		for _, s := range []settings{{}, {tokens: true}, {form: inbox.Text}} {
			out, sum := answers(t, s, string(data))
			checkOutput(t, s, text, out, sum)
		}
		for _, s := range []settings{{output: outputExplain}, {output: outputTable, screen: screen{width: 40}}} {
			out, _ := answers(t, s, string(data))
			require.True(t, utf8.ValidString(out), "%s is not UTF-8", s.output)
			require.False(t, strings.ContainsFunc(out, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }), "%s moves the cursor", s.output)
		}
		checkCompact(t, string(data))
		checkCSV(t, string(data))
	})
}

// FuzzForms takes any input through a run that has to find out its form. Whatever
// is read of it as a message that was received has one answer, in order.
func FuzzForms(f *testing.F) {
	backup, err := os.ReadFile("testdata/phone.xml")
	require.NoError(f, err)
	for _, in := range append(slices.Collect(maps.Values(written)), string(backup)) {
		for _, e := range []encoding.Encoding{encoding.Nop, simplifiedchinese.GB18030, utf16.UTF16(utf16.LittleEndian, utf16.UseBOM)} {
			encoded, err := e.NewEncoder().String(in)
			require.NoError(f, err)
			f.Add([]byte(encoded))
		}
	}
	for _, in := range phoneFiles {
		f.Add([]byte(in))
	}
	for _, c := range badRows {
		if len(c.in) < 1000 {
			f.Add([]byte(c.in))
		}
	}
	for i, text := range corpus.Texts(f) {
		if !isSeed(i) {
			continue
		}
		f.Add([]byte("text\n\"" + strings.ReplaceAll(text, `"`, `""`) + "\"\n"))
		f.Add([]byte(`<smses><sms type="1" date="1772417700000" body="` + html.EscapeString(text) + `"/></smses>`))
	}
	checker := new(dunsms.Checker)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, form := range []inbox.Form{inbox.Auto, inbox.CSV, inbox.EML, inbox.JSON, inbox.VMSG, inbox.XML} {
			s := settings{form: form}
			if _, err := inbox.Open("in", bytes.NewReader(data), inbox.Options{Form: form}); err != nil {
				continue
			}
			var lines []line
			for l, err := range linesOf(t, s, string(data)) {
				if err != nil || l.Empty() {
					continue
				}
				if i, bad := l.Item(); bad != nil || i.LeftOut == "" {
					lines = append(lines, l)
				}
			}
			var b bytes.Buffer
			// What ends the reading of a file is an error of process.
			_ = process(context.Background(), linesOf(t, s, string(data)), answerer(s, checker), newOutput(&b, nil))
			answers := bytes.SplitAfter(b.Bytes(), []byte("\n"))
			require.Len(t, answers, len(lines)+1)
			for i, l := range lines {
				a := readAnswer(t, s, l.Number, answers[i])
				item, bad := l.Item()
				require.True(t, bad == nil || *bad == *a.Error, "another error")
				require.Equal(t, item.ID, a.ID)
				if a.Error == nil {
					checkWords(t, item.Text, answers[i])
				}
			}
		}
	})
}

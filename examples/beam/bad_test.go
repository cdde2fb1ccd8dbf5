package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// TestBadLines has a line for each error, and all of them arrive. 秘 and qx8812 stand for private
// data: no log has them, and no output except the matters of the good lines.
func TestBadLines(t *testing.T) {
	lines := []struct {
		in   string
		id   string
		code jsonl.Code
	}{
		{`秘qx8812`, "", jsonl.BadJSON},
		{`{"text":"秘qx8812`, "", jsonl.BadJSON},
		{`{"id":"a"}`, "a", jsonl.BadJSON},
		{`{"秘qx8812":1,"text":"秘","id":"b"}`, "b", jsonl.BadJSON},
		{`{"id":"c","text":"秘","sender":["qx8812"]}`, "c", jsonl.BadJSON},
		{`{"id":"d","text":"秘","facts":{"repaid":"秘qx8812"}}`, "d", jsonl.BadJSON},
		{`{"id":"e","text":"秘","recipient":{"id_number":"qx8812"}}`, "e", jsonl.BadRecipient},
		{`{"id":"f","text":"秘","recipient":{"name":"秘\nqx8812"}}`, "f", jsonl.BadRecipient},
		{"{\"id\":\"g\",\"text\":\"qx8812\xc3\xd8\"}", "g", jsonl.NotUTF8},
		{`{"id":"h","text":"` + strings.Repeat("秘qx8812", 3000) + `"}`, "h", jsonl.TooLong},
		{`{"id":"i","text":"` + strings.Repeat("qx8812", jsonl.MaxLine/6+1) + `"}`, "", jsonl.TooLong},
	}
	var in bytes.Buffer
	type place struct {
		file string
		line int
	}
	dir := t.TempDir()
	want := map[place]badLine{}
	for _, name := range []string{"one.jsonl", "two.jsonl"} {
		file := filepath.Join(dir, name)
		in.Reset()
		in.WriteString("\ufeff\r\n") // an empty line has no answer, but counts
		for i, l := range lines {
			in.WriteString(l.in + "\n" + `{"id":"good","text":"【某某金融】您已逾期3天","recipient":{"name":"秘密","phones":["13800008812"]}}` + "\r\n")
			number := 2 + 2*i
			want[place{file, number}] = badLine{file, jsonl.Answer{V: 1, Line: number, ID: l.id, Error: &jsonl.Error{Code: l.code}}}
		}
		require.NoError(t, os.WriteFile(file, in.Bytes(), 0o600))
	}
	out := filepath.Join(dir, "out")
	cmd := program(t, "-input", dir+"/*.jsonl", "-output", out, "-verbose", "-matters")
	var log bytes.Buffer
	cmd.Stderr, cmd.Stdout = &log, &log
	_ = cmd.Run()
	assert.Equal(t, exitBadLines, cmd.ProcessState.ExitCode())
	assert.Contains(t, log.String(), "; bad lines: 12 bad_json, 4 bad_recipient, 4 too_long, 2 not_utf8;")
	assert.NotRegexp(t, "秘|8812|某某金融", log.String())
	assert.Contains(t, log.String(), "; recipients: 1 (at most 22 messages each), messages without: 0; matters: 1 ")
	require.Len(t, readLines(t, out, mattersName), 1)
	assert.Contains(t, readLines(t, out, mattersName)[0], `{"recipient":{"name":"秘密","phones":["13800008812"]},"v":1,"messages":22,"copies":21,"matters":[`)

	for _, l := range readLines(t, out, badName) {
		assert.NotRegexp(t, "秘|qx8812", l)
		var got badLine
		require.NoError(t, json.Unmarshal([]byte(l), &got))
		at := place{got.File, got.Line}
		assert.NotEmpty(t, got.Error.Message)
		got.Error.Message = ""
		assert.Equal(t, want[at], got)
		delete(want, at)
	}
	assert.Empty(t, want, "all arrive")
	assert.Len(t, readLines(t, out, answersName), 2*len(lines), "the others are answered")
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
)

var update = flag.Bool("update", false, "rewrite the rendered answers in testdata")

// result is what a run of the program leaves.
type result struct {
	out, errors string
	status      int
}

// runPresend runs the program.
func runPresend(t *testing.T, stdin string, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	status := run(t.Context(), args, strings.NewReader(stdin), &out, &errs)
	return result{out.String(), errs.String(), status}
}

const (
	headers = "text,name,id_number,phone,planned_at\n"
	clean   = "【青禾消费金融】沈*安先生（身份证尾号1171），您的借款已逾期26天，应还总额500.00元，请打开青禾消费金融官方App还款。,沈亦安,330203199104121171,13800003401,2026-03-02 10:15\n"
	wrong   = "【青禾消费金融】周*平先生，您的借款已逾期26天，应还总额500.00元，请打开青禾消费金融官方App还款。,沈亦安,330203199104121171,13800003401,2026-03-02 10:15\n"
	broken  = "【青禾消费金融】\"沈*安\"先生,沈亦安,330203199104121171,13800003401,2026-03-02 10:15\n"
)

// TestGolden compares whole outputs with testdata, which -update rewrites.
func TestGolden(t *testing.T) {
	for name, args := range map[string][]string{
		"notices.zh.golden":    {"-lang", "zh"},
		"notices.en.golden":    {"-lang", "en"},
		"notices.jsonl.golden": {"-json", "-lang", "en"},
		"notices.csv.golden":   {"-format", "csv"},
		"notices.sarif.golden": {"-format", "sarif", "-lang", "en"},
	} {
		got := runPresend(t, "", append(args, "testdata/notices.csv")...)
		assert.Equal(t, exitFailed, got.status, "one row cannot be read")
		if name == "notices.csv.golden" {
			assert.Equal(t, strings.Count(got.out, "\n"), strings.Count(got.out, "\r\n"))
			got.out = strings.ReplaceAll(got.out, "\r\n", "\n") // git may not keep them
		}
		file := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.WriteFile(file, []byte(got.out), 0o644))
		}
		want, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Equal(t, string(want), got.out)
		// Nothing of a text or a record is in the output.
		assert.NotRegexp(t, `沈|程小|程\*|王小|王\*|林问|林\*|1171|0011|2026年|3315|13800|8,?112|7,?112|青禾|A6xyz|qh_`, got.out+got.errors)
		assert.Regexp(t, `^10 checked in [^ ]+: 1 clean, 8 with findings, 1 unreadable; 3 ID_DIFFERS, `, got.errors)
	}
}

func TestExitStatus(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "notices.csv")
	require.NoError(t, os.WriteFile(file, []byte(headers+clean), 0o600))
	for _, c := range []struct {
		name   string
		args   []string
		stdin  string
		want   int
		errors string // part of what goes to standard error
		lines  int
	}{
		{name: "clean", stdin: headers + clean, errors: "1 checked in "},
		{name: "clean, a file", args: []string{file}},
		{name: "clean, JSON", args: []string{"-json"}, stdin: headers + clean + clean, lines: 2},
		{name: "no rows", stdin: headers, errors: "0 checked in "},
		{name: "findings", stdin: headers + clean + wrong, want: 1, lines: 6, errors: "1 clean, 1 with findings, 0 unreadable; 1 NAME_DIFFERS"},
		{name: "findings, JSON", args: []string{"-json"}, stdin: headers + clean + wrong, want: 1, lines: 2},
		{name: "findings, CSV", args: []string{"-format", "csv"}, stdin: headers + clean + wrong, want: 1, lines: 3},
		{name: "a bad row, CSV", args: []string{"-format", "csv"}, stdin: headers + broken, want: 2, lines: 2},
		{name: "no rows, CSV", args: []string{"-format", "csv"}, stdin: headers, lines: 1},
		{name: "-format json", args: []string{"-format", "json"}, stdin: headers + clean, lines: 1},
		{name: "no such format", args: []string{"-format", "xml"}, want: 2, errors: "-format must be one of csv, json, sarif, table"},
		{name: "the version", args: []string{"-version"}, lines: 1},
		{name: "findings that are ignored", args: []string{"-ignore", "LINK_SHORT, NAME_DIFFERS"}, stdin: headers + clean + wrong},
		{name: "a bad row", stdin: headers + clean + broken + wrong, want: 2, lines: 8, errors: "1 clean, 1 with findings, 1 unreadable"},
		{name: "a bad row, JSON", args: []string{"-json"}, stdin: headers + clean + broken + wrong, want: 2, lines: 3},
		{name: "a text that is too long", args: []string{"-json"}, stdin: headers + strings.Repeat("逾期", 6000) + ",沈亦安,330203199104121171,13800003401,2026-03-02 10:15\n", want: 2, lines: 1, errors: "1 unreadable"},
		{name: "not UTF-8", args: []string{"-json"}, stdin: headers + clean + "\xff,,,,\n", want: 2, lines: 2, errors: "1 unreadable"},
		{name: "nothing", want: 2, errors: "the table is empty"},
		{name: "no headers", stdin: clean, want: 2, errors: "has no column for text, name, id_number, phone, planned_at: use -columns text=HEADER"},
		{name: "a column is not there", stdin: "text,name,id_number,phone\n", want: 2, errors: "has no column for planned_at"},
		{name: "a column is not there, and that is known", args: []string{"-columns", "planned_at="}, stdin: "text,name,id_number,phone\n" + strings.ReplaceAll(clean, ",2026-03-02 10:15", "")},
		{name: "no such column", args: []string{"-columns", "body=x"}, want: 2, errors: "the columns are text, name, id_number, phone, planned_at, amount, days, periods, since, due, sender"},
		{name: "no such code", args: []string{"-ignore", "NAME"}, want: 2, errors: "the codes are ACCUSES, ADDRESSEE_MISSING, AMOUNT_DIFFERS, "},
		{name: "no such language", args: []string{"-lang", "fr"}, want: 2, errors: "-lang must be zh or en"},
		{name: "no such flag", args: []string{"-no-such-flag"}, want: 2, errors: "usage: presend"},
		{name: "no such file", args: []string{filepath.Join(dir, "none")}, want: 2, errors: "none"},
		{name: "a directory", args: []string{dir}, want: 2, errors: "is a directory"},
		{name: "two files", args: []string{file, file}, want: 2, errors: "one file at a time"},
		{name: "no file of lenders", args: []string{"-lenders", filepath.Join(dir, "none")}, want: 2, errors: "none"},
		{name: "help", args: []string{"-h"}, errors: "exit status:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := runPresend(t, c.stdin, c.args...)
			assert.Equal(t, c.want, got.status, got.errors)
			assert.Contains(t, got.errors, c.errors)
			assert.Equal(t, c.lines, strings.Count(got.out, "\n"), got.out)
			assert.NotRegexp(t, "沈|1171|13800", got.out+got.errors)
		})
	}
}

// TestJSON has every row on a line, with the same findings as the table.
func TestJSON(t *testing.T) {
	out := runPresend(t, headers+clean+broken+wrong, "-json").out
	var all []answerJSON
	for l := range strings.Lines(out) {
		var a answerJSON
		d := json.NewDecoder(strings.NewReader(l))
		d.DisallowUnknownFields()
		require.NoError(t, d.Decode(&a))
		all = append(all, a)
	}
	require.Len(t, all, 3)
	assert.Equal(t, answerJSON{V: 1, Row: 2, Line: 2, Fits: "agree"}, all[0])
	assert.Equal(t, answerJSON{V: 1, Row: 3, Line: 3, Error: &errorJSON{codeBadCSV, plain.Name(plain.Error, codeBadCSV, remedy.Chinese)}}, all[1])
	require.Len(t, all[2].Findings, 1)
	f := all[2].Findings[0]
	assert.Equal(t, "disagree", all[2].Fits)
	assert.Equal(t, "NAME_DIFFERS", f.Code)
	require.Len(t, f.Spans, 1)
	assert.Equal(t, "周*平", wrong[f.Spans[0].Start:f.Spans[0].End], "the text is the first value")
	assert.Contains(t, runPresend(t, headers+wrong).out, "第9-11字")
}

// -lenders and other encodings are read as triage reads them.
func TestLendersAndEncodings(t *testing.T) {
	file := filepath.Join(t.TempDir(), "lenders.json")
	require.NoError(t, os.WriteFile(file, []byte(`{"name":"青禾消费金融","hotlines":["4000000001"]}`), 0o600))
	in := headers + strings.Replace(clean, "打开青禾消费金融官方App", "致电400-000-0009", 1)
	in, err := simplifiedchinese.GBK.NewEncoder().String(in)
	require.NoError(t, err)
	assert.Equal(t, exitClean, runPresend(t, in).status)
	got := runPresend(t, in, "-lenders", file)
	assert.Equal(t, exitFindings, got.status)
	assert.Contains(t, got.errors, "1 CALLBACK_UNKNOWN")
	require.NoError(t, os.WriteFile(file, []byte(`秘8812`), 0o600))
	got = runPresend(t, in, "-lenders", file)
	assert.Equal(t, exitFailed, got.status)
	assert.NotRegexp(t, "秘|8812", got.errors)
}

// An input and an output that fail end the run.
func TestFailing(t *testing.T) {
	fails := errors.New("fails")
	var out, errs bytes.Buffer
	assert.Equal(t, exitFailed, run(t.Context(), nil, iotest.ErrReader(fails), &out, &errs))
	assert.Contains(t, errs.String(), "presend: fails")
	errs.Reset()
	assert.Equal(t, exitFailed, run(t.Context(), []string{"-json"}, strings.NewReader(headers+clean), brokenWriter{fails}, &errs))
	assert.Contains(t, errs.String(), "presend: fails")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	errs.Reset()
	assert.Equal(t, exitInterrupted, run(ctx, nil, strings.NewReader(headers+clean), &out, &errs))
	assert.Regexp(t, regexp.MustCompile(`^0 checked in .*\n$`), errs.String())
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

var update = flag.Bool("update", false, "rewrite the rendered answers in testdata")

// asProgram makes the test binary run as the program itself, so that signals,
// pipes and exit statuses are those of a process.
const asProgram = "TRIAGE_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	flag.Parse()
	goleak.VerifyTestMain(m)
}

// program returns the program, not yet started. It is killed if it outlives the test.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.CommandContext(t.Context(), self, args...)
	// Under -race a process rests a second before it ends, unless told not to.
	cmd.Env = append(os.Environ(), asProgram+"=1", "GORACE=atexit_sleep_ms=0")
	return cmd
}

// result is what a run of the program leaves.
type result struct {
	out, errors string
	status      int
}

// runProgram runs the program to its end.
func runProgram(t *testing.T, stdin io.Reader, args ...string) result {
	t.Helper()
	cmd := program(t, args...)
	var out, errs bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = stdin, &out, &errs
	return result{status: wait(t, cmd.Run()), out: out.String(), errors: errs.String()}
}

// wait returns the exit status of a program that has ended with err.
func wait(t *testing.T, err error) int {
	t.Helper()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return exit.ExitCode()
	}
	require.NoError(t, err)
	return 0
}

func TestExitStatus(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "good.jsonl")
	require.NoError(t, os.WriteFile(good, []byte(`{"text":"明天见"}`), 0o600))
	bad := filepath.Join(dir, "bad.jsonl")
	require.NoError(t, os.WriteFile(bad, []byte("{}\n{\"text\":\"明天见\"}\n"), 0o600))
	for _, c := range []struct {
		name   string
		args   []string
		stdin  string
		want   int
		errors string // part of what goes to standard error
		lines  int
	}{
		{name: "standard input", stdin: `{"text":"明天见"}`, lines: 1, errors: "1 message in "},
		{name: "nothing at all", lines: 0, errors: "0 messages in "},
		{name: "a file", args: []string{good}, lines: 1},
		{name: "standard input between files", args: []string{good, "-", good}, stdin: `{"text":"好"}`, lines: 3},
		{name: "a bad line", args: []string{bad}, want: 1, lines: 2, errors: "; 1 bad line\n"},
		{name: "plain lines", args: []string{"-format", "text"}, stdin: "明天见\n好\n", lines: 2},
		{name: "no such format", args: []string{"-format", "yaml"}, want: 2, errors: "-format must be one of auto, csv, eml, json, jsonl, text, vmsg, xml"},
		{name: "columns of no table", args: []string{"-format", "xml", "-columns", "text=a"}, want: 2, errors: "-columns works only with -format csv"},
		{name: "no such column", args: []string{"-columns", "body=a"}, want: 2, errors: "the columns are text, sender, received_at, type, id, name, id_number, phone"},
		{name: "no file of the recipient", args: []string{"-recipient", filepath.Join(dir, "none")}, want: 2, errors: "none"},
		{name: "a table without its columns", args: []string{"-format", "csv"}, stdin: "明天见\n好\n", want: 2, errors: "the first line has no column for text"},
		{name: "no backup", args: []string{"-format", "xml"}, stdin: "明天见\n好\n", want: 2, errors: "the XML is not a backup of messages"},
		{name: "no such language", args: []string{"-lang", "fr"}, want: 2, errors: "-lang must be zh or en"},
		{name: "tokens explained", args: []string{"-explain", "-tokens"}, want: 2, errors: "-tokens works with -output json, not with explain"},
		{name: "no such output", args: []string{"-output", "xml"}, want: 2, errors: "-output must be one of auto, table, json, compact, csv, explain"},
		{name: "columns of JSON", args: []string{"-output", "json", "-fields", "line"}, want: 2, errors: "-fields works with -output csv, not with json"},
		{name: "no such field", args: []string{"-fields", "line,lines"}, want: 2, errors: "-fields must be a list of line, id, kind, "},
		{name: "a mark before JSON", args: []string{"-bom", "-explain"}, want: 2, errors: "-bom works with -output csv, not with explain"},
		{name: "no file of lenders", args: []string{"-lenders", filepath.Join(dir, "none")}, want: 2, errors: "none"},
		{name: "no such flag", args: []string{"-no-such-flag"}, want: 2, errors: "usage: triage"},
		{name: "no such file", args: []string{good, filepath.Join(dir, "none")}, want: 2, errors: "none"},
		{name: "a directory", args: []string{dir}, want: 2, errors: "is a directory"},
		{name: "the version", args: []string{"-version", "none"}, lines: 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := runProgram(t, strings.NewReader(c.stdin), c.args...)
			assert.Equal(t, c.want, got.status, got.errors)
			assert.Contains(t, got.errors, c.errors)
			assert.Equal(t, c.lines, strings.Count(got.out, "\n"))
		})
	}
}

// The lines of all files are numbered through, and a file's last line need not
// be ended.
func TestFilesAreNumberedThrough(t *testing.T) {
	file := filepath.Join(t.TempDir(), "two.jsonl")
	require.NoError(t, os.WriteFile(file, []byte("\ufeff{\"text\":\"好\"}\r\n\r\n{\"text\":\"好\"}"), 0o600))
	got := runProgram(t, nil, file, file)
	assert.Equal(t, 0, got.status, got.errors)
	for i, l := range strings.Split(strings.TrimSpace(got.out), "\n") {
		assert.Contains(t, l, []string{`"line":1,`, `"line":3,`, `"line":4,`, `"line":6,`}[i])
	}
}

// If whatever reads the output goes away, the program ends quietly.
func TestBrokenPipe(t *testing.T) {
	cmd := program(t)
	stdin, err := cmd.StdinPipe()
	require.NoError(t, err)
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	require.NoError(t, cmd.Start())
	go func() { // ends with the program, when nobody reads any more
		for {
			if _, err := io.WriteString(stdin, `{"text":"明天见"}`+"\n"); err != nil {
				return
			}
		}
	}()
	one := make([]byte, 1)
	_, err = io.ReadFull(stdout, one)
	require.NoError(t, err)
	require.NoError(t, stdout.Close())
	assert.Equal(t, exitBrokenPipe, wait(t, cmd.Wait()))
	assert.Regexp(t, `^\d+ messages in .*\n$`, errs.String(), "the summary and nothing else")
}

// summaryTimes are figures of a summary that no input decides.
var summaryTimes = regexp.MustCompile(`in \S+, \d+ a second`)

// Nothing of the input goes to standard error, whatever is wrong with it.
func TestSilent(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		file := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(file, []byte(content), 0o600))
		return file
	}
	var lines []string
	for _, c := range badLines {
		lines = append(lines, c.in)
	}
	const mark = "秘8812"
	lines = append(lines,
		`{"id":"`+mark+`","text":"【`+mark+`】张秘，您的借款8812元已逾期3天，请加微信`+mark+`","sender":"8812","recipient":{"name":"`+mark+`","phones":["13800008812"]}}`,
		`{"text":"`+strings.Repeat(mark, 3000)+`"}`)
	input := write("in", strings.Join(lines, "\n"))
	lenders := write("lenders", `{"name":"`+mark+`","aliases":["`+strings.Repeat(mark, 20)+`"]}`)
	for _, args := range [][]string{
		{input}, {"-tokens", input}, {"-output", "compact", input}, {"-output", "csv", input}, {"-output", "table", input}, {"-format", "text", input}, {"-explain", input}, {"-explain", "-lang", "en", input},
		{"-lenders", lenders, input}, {"-lenders", input, input},
	} {
		got := runProgram(t, nil, args...)
		assert.NotZero(t, got.status, args)
		assert.NotEmpty(t, got.errors, args)
		said := summaryTimes.ReplaceAllString(got.errors, "")
		assert.False(t, strings.Contains(said, "秘") || strings.Contains(said, "8812"), "%v: standard error tells of the input", args)
	}
}

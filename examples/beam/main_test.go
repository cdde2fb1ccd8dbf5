package main

import (
	"bytes"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/beam/internal/sample"
)

// The test binary runs as the program itself, or as one of its workers, if these are set.
const (
	asProgram = "BEAM_AS_PROGRAM"
	asWorker  = "BEAM_AS_WORKER" // the address of a relay
)

func TestMain(m *testing.M) {
	switch {
	case os.Getenv(asProgram) != "":
		main()
	case os.Getenv(asWorker) != "":
		runWorker(os.Getenv(asWorker))
	}
	flag.Parse()
	beam.Init()
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

// program returns the program, not yet started. It is killed if it outlives the test.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1")
	return cmd
}

// runPipeline runs the pipeline with the flags of this program, and of no
// others, on Prism within the test.
func runPipeline(t *testing.T, args ...string) summary {
	t.Helper()
	f, set := newFlags()
	require.NoError(t, set.Parse(args))
	o, err := f.settings(t.Context(), set.Args())
	require.NoError(t, err)
	s, err := execute(t.Context(), o)
	require.NoError(t, err)
	return s
}

// generate writes messages into a new directory.
func generate(t *testing.T, mix sample.Mix, count, files int) (dir string, names []string) {
	t.Helper()
	source, err := sample.Open(filepath.Join("..", "..", "testdata"))
	require.NoError(t, err)
	dir = t.TempDir()
	names, err = source.Write(dir, mix, count, files, true)
	require.NoError(t, err)
	return dir, names
}

func TestExitStatus(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600))
		return filepath.Join(dir, name)
	}
	good := write("good.jsonl", `{"text":"明天见"}`)
	bad := write("bad.jsonl", "{}\n{\"text\":\"明天见\"}\n")
	cut := write("cut.jsonl.gz", "\x1f\x8b\x08\x00")
	table := write("table.tsv", "text,sender\n明天见,106\n")
	picture := write("picture.jsonl", "\x89PNG\r\n\x1a\n")
	used := filepath.Join(dir, "used")
	require.NoError(t, os.Mkdir(used, 0o700))
	write("used/lenders-00000-of-00001.jsonl.gz", "")
	left := filepath.Join(dir, "left")
	require.NoError(t, os.Mkdir(left, 0o700))
	write("left/answers-00000-of-00001.jsonl.0123-4567.temp", "of a run that was ended")
	out := func() string { return filepath.Join(t.TempDir(), "new", "out") }
	for _, c := range []struct {
		name string
		args []string
		want int
		says string
	}{
		{"messages", []string{"-input", good, "-output", out()}, 0, "1 files, 1 messages"},
		{"a bad line", []string{"-input", bad, "-output", out() + "/"}, 1, "; bad lines: 1 bad_json;"},
		{"files that a run left behind", []string{"-input", good, "-output", left}, 0, "1 files, 1 messages"},
		{"no input", []string{"-output", out()}, 2, "beam: -input and -output are required\n"},
		{"no output", []string{"-input", good}, 2, "beam: -input and -output are required\n"},
		{"a pattern without quotes", []string{"-input", good, "-output", out(), bad}, 2, "beam: give the files with -input, in quotes\n"},
		{"output is a pattern", []string{"-input", good, "-output", out() + "*"}, 2, "beam: -output must be a directory, not a pattern\n"},
		{"no shards", []string{"-input", good, "-output", out(), "-shards", "-1"}, 2, "beam: -shards must be from 0 to 99999\n"},
		{"no rows", []string{"-input", good, "-output", out(), "-rows", "0"}, 2, "beam: -rows must be 1 or more\n"},
		{"no such language", []string{"-input", good, "-output", out(), "-lang", "fr"}, 2, "beam: -lang must be zh or en\n"},
		{"no lenders", []string{"-input", good, "-output", out(), "-lenders", bad}, 2, "beam: lender 2 in the file cannot be read"},
		{"no such verdict", []string{"-input", good, "-output", out(), "-only", "scams"}, 2, "beam: -only must be a list of kinds (overdue, "},
		{"no such runner", []string{"-input", good, "-output", out(), "-runner", "nosuch"}, 2, "beam: -runner must be one of prism "},
		{"not awaited", []string{"-input", good, "-output", out(), "-async"}, 2, "beam: -async needs workers elsewhere"},
		{"no such file system", []string{"-input", "nfs://x/*", "-output", out()}, 2, `"nfs" not registered`},
		{"output of another run", []string{"-input", good, "-output", used}, 2, "has the lenders of another run: choose another directory, or empty it\n"},
		{"output is a file", []string{"-input", good, "-output", good}, 2, "beam: write " + good},
		{"no file matches", []string{"-input", dir + "/*.txt", "-output", out()}, 2, "no files matching pattern"},
		{"a directory", []string{"-input", left, "-output", out()}, 2, "is a directory"},
		{"gzip cut short", []string{"-input", cut, "-output", out()}, 2, "beam: read " + cut + ": the archive is damaged or cut short\n"},
		{"a table", []string{"-input", table, "-output", out()}, 2, "beam: read " + table + ": this is of the form csv, which cannot be read: give it as JSON Lines\n"},
		{"a picture", []string{"-input", picture, "-output", out()}, 2, "beam: read " + picture + ": this is a picture, which cannot be read: "},
		{"help", []string{"-h"}, 0, "usage: beam -input pattern -output directory"},
		{"no such flag", []string{"-no-such-flag"}, 2, "usage: beam"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := program(t, c.args...)
			var errs bytes.Buffer
			cmd.Stderr = &errs
			_ = cmd.Run()
			assert.Equal(t, c.want, cmd.ProcessState.ExitCode(), errs.String())
			assert.Contains(t, errs.String(), c.says)
			assert.NotContains(t, errs.String(), "level=", "Beam says nothing of its own")
		})
	}
}

// A run that is killed while it writes leaves no file that could be taken for
// whole, and does not stand in the way of the next.
func TestKilled(t *testing.T) {
	dir, names := generate(t, sample.Mix{Seed: 5}, 3000, 1)
	var out string
	files := func(pattern string) []string {
		found, err := filepath.Glob(filepath.Join(out, pattern))
		require.NoError(t, err)
		return found
	}
	const temporary = "answers-*-of-00064.jsonl.*.temp"
	for midst, run := false, 0; !midst; run++ {
		require.Less(t, run, 20, "each of them had written all before it was killed")
		out = filepath.Join(dir, fmt.Sprint("out-", run))
		cmd := program(t, "-input", names[0], "-output", out, "-shards", "64")
		require.NoError(t, cmd.Start())
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		for len(files(temporary)) <= 2 && len(ended) == 0 {
			time.Sleep(100 * time.Microsecond)
		}
		_ = cmd.Process.Kill() // unless it has ended
		<-ended
		midst = len(files(temporary)) > 2 && len(files("*.jsonl")) == 0
	}
	s := runPipeline(t, "-input", names[0], "-output", out)
	assert.Equal(t, int64(3000), s.counts[messagesMetric])
	assert.Len(t, readLines(t, out, answersName), 3000)
	assert.NotEmpty(t, files(temporary), "they are of another run")
}

// A failing run leaves no file that could be taken for its output.
func TestFailed(t *testing.T) {
	dir, names := generate(t, sample.Mix{Seed: 6}, 200, 2)
	data, err := os.ReadFile(names[1])
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(names[1], data[:len(data)-10], 0o600))
	out := filepath.Join(dir, "out")
	cmd := program(t, "-input", dir+"/*.gz", "-output", out)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	_ = cmd.Run()
	assert.Equal(t, exitFailed, cmd.ProcessState.ExitCode())
	assert.Regexp(t, "^beam: read "+names[1]+" after line [0-9]+: the archive is damaged or cut short\n$", errs.String())
	found, err := os.ReadDir(out)
	require.NoError(t, err)
	for _, f := range found {
		assert.True(t, strings.HasSuffix(f.Name(), ".temp"), f.Name())
	}
}

// A run that ends without an error but without all of its files, as a cancelled one does, has
// failed.
func TestPublished(t *testing.T) {
	o := settings{Output: t.TempDir(), Shards: 2}
	for _, name := range []string{"answers-00000-of-00002", "answers-00001-of-00002", "bad-00000-of-00002", "lenders-00000-of-00001", "contacts-00000-of-00001"} {
		require.NoError(t, os.WriteFile(filepath.Join(o.Output, name+".jsonl"), nil, 0o600))
	}
	assert.EqualError(t, published(t.Context(), o), "the run ended with 1 of 2 files of bad")
	require.NoError(t, os.WriteFile(filepath.Join(o.Output, "bad-00001-of-00002.jsonl"), nil, 0o600))
	assert.NoError(t, published(t.Context(), o))
	o.Matters = true
	assert.EqualError(t, published(t.Context(), o), "the run ended with 0 of 2 files of matters")
}

// withEnvironment has workers started in another way than within the test.
func withEnvironment(t *testing.T, kind, config string) {
	t.Helper()
	oldKind, oldConfig := *jobopts.EnvironmentType, *jobopts.EnvironmentConfig
	t.Cleanup(func() { *jobopts.EnvironmentType, *jobopts.EnvironmentConfig = oldKind, oldConfig })
	*jobopts.EnvironmentType, *jobopts.EnvironmentConfig = kind, config
}

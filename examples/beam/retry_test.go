package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/beam/internal/sample"
)

// TestWorkersFail kills a worker in the middle of each stage, and in each worker the first read,
// write and rename of each file fails half-way. The output is that of a run without faults:
// nothing is lost and nothing is there twice.
func TestWorkersFail(t *testing.T) {
	for _, shards := range []string{"4", "0"} {
		t.Run("shards "+shards, func(t *testing.T) { workersFail(t, shards) })
	}
}

func workersFail(t *testing.T, shards string) {
	t.Helper()
	dir, _ := generate(t, sample.Mix{Seed: 9, Bad: 0.02}, 2000, 3)
	big := bytes.Repeat([]byte(strings.Repeat("x", 400_000)+"\n"), 40) // more than a worker holds back
	require.NoError(t, os.WriteFile(filepath.Join(dir, "messages-big.gz"), big, 0o600))
	calm, rough := filepath.Join(dir, "calm"), filepath.Join(dir, "rough")
	want := runPipeline(t, "-input", dir+"/*.gz", "-output", calm, "-shards", shards, "-matters")

	r := startRelay(t)
	withEnvironment(t, "external", r.address)
	staged := filepath.Join(dir, "nothing") // in place of this large binary
	require.NoError(t, os.WriteFile(staged, []byte("nothing"), 0o600))
	*jobopts.WorkerBinary = staged
	t.Cleanup(func() { *jobopts.WorkerBinary = "" })
	runPipeline(t, "-input", faultyScheme+dir+"/*.gz", "-output", faultyScheme+rough, "-shards", shards, "-matters")

	for _, name := range outputNames {
		a, b := readLines(t, calm, name), readLines(t, rough, name)
		if name == badName {
			for i := range b {
				b[i] = strings.Replace(b[i], faultyScheme, "", 1)
			}
		}
		if name != lendersName && name != contactsName { // in no order
			slices.Sort(a)
			slices.Sort(b)
		}
		require.NotEmpty(t, a)
		assert.True(t, slices.Equal(a, b), name)
	}
	left, err := filepath.Glob(filepath.Join(rough, "*.temp"))
	require.NoError(t, err)
	assert.Empty(t, left, "what attempts that failed have left is removed")

	r.mu.Lock()
	defer r.mu.Unlock()
	assert.Equal(t, want.counts, r.counts, "each message counts once")
	assert.Len(t, r.killed, len(r.sinks), "a worker is killed in each stage")
	assert.Greater(t, len(r.workers), len(r.killed), "each kill is of one")
	assert.Positive(t, r.dropped, "some attempts that failed had handed on already")
	all := strings.Join(r.errors, "\n")
	for _, fault := range []error{errReading, errWriting, errRenaming} {
		assert.Contains(t, all, fault.Error())
	}
	assert.NotRegexp(t, regexp.MustCompile(`\p{Han}|1380000[0-9]{4}`), all+r.log.String(), "no message and no recipient is in an error or a log")
	t.Logf("%d workers for %d stages, %d errors", len(r.workers), len(r.killed), len(r.errors))
}

// faultyScheme is a file system on which each operation fails the first time.
const faultyScheme = "faulty://"

func init() {
	filesystem.Register(strings.TrimSuffix(faultyScheme, "://"), func(ctx context.Context) filesystem.Interface {
		return faulty{local.New(ctx)}
	})
}

var (
	errReading  = errors.New("reading failed half-way")
	errWriting  = errors.New("writing failed half-way")
	errRenaming = errors.New("the connection was lost after renaming")
)

// faulty is the local file system with its faults, which are those of a process.
type faulty struct{ filesystem.Interface }

var faults struct {
	sync.Mutex
	had map[string]bool
}

// firstTime reports whether a key is asked for the first time in this process.
// Temporary names of one file are the same.
func firstTime(what, name string) bool {
	name, _, _ = strings.Cut(name, ".jsonl")
	faults.Lock()
	defer faults.Unlock()
	if faults.had == nil {
		faults.had = map[string]bool{}
	}
	had := faults.had[what+name]
	faults.had[what+name] = true
	return !had
}

func (f faulty) List(ctx context.Context, glob string) ([]string, error) {
	names, err := f.Interface.List(ctx, strings.TrimPrefix(glob, faultyScheme))
	for i := range names {
		names[i] = faultyScheme + names[i]
	}
	return names, err
}

func (f faulty) Size(ctx context.Context, name string) (int64, error) {
	return f.Interface.Size(ctx, strings.TrimPrefix(name, faultyScheme))
}

func (f faulty) OpenRead(_ context.Context, name string) (io.ReadCloser, error) {
	data, err := os.ReadFile(strings.TrimPrefix(name, faultyScheme))
	if err != nil {
		return nil, err
	}
	if strings.Contains(name, "messages-") && firstTime("read", name) {
		return io.NopCloser(io.MultiReader(bytes.NewReader(data[:len(data)/2]), failing{})), nil
	}
	return io.NopCloser(bytes.NewReader(data)), nil
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errReading }

func (f faulty) OpenWrite(ctx context.Context, name string) (io.WriteCloser, error) {
	w, err := f.Interface.OpenWrite(ctx, strings.TrimPrefix(name, faultyScheme))
	if err == nil && firstTime("write", name) {
		w = halfWriter{w}
	}
	return w, err
}

// halfWriter writes half of what it is given, once.
type halfWriter struct{ io.WriteCloser }

func (w halfWriter) Write(p []byte) (int, error) {
	n, err := w.WriteCloser.Write(p[:len(p)/2])
	return n, cmp.Or(err, errWriting)
}

func (f faulty) Rename(_ context.Context, from, to string) error {
	err := os.Rename(strings.TrimPrefix(from, faultyScheme), strings.TrimPrefix(to, faultyScheme))
	if err == nil && firstTime("rename", to) {
		err = errRenaming
	}
	return err
}

func (f faulty) Remove(_ context.Context, name string) error {
	return os.Remove(strings.TrimPrefix(name, faultyScheme))
}

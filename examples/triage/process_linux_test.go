package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/internal/slow"
)

// Ctrl-C ends a run that waits for input, quietly and with whole lines.
func TestInterrupt(t *testing.T) {
	cmd := program(t)
	stdin, err := cmd.StdinPipe()
	require.NoError(t, err)
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	require.NoError(t, cmd.Start())
	_, err = io.WriteString(stdin, `{"text":"明天见"}`+"\n"+`{"text":"好"}`+"\n"+`{"text":"cut sho`)
	require.NoError(t, err)
	out := bufio.NewReader(stdout)
	for range 2 { // answers come while the input is still open
		line, err := out.ReadBytes('\n')
		require.NoError(t, err)
		assert.True(t, json.Valid(line))
	}
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	rest, err := io.ReadAll(out)
	require.NoError(t, err)
	assert.Empty(t, rest)
	assert.Equal(t, exitInterrupted, wait(t, cmd.Wait()))
	assert.Regexp(t, `^2 messages in .*\n$`, errs.String(), "the summary and nothing else")
}

// Ctrl-C during work also leaves whole lines.
func TestInterruptAtWork(t *testing.T) {
	cmd := program(t)
	cmd.Stdin = endless(`{"text":"【某某金融】您已逾期3天，请还款100元。"}` + "\n")
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	lines := bufio.NewScanner(stdout)
	count := 0
	for ; lines.Scan(); count++ {
		require.True(t, json.Valid(lines.Bytes()), "line %d is not whole", count+1)
		if count == 1000 {
			require.NoError(t, cmd.Process.Signal(os.Interrupt))
		}
	}
	assert.Greater(t, count, 1000)
	// The copying of standard input sees a broken pipe; the status is what counts.
	_ = cmd.Wait()
	assert.Equal(t, exitInterrupted, cmd.ProcessState.ExitCode())
}

// Ctrl-C ends a run by matter, too: while it reads, and while it works. What was answered is
// whole, and no page is left.
func TestInterruptMatters(t *testing.T) {
	dir := t.TempDir()
	cmd := program(t, "-matters", "-report", filepath.Join(dir, "page.html"))
	stdin, err := cmd.StdinPipe()
	require.NoError(t, err)
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	_, err = io.WriteString(stdin, `{"text":"您已逾期3天"}`+"\n{}\n")
	require.NoError(t, err)
	out := bufio.NewReader(stdout)
	line, err := out.ReadBytes('\n')
	require.NoError(t, err)
	assert.True(t, json.Valid(line))
	assert.Contains(t, string(line), "bad_json", "a bad line is answered while the input is still open")
	require.NoError(t, cmd.Process.Signal(os.Interrupt))
	rest, err := io.ReadAll(out)
	require.NoError(t, err)
	assert.Empty(t, rest)
	assert.Equal(t, exitInterrupted, wait(t, cmd.Wait()))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, entries)
}

// endless repeats a line.
type endless string

func (e endless) Read(p []byte) (int, error) {
	n := 0
	for len(p)-n >= len(e) {
		n += copy(p[n:], e)
	}
	if n == 0 {
		return 0, io.ErrShortBuffer
	}
	return n, nil
}

// TestMemory compares what a run holds at most for a small input and for one one
// much longer, and for a line that does not end.
func TestMemory(t *testing.T) {
	slow.Skip(t)
	if growth.Race {
		t.Skip("the memory would be the race detector's")
	}
	line := `{"id":"1","text":"明天见"}` + "\n"
	peak := func(in io.Reader) int64 {
		cmd := program(t)
		cmd.Stdin = in
		if err := cmd.Run(); err != nil {
			assert.Equal(t, exitBadLines, wait(t, err))
		}
		return int64(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss) // KiB
	}
	// Enough to fill every buffer on the way.
	small := peak(io.LimitReader(endless(line), int64(3_000*len(line))))
	large := peak(io.LimitReader(endless(line), int64(100_000*len(line))))
	one := peak(io.LimitReader(endless("8888888888888888"), 64<<20))
	t.Logf("KiB: %d, %d, %d", small, large, one)
	assert.Less(t, large-small, int64(32<<10))
	assert.Less(t, one-small, int64(32<<10))
}

// The bar shows where standard error is a terminal and the input a file, and
// only there; the answers are the same.
func TestBar(t *testing.T) {
	file := filepath.Join(t.TempDir(), "in.jsonl")
	in := strings.Repeat(`{"text":"明天见"}`+"\n", 2000)
	require.NoError(t, os.WriteFile(file, []byte(in), 0o600))
	want := runProgram(t, nil, file)
	assert.NotContains(t, want.errors, "%")

	for _, c := range []struct {
		name  string
		args  []string
		stdin io.Reader
		shows bool
	}{
		{name: "a file", args: []string{file}, shows: true},
		{name: "a pipe", stdin: strings.NewReader(in)},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := program(t, c.args...)
			var out bytes.Buffer
			cmd.Stdin, cmd.Stdout = c.stdin, &out
			shown := terminal(t, &cmd.Stderr)
			require.NoError(t, cmd.Run())
			assert.Equal(t, want.out, out.String())
			errors := shown()
			assert.Equal(t, c.shows, strings.Contains(errors, "%"), errors)
			assert.Contains(t, errors, "2000 messages in ")
		})
	}
}

// terminal sets w to a pseudo terminal. The function it returns closes it and
// returns all that was written.
func terminal(t *testing.T, w *io.Writer) func() string {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Skip("this machine gives no pseudo terminals")
	}
	t.Cleanup(func() { master.Close() })
	require.NoError(t, unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0))
	number, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	require.NoError(t, err)
	slave, err := os.OpenFile(fmt.Sprintf("/dev/pts/%d", number), os.O_RDWR|syscall.O_NOCTTY, 0)
	require.NoError(t, err)
	*w = slave
	var read []byte
	var done sync.WaitGroup
	done.Go(func() { read, _ = io.ReadAll(master) }) // ends with an error when the other side closes
	return func() string {
		slave.Close()
		done.Wait()
		return string(read)
	}
}

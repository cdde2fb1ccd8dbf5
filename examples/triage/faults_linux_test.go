package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/slow"
)

// faultsInput is a file of some hundred lines, and what a run answers to it.
func faultsInput(t *testing.T) (file string, want result) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "in.jsonl")
	require.NoError(t, os.WriteFile(file, []byte(strings.Join(inputs(t)[:500], "\n")), 0o600))
	want = runProgram(t, nil, file)
	require.Equal(t, exitBadLines, want.status)
	require.Greater(t, len(want.out), 1<<20)
	return file, want
}

// script returns a shell that runs a script, in which "$@" is the program, with
// mounts of its own where it needs them.
func script(t *testing.T, mounts bool, text string) *exec.Cmd {
	t.Helper()
	cmd := program(t)
	shell := []string{"sh", "-c", text, "sh", cmd.Path}
	if mounts {
		if err := exec.Command("unshare", "--mount", "true").Run(); err != nil {
			t.Skip("no right to mount: ", err)
		}
		shell = append([]string{"unshare", "--mount"}, shell...)
	}
	path, err := exec.LookPath(shell[0])
	require.NoError(t, err)
	cmd.Path, cmd.Args = path, shell
	return cmd
}

// TestFaults runs the program where something is missing that it can do without:
// its answers are the same.
func TestFaults(t *testing.T) {
	slow.Skip(t)
	file, want := faultsInput(t)
	for _, c := range []struct {
		name, script string
		mounts       bool
	}{
		{"no folder for temporary files", `TMPDIR=/nowhere exec "$@"`, false},
		{"no environment", `exec env -i ` + asProgram + `=1 "$@"`, false},
		{"no folder to stand in", `d=$(mktemp -d) && cd "$d" && rmdir "$d" && exec "$@"`, false},
		{"no standard error", `exec "$@" 2>&-`, false},
		{"a full standard error", `exec "$@" 2>/dev/full`, false},
		{"little memory", `GOMEMLIMIT=8MiB exec "$@"`, false},
		{"little memory and no other collection", `GOMEMLIMIT=24MiB GOGC=off exec "$@"`, false},
		{"a single core", `GOMAXPROCS=1 exec "$@"`, false},
		{"files may not be written", `ulimit -f 0 && exec "$@"`, false},
		{"read-only file systems", `mount -o remount,ro,bind / && mount -o bind "$DIR" "$DIR" && mount -o remount,ro,bind "$DIR" && cd "$DIR" && ! touch x 2>/dev/null && TMPDIR="$DIR" exec "$@"`, true},
		{"no /proc and a full folder for temporary files", `mount -t tmpfs none /proc && mount -t tmpfs -o size=64k none "$DIR" && TMPDIR="$DIR" exec "$@"`, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := script(t, c.mounts, c.script)
			cmd.Env = append(cmd.Env, "DIR="+t.TempDir())
			var out, errs bytes.Buffer
			in, err := os.Open(file)
			require.NoError(t, err)
			defer in.Close()
			cmd.Stdin, cmd.Stdout, cmd.Stderr = in, &out, &errs
			assert.Equal(t, want.status, wait(t, cmd.Run()), errs.String())
			assert.True(t, want.out == out.String(), "other answers")
		})
	}
}

// TestFullOutput runs out of room for the answers: the status and a line tell,
// what is there is whole, and what was there before stays.
func TestFullOutput(t *testing.T) {
	slow.Skip(t)
	file, want := faultsInput(t)
	const before = "before\n"
	for _, c := range []struct {
		name, script string
		mounts       bool
	}{
		{"a full disk", `mount -t tmpfs -o size=300k none "$DIR"`, true},
		{"a limit on files", `ulimit -f 500`, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := script(t, c.mounts, c.script+` && cd "$DIR" && echo before >out && { "$@" "$IN" >>out; status=$?; cat out; exit $status; }`)
			cmd.Env = append(cmd.Env, "DIR="+t.TempDir(), "IN="+file)
			var out, errs bytes.Buffer
			cmd.Stdout, cmd.Stderr = &out, &errs
			assert.Equal(t, exitFailed, wait(t, cmd.Run()), errs.String())
			assert.Contains(t, errs.String(), "free some space and run it again")
			assert.Greater(t, out.Len(), 100<<10)
			got, ok := strings.CutPrefix(out.String(), before)
			assert.True(t, ok, "what was there before is gone")
			assert.True(t, strings.HasSuffix(got, "\n"), "half an answer")
			assert.True(t, strings.HasPrefix(want.out, got), "other answers")
		})
	}
	for _, text := range []string{`exec "$@" "$IN" >/dev/full`, `exec "$@" "$IN" 1</dev/null`} {
		cmd := script(t, false, text)
		cmd.Env = append(cmd.Env, "IN="+file)
		var errs bytes.Buffer
		cmd.Stderr = &errs
		assert.Equal(t, exitFailed, wait(t, cmd.Run()))
		assert.Contains(t, errs.String(), "triage: write ")
	}
}

// TestKilled ends runs at random before their input has ended, and starts them again. What a run
// leaves is the beginning of what a complete run writes; if it could end by itself, it ends with a
// complete answer.
func TestKilled(t *testing.T) {
	slow.Skip(t)
	file, want := faultsInput(t)
	input, err := os.ReadFile(file)
	require.NoError(t, err)
	rng := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name   string
		signal syscall.Signal
		status int
	}{{"terminated", syscall.SIGTERM, exitInterrupted}, {"killed", syscall.SIGKILL, -1}} {
		t.Run(c.name, func(t *testing.T) {
			for range 8 {
				out, err := os.Create(filepath.Join(t.TempDir(), "out.jsonl"))
				require.NoError(t, err)
				defer out.Close()
				cmd := program(t)
				cmd.Stdout = out
				stdin, err := cmd.StdinPipe()
				require.NoError(t, err)
				require.NoError(t, cmd.Start())
				go stdin.Write(input) // and no end
				enough := rng.Int64N(int64(len(want.out)) / 2)
				for size := int64(0); size <= enough; time.Sleep(time.Millisecond) {
					info, err := out.Stat()
					require.NoError(t, err)
					size = info.Size()
				}
				require.NoError(t, cmd.Process.Signal(c.signal))
				_ = cmd.Wait() // the status is what counts
				data, err := os.ReadFile(out.Name())
				require.NoError(t, err)
				assert.True(t, strings.HasPrefix(want.out, string(data)), "other answers")
				assert.Equal(t, c.status, cmd.ProcessState.ExitCode())
				if c.signal != syscall.SIGKILL {
					assert.True(t, bytes.HasSuffix(data, []byte("\n")), "half an answer")
				}
			}
			again := runProgram(t, nil, file)
			assert.Equal(t, want.status, again.status)
			assert.True(t, want.out == again.out, "other answers")
		})
	}
}

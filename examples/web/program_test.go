package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
)

// asProgram makes the test binary run as the program itself, so that signals and
// exit statuses are those of a process.
const asProgram = "WEB_AS_PROGRAM"

// endChromium ends the browser of the tests, if it was started.
var endChromium = func() {}

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	status := m.Run()
	endChromium()
	os.Exit(status)
}

// program returns the program, not yet started. It is killed where it outlives the
// test.
func program(t *testing.T, env []string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Env = append(append(os.Environ(), asProgram+"=1", "GORACE=atexit_sleep_ms=0"), env...)
	return cmd
}

func status(t *testing.T, err error) int {
	t.Helper()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return exit.ExitCode()
	}
	require.NoError(t, err)
	return 0
}

func TestExitStatus(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	for _, c := range []struct {
		name   string
		env    []string
		args   []string
		want   int
		errors string // part of what goes to standard error
	}{
		{"help", nil, []string{"-h"}, 0, "Exit status: 0 after Ctrl-C"},
		{"force what", nil, []string{"-f"}, 2, "usage: web [flags]"},
		{"no folder", nil, []string{"-export", ""}, 2, "usage: web [flags]"},
		{"write or serve", nil, []string{"-export", t.TempDir(), "-addr", "127.0.0.1:0"}, 2, "usage: web [flags]"},
		{"a folder that is not empty", nil, []string{"-export", filepath.Dir(file)}, 1, "is not empty; to write into it anyway, add -f"},
		{"a folder that is a file", nil, []string{"-export", file, "-f"}, 1, "cannot write the site"},
		{"no such flag", nil, []string{"-port", "1"}, 2, "usage: web [flags]"},
		{"an argument", nil, []string{"8080"}, 2, "usage: web [flags]"},
		{"a taken port", nil, []string{"-addr", taken.Addr().String()}, 1, taken.Addr().String() + " is taken by another program"},
		{"no port", nil, []string{"-addr", "127.0.0.1"}, 1, "missing port"},
		{"no such host", nil, []string{"-addr", "256.0.0.1:0"}, 1, "cannot serve at 256.0.0.1:0"},
		{"no cache directory", []string{"HOME=", "XDG_CACHE_HOME="}, []string{"-addr", "127.0.0.1:0"}, 1, "no cache directory"},
		{"a cache that is a file", []string{"XDG_CACHE_HOME=" + file}, []string{"-addr", "127.0.0.1:0"}, 1, "cannot keep the page's module"},
		{"no Go", []string{"XDG_CACHE_HOME=" + t.TempDir(), "PATH="}, []string{"-addr", "127.0.0.1:0"}, 1, "the go command is needed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cmd := program(t, c.env, c.args...)
			var errs bytes.Buffer
			cmd.Stderr = &errs
			assert.Equal(t, c.want, status(t, cmd.Run()))
			assert.Contains(t, errs.String(), c.errors)
		})
	}
}

func TestVersion(t *testing.T) {
	out, err := program(t, nil, "-version").Output()
	require.NoError(t, err)
	assert.Equal(t, "web "+dunsms.Version+"\n", string(out))
}

// Elsewhere than in the checkout there is nothing to build.
func TestElsewhere(t *testing.T) {
	cmd := program(t, []string{"XDG_CACHE_HOME=" + t.TempDir(), "GOWORK=off"}, "-addr", "127.0.0.1:0")
	cmd.Dir = t.TempDir()
	var errs bytes.Buffer
	cmd.Stderr = &errs
	assert.Equal(t, 1, status(t, cmd.Run()))
	assert.Contains(t, errs.String(), "is this the checkout of dunsms?")
}

// The program writes the site, and says where it is.
func TestProgramExports(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "site")
	cmd := program(t, nil, "-export", dir)
	var errs bytes.Buffer
	cmd.Stderr = &errs
	require.Equal(t, 0, status(t, cmd.Run()), errs.String())
	assert.Contains(t, errs.String(), "the site is in "+dir)
	data, err := os.ReadFile(filepath.Join(dir, "dunsms.wasm"))
	require.NoError(t, err)
	assert.True(t, bytes.HasPrefix(data, []byte("\x00asm")))
}

// The program builds the module, says where the page is, serves it, and ends in
// quiet. The second time it builds nothing.
func TestProgram(t *testing.T) {
	cache := t.TempDir()
	compiled, err := exec.Command("go", "env", "GOCACHE").Output() // else there is none in the new cache
	require.NoError(t, err)
	env := []string{"XDG_CACHE_HOME=" + cache, "GOCACHE=" + strings.TrimSpace(string(compiled))}
	for _, first := range []bool{true, false} {
		cmd := program(t, env, "-addr", "127.0.0.1:0")
		pipe, err := cmd.StderrPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		lines := bufio.NewReader(pipe)
		said, err := lines.ReadString('\n')
		require.NoError(t, err)
		if first {
			assert.Contains(t, said, "building")
			said, err = lines.ReadString('\n')
			require.NoError(t, err)
		}
		if strings.HasPrefix(said, "screenshots cannot be read") { // where npm has not installed what reads them
			said, err = lines.ReadString('\n')
			require.NoError(t, err)
		}
		require.Regexp(t, `^the page is at http://127\.0\.0\.1:\d+ \(Ctrl-C ends it\)\n$`, said)
		url := strings.Fields(said)[4]

		for path, want := range map[string]string{"/": "<!doctype html>", "/dunsms.wasm": "\x00asm"} {
			resp, err := http.Get(url + path)
			require.NoError(t, err)
			data, err := io.ReadAll(resp.Body)
			require.NoError(t, err)
			require.NoError(t, resp.Body.Close())
			assert.True(t, strings.HasPrefix(string(data), want))
		}
		require.NoError(t, cmd.Process.Signal(os.Interrupt))
		rest, err := io.ReadAll(lines)
		require.NoError(t, err)
		assert.Empty(t, rest)
		assert.Equal(t, 0, status(t, cmd.Wait()))
	}
}

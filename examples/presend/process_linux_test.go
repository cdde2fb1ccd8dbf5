package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// asProgram makes the test binary run as the program.
const asProgram = "PRESEND_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
	}
	os.Exit(m.Run())
}

// program returns the program, not yet started. It is killed if it outlives the test.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	cmd := exec.CommandContext(t.Context(), self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "GORACE=atexit_sleep_ms=0")
	return cmd
}

// statusOfExit returns the exit status that err of a process says.
func statusOfExit(t *testing.T, err error) int {
	t.Helper()
	if exit := (*exec.ExitError)(nil); errors.As(err, &exit) {
		return exit.ExitCode()
	}
	require.NoError(t, err)
	return 0
}

// Ctrl-C ends a run that waits for input, with whole lines.
func TestInterrupt(t *testing.T) {
	for _, format := range []string{"json", "csv", "sarif"} {
		cmd := program(t, "-format", format)
		stdin, err := cmd.StdinPipe()
		require.NoError(t, err)
		var out, errs bytes.Buffer
		cmd.Stdout = &out
		stderr, err := cmd.StderrPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		// More than the program reads at once, and then half a row.
		_, err = io.WriteString(stdin, headers+strings.Repeat(clean, 2000)+"【青禾")
		require.NoError(t, err)
		require.NoError(t, cmd.Process.Signal(os.Interrupt))
		_, err = errs.ReadFrom(stderr)
		require.NoError(t, err)
		assert.Equal(t, exitInterrupted, statusOfExit(t, cmd.Wait()))
		assert.Regexp(t, `^\d+ checked in .*\n$`, errs.String(), "the summary and nothing else")
		if out.Len() > 0 {
			assert.True(t, strings.HasSuffix(out.String(), "\n"))
		}
		if format == "sarif" {
			readSARIF(t, out.String())
		}
	}
}

// If whatever reads the output goes away, the run ends without an error message.
func TestBrokenPipe(t *testing.T) {
	for _, format := range []string{"json", "csv", "sarif", "table"} {
		cmd := program(t, "-format", format)
		cmd.Stdin = strings.NewReader(headers + strings.Repeat(wrong, 5000))
		stdout, err := cmd.StdoutPipe()
		require.NoError(t, err)
		var errs bytes.Buffer
		cmd.Stderr = &errs
		require.NoError(t, cmd.Start())
		_, err = bufio.NewReader(stdout).ReadByte()
		require.NoError(t, err)
		require.NoError(t, stdout.Close())
		_ = cmd.Wait() // the copying of standard input may see a broken pipe
		assert.Equal(t, exitBrokenPipe, cmd.ProcessState.ExitCode(), format)
		assert.NotContains(t, errs.String(), "presend:")
	}
}

//go:build unix

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"unicode"

	"github.com/creack/pty"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// onTerminal runs the program with its output on a terminal of so many columns, and returns what
// it writes there.
func onTerminal(t *testing.T, columns uint16, in string, env []string, args ...string) string {
	t.Helper()
	cmd := program(t, args...)
	ours, its, err := pty.Open()
	require.NoError(t, err)
	defer ours.Close()
	require.NoError(t, pty.Setsize(its, &pty.Winsize{Rows: 24, Cols: columns}))
	var errs bytes.Buffer
	cmd.Env = append(append(cmd.Env, "TERM=xterm", "NO_COLOR=", "COLUMNS="), env...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(in), its, &errs
	require.NoError(t, cmd.Start())
	require.NoError(t, its.Close())
	out, err := io.ReadAll(ours)
	if !errors.Is(err, syscall.EIO) { // how Linux ends what a terminal says
		require.NoError(t, err)
	}
	require.Contains(t, []int{exitOK, exitBadLines}, wait(t, cmd.Wait()), errs.String())
	return strings.ReplaceAll(string(out), "\r\n", "\n")
}

// TestTerminal reads, on terminals of several widths, the table that fits each; on what is no
// terminal JSON Lines.
func TestTerminal(t *testing.T) {
	phone, err := os.ReadFile("testdata/phone.xml")
	require.NoError(t, err)
	for _, columns := range tableWidths {
		got := onTerminal(t, uint16(columns), string(phone), []string{"NO_COLOR=1"})
		want := runWith(t, string(phone), columns, "-output", "table")
		assert.Equal(t, want, got)
		coloured := onTerminal(t, uint16(columns), string(phone), nil)
		assert.NotEqual(t, want, coloured)
		assert.Equal(t, want, sgr.ReplaceAllString(coloured, ""))
		assert.Equal(t, want, onTerminal(t, uint16(columns), string(phone), []string{"TERM=dumb"}))
	}
	assert.Equal(t, runWith(t, string(phone), 80, "-output", "table"), onTerminal(t, 0, string(phone), []string{"NO_COLOR=1"}), "a terminal without a width")
	piped := runWith(t, string(phone), 80)
	assert.True(t, strings.HasPrefix(piped, `{"v":1,"line":5,`))
	assert.Equal(t, piped, onTerminal(t, 80, string(phone), nil, "-output", "json"))
	assert.Equal(t, piped, runWith(t, string(phone), 80, "-output", "json"))
}

// runWith runs the program where there is no terminal.
func runWith(t *testing.T, in string, columns int, args ...string) string {
	t.Helper()
	t.Setenv("COLUMNS", map[int]string{40: "40", 80: "", 200: "200"}[columns])
	return runProgram(t, strings.NewReader(in), args...).out
}

// TestTerminalIsSafe: nothing in a message moves the cursor, colours a word or reverses the text,
// whatever the form.
func TestTerminalIsSafe(t *testing.T) {
	const evil = "\x1b[31m\x1b]0;a\x07\u0008\u007f\u0085\u009b2J\u202e\u2066\U000E0041"
	in := quoted(t, map[string]string{"id": "1" + evil, "sender": "106" + evil, "text": "【某某" + evil + "金融】您" + evil + "的借款100元已逾期3天，请还款。"}) +
		quoted(t, map[string]string{"id": "2" + evil})
	for _, args := range [][]string{
		nil, {"-explain"}, {"-output", "json"}, {"-output", "compact"}, {"-tokens"}, {"-fields", allFields}, {"-matters"}, {"-matters", "-output", "json"},
	} {
		out := onTerminal(t, 80, in, []string{"NO_COLOR=1"}, args...)
		assert.Equal(t, -1, strings.IndexFunc(out, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }), args)
		assert.NotEmpty(t, out)
	}
	// JSON says on a terminal what it says elsewhere.
	want := runProgram(t, strings.NewReader(in)).out
	got := onTerminal(t, 80, in, nil, "-output", "json")
	assert.NotEqual(t, want, got)
	for i, l := range strings.Split(strings.TrimSpace(want), "\n") {
		assert.JSONEq(t, l, strings.Split(got, "\n")[i])
	}
}

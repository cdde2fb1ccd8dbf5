package main

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
)

// TestUsage has every flag once, in a group, with what it is for; and in the README.
func TestUsage(t *testing.T) {
	readme, err := os.ReadFile("README.md")
	require.NoError(t, err)
	var shown, defined []string
	for _, g := range groups {
		shown = append(shown, g.flags...)
	}
	flagsOf(new(settings), new(raw)).VisitAll(func(f *flag.Flag) { defined = append(defined, f.Name) })
	assert.ElementsMatch(t, append(defined, "h"), shown)
	assert.Len(t, help, len(shown))
	var b bytes.Buffer
	writeUsage(&b, flagsOf(new(settings), new(raw)))
	for _, name := range shown {
		assert.NotEmpty(t, help[name], name)
		assert.Contains(t, b.String(), "\n  -"+name)
		assert.True(t, strings.Contains(string(readme), "`-"+name), name)
	}
	for row := range strings.Lines(b.String()) {
		assert.LessOrEqual(t, width(strings.TrimSuffix(row, "\n")), 88, row)
	}
}

// Requested help goes to standard output; if the command line is wrong, only a short usage is
// printed.
func TestHelp(t *testing.T) {
	for _, ask := range []string{"-h", "-help", "--help"} {
		got := runProgram(t, nil, ask)
		assert.Equal(t, exitOK, got.status)
		assert.Empty(t, got.errors)
		for _, part := range []string{"usage: triage", "Examples:", "Exit status:", "What is read:"} {
			assert.Contains(t, got.out, part)
		}
	}
	got := runProgram(t, nil, "-no-such-flag")
	assert.Equal(t, exitFailed, got.status)
	assert.Empty(t, got.out)
	assert.Equal(t, "triage: flag provided but not defined: -no-such-flag\n"+shortUsage, got.errors)
	got = runProgram(t, nil, "-version")
	assert.Equal(t, result{out: "triage " + dunsms.Version + "\n"}, got)
}

// TestExamples reads the command line of every example.
func TestExamples(t *testing.T) {
	read := 0
	for row := range strings.Lines(examples) {
		_, line, is := strings.Cut(row, "triage ")
		if !is || !strings.HasPrefix(row, "  ") || strings.HasPrefix(row, indent) {
			continue
		}
		line, _, _ = strings.Cut(line, " > ")
		var errs bytes.Buffer
		_, err := parseArgs(strings.Fields(line), &errs, &errs)
		assert.NoError(t, err, line)
		assert.Empty(t, errs.String())
		read++
	}
	assert.Equal(t, 6, read)
}

// A flag that is for one form only asks for that form.
func TestOutputOf(t *testing.T) {
	for _, c := range []struct {
		args string
		want outputForm
	}{
		{"", outputAuto}, {"-explain", outputExplain}, {"-output explain -explain", outputExplain}, {"-tokens", outputJSON},
		{"-fields line", outputCSV}, {"-bom", outputCSV}, {"-matters", outputAuto}, {"-output table", outputTable}, {"-output compact", outputCompact},
	} {
		s, err := parseArgs(strings.Fields(c.args), nil, nil)
		require.NoError(t, err, c.args)
		assert.Equal(t, c.want, s.output, c.args)
	}
}

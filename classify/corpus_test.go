package classify

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// What tests measure on: the project's own cases, and labelled messages outside the checkout,
// which not everybody has.
const (
	ownCases = "testdata/cases.jsonl"
	unseen   = "testdata/cases" // the project's cases that were written without sight of the weights
	material = "../shared/devset"
)

// testCase is a line of a file of cases.
type testCase struct {
	ID         string           `json:"id"`
	Text       string           `json:"text"`
	Sender     string           `json:"sender"`
	ReceivedAt time.Time        `json:"received_at"`
	Recipient  identity.Profile `json:"recipient"`
	Facts      Facts            `json:"facts"`
	Lenders    []parser.Lender  `json:"lenders"`
	Expected   Verdict          `json:"expected"`
	Status     SenderStatus     `json:"sender_status"`
	Also       []Verdict        `json:"also"`
	Hard       bool             `json:"hard"`
	Why        string           `json:"why"`
}

func (c *testCase) context() Context {
	return Context{Recipient: c.Recipient, Sender: c.Sender, ReceivedAt: c.ReceivedAt, Facts: c.Facts, Lenders: c.Lenders}
}

func (c *testCase) notice(t testing.TB) *parser.Notice {
	t.Helper()
	n, err := parser.Parse(c.Text)
	require.NoError(t, err)
	return n
}

func (c *testCase) isRight(v Verdict) bool { return v == c.Expected || slices.Contains(c.Also, v) }

// message is a labelled message without context.
type message struct {
	Text   string      `json:"text"`
	Kind   parser.Kind `json:"kind"`
	Origin string      `json:"origin"`
	Source string      `json:"source"`
	Asks   []string    `json:"asks"`
}

// moduleRoot returns the nearest directory above that holds go.mod.
func moduleRoot(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	require.NoError(t, err)
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		require.NotEqual(t, dir, filepath.Dir(dir), "no go.mod above the package")
		dir = filepath.Dir(dir)
	}
}

// readLines reads a file of JSON lines, named from the module root; none if it is missing. A line
// that is not JSON fails the test, which does not print it.
func readLines[T any](t testing.TB, name string) []T {
	t.Helper()
	return readFile[T](t, filepath.Join(moduleRoot(t), name))
}

// readFile is readLines for a file anywhere.
func readFile[T any](t testing.TB, name string) []T {
	t.Helper()
	f, err := os.Open(name)
	if os.IsNotExist(err) {
		return nil
	}
	require.NoError(t, err)
	defer f.Close()
	var all []T
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var row T
		require.True(t, json.Unmarshal(lines.Bytes(), &row) == nil, "%s: line %d cannot be read", name, len(all)+1)
		all = append(all, row)
	}
	require.NoError(t, lines.Err())
	return all
}

// mustReadLines skips the test if the file is missing.
func mustReadLines[T any](t testing.TB, name string) []T {
	t.Helper()
	all := readLines[T](t, name)
	if len(all) == 0 {
		t.Skipf("no %s beside the checkout", name)
	}
	return all
}

// allCases returns the cases of all existing files.
func allCases(t testing.TB) []testCase {
	t.Helper()
	all := append(readLines[testCase](t, ownCases), readLines[testCase](t, material+"/cases.jsonl")...)
	if len(all) == 0 {
		t.Skip("no cases")
	}
	return all
}

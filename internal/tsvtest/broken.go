// Package tsvtest holds what the tests of embedded tables share. Only tests import
// it.
package tsvtest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Broken is the text of an embedded table whose last row breaks a rule, and the
// function that reads such a table. It is an alias, so that the rows of a test may
// leave out the names of its fields.
type Broken = struct {
	Table, Text, Rule string
	Read              func(text string)
}

// CheckBroken asserts that each table panics with its name, the line of its last
// row and the rule, and nothing else.
func CheckBroken(t *testing.T, tables []Broken) {
	t.Helper()
	for _, b := range tables {
		text := "# head\n\n" + b.Text
		want := fmt.Sprintf("dunsms: embedded table %s, line %d: %s", b.Table, strings.Count(text, "\n")+1, b.Rule)
		assert.PanicsWithValue(t, want, func() { b.Read(text) }, "%s: %s", b.Table, b.Rule)
	}
}

// Reading returns a function that reads a table by load.
func Reading[T any](load func(text string) T) func(text string) {
	return func(text string) { load(text) }
}

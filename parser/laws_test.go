package parser_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// checkLaws asserts what holds of the notice of any text: its spans, that it
// comes out the same again, that its JSON reads back, and that it prints
// hidden.
func checkLaws(t *testing.T, text string, n *parser.Notice) {
	t.Helper()
	walk(reflect.ValueOf(n), func(f parser.Found) {
		s := f.Span
		require.True(t, 0 <= s.Start && s.Start <= s.End && s.End <= len(text), "span out of the text: %v", s)
		assert.True(t, f.Text == text[s.Start:s.End], "text differs from its span: %v", s)
		assert.True(t, onRune(text, s.Start) && onRune(text, s.End), "span within a character: %v", s)
	})
	data, err := json.Marshal(n)
	require.NoError(t, err)
	again, err := parser.Parse(text)
	require.NoError(t, err)
	assert.True(t, reflect.DeepEqual(n, again), "another notice the second time")

	var read parser.Notice
	require.NoError(t, json.Unmarshal(data, &read))
	read.Tokens = n.Tokens // not in the JSON
	assert.True(t, reflect.DeepEqual(n, &read), "JSON does not read back")

	checkHidden(t, text, n)
}

// checkHidden asserts that no character of the text shows when a notice or a
// part of it is printed. ASCII is left aside, since offsets and words of ours
// have it too; but no number of five and more digits may show.
func checkHidden(t *testing.T, text string, n *parser.Notice) {
	t.Helper()
	var printed bytes.Buffer
	for _, v := range []any{n, *n, n.Lender, n.Name, n.MaskedID, n.Amount, n.Amounts, n.Overdue, n.Due, n.Phones, n.Accounts, n.Threats, n.Asks, n.Signals, n.KindReasons, n.Tokens} {
		fmt.Fprintf(&printed, "%v %+v %#v %s %q %x\n", v, v, v, v, v, v)
	}
	untimed := &slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey {
			return slog.Attr{} // its digits could be those of the text
		}
		return a
	}}
	for _, h := range []slog.Handler{slog.NewJSONHandler(&printed, untimed), slog.NewTextHandler(&printed, untimed)} {
		slog.New(h).Info("parsed", "pointer", n, "value", *n, "lender", n.Lender)
	}
	shown := printed.String()
	for _, r := range text {
		require.False(t, r >= utf8.RuneSelf && r != utf8.RuneError && strings.ContainsRune(shown, r), "a character of the text shows under a verb of fmt or in slog")
	}
	walk(reflect.ValueOf(n), func(f parser.Found) {
		digits := strings.Trim(f.Text, "0123456789") == "" && len(f.Text) > 4
		require.False(t, digits && strings.Contains(shown, f.Text), "a number of the text shows under a verb of fmt or in slog")
	})
}

// walk calls f with every Found within v.
func walk(v reflect.Value, f func(parser.Found)) {
	if !v.IsValid() {
		return
	}
	if found, ok := v.Interface().(parser.Found); ok {
		f(found)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		walk(v.Elem(), f)
	case reflect.Slice:
		for i := range v.Len() {
			walk(v.Index(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				walk(v.Field(i), f)
			}
		}
	}
}

// onRune says that a character of the text begins, or the text ends, at i.
func onRune(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

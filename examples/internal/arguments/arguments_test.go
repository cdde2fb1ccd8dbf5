package arguments

import (
	"flag"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		in    string
		files string
		found bool   // -b
		text  string // -s
	}{
		{"", "", false, ""},
		{"a b", "a b", false, ""},
		{"-b a", "a", true, ""},
		{"a -b", "a", true, ""},
		{"a -s x b -b", "a b", true, "x"},
		{"a -s=x - -b", "a -", true, "x"},
		{"-- -b", "-b", false, ""},
		{"a -s x -- -b --", "a -b --", false, "x"},
		{"-s -- a -b", "a -b", false, "--"},
	} {
		flags := flag.NewFlagSet("test", flag.ContinueOnError)
		b, s := flags.Bool("b", false, ""), flags.String("s", "", "")
		files, err := Parse(flags, strings.Fields(c.in))
		require.NoError(t, err, c.in)
		assert.Equal(t, c.files, strings.Join(files, " "), c.in)
		assert.Equal(t, c.found, *b, c.in)
		assert.Equal(t, c.text, *s, c.in)
	}
	flags := flag.NewFlagSet("test", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	_, err := Parse(flags, []string{"a", "-none"})
	assert.Error(t, err)
}

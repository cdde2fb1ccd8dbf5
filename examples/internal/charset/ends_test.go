package charset

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLines(t *testing.T) {
	long := strings.Repeat("好,", 40_000)
	for _, c := range []struct{ name, in, want string }{
		{"nothing", "", ""},
		{"LF", "a\nb\n", "a\nb\n"},
		{"CR LF", "a\r\nb\r\n", "a\r\nb\r\n"},
		{"CR", "a\rb\rc\r", "a\nb\nc\n"},
		{"CR, one line", "a\r", "a\n"},
		{"CR, two lines", "a\rb", "a\nb"},
		{"CR, with LF within a value", "a\rb\r\"c\nd\"\re", "a\nb\n\"c\nd\"\ne"},
		{"CR, with CR LF within a value", "a\rb\r\"c\r\nd\"\re", "a\nb\n\"c\r\nd\"\ne"},
		{"a lone CR within a line", "a\rb\nc\rd\n", "a\rb\nc\rd\n"},
		{"a lone CR within a line of CR LF", "a\rb\r\nc\r\n", "a\rb\r\nc\r\n"},
		{"a long line", long + "\ra\n\r", long + "\ra\n\r"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := io.ReadAll(Lines(strings.NewReader(c.in)))
			require.NoError(t, err)
			assert.True(t, c.want == string(got))
			got, err = io.ReadAll(iotest.OneByteReader(Lines(iotest.OneByteReader(strings.NewReader(c.in)))))
			require.NoError(t, err)
			assert.True(t, c.want == string(got), "byte by byte")
		})
	}
	fails := errors.New("fails")
	_, err := io.ReadAll(Lines(io.MultiReader(strings.NewReader("a\rb"), iotest.ErrReader(fails))))
	assert.ErrorIs(t, err, fails)
}

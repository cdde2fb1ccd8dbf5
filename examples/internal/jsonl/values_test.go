package jsonl

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// values reads all values; "…" stands for one that is too long.
func valuesOf(t testing.TB, r io.Reader) (all []string, lines []int, err error) {
	t.Helper()
	for l, e := range Values(r) {
		require.NoError(t, err, "an error is the last")
		if err = e; err != nil {
			continue
		}
		lines = append(lines, l.Number)
		if l.TooLong {
			all = append(all, "…")
			continue
		}
		all = append(all, string(l.Data))
	}
	return all, lines, err
}

func TestValues(t *testing.T) {
	long := `{"a":"` + strings.Repeat("x", MaxLine) + `"}`
	for _, c := range []struct {
		name, in string
		want     []string
		lines    []int
		err      error
	}{
		{"nothing", "", nil, nil, nil},
		{"an empty list", " [ ] \n", nil, nil, nil},
		{"one line", `[{"a":1},{"b":"}"}]`, []string{`{"a":1}`, `{"b":"}"}`}, []int{1, 1}, nil},
		{"indented", "[\n  {\n    \"a\": {\"b\": [1, {}]}\n  },\n  {}\n]\n", []string{"{\n    \"a\": {\"b\": [1, {}]}\n  }", "{}"}, []int{2, 5}, nil},
		{"objects one behind the other", "{\n\"a\": 1\n}\n{\r\n}", []string{"{\n\"a\": 1\n}", "{\r\n}"}, []int{1, 4}, nil},
		{"escapes", `[{"a\"}":"\\"},{"b":"\\\"{"}]`, []string{`{"a\"}":"\\"}`, `{"b":"\\\"{"}`}, []int{1, 1}, nil},
		{"lists, one behind the other", `[{}][{"a":1}]`, []string{"{}", `{"a":1}`}, []int{1, 1}, nil},
		{"no objects", "[\"a,]\", 12,\nnull, {}, x\n]", []string{`"a,]"`, "12", "null", "{}", "x\n"}, []int{1, 1, 2, 2, 2}, nil},
		{"a string that does not end", "[{\"a\":\"b\n, \"c\": [\"d\"]},\n{}]", []string{"{\"a\":\"b\n", "{}"}, []int{1, 3}, nil},
		{"a string alone that does not end", "[\"a\n{}]", []string{"\"a\n", "{}"}, []int{1, 2}, nil},
		{"cut between", `[{},`, []string{"{}"}, []int{1}, ErrCut},
		{"cut within", `[{},{"a":`, []string{"{}", `{"a":`}, []int{1, 1}, ErrCut},
		{"cut within a string", "{\n\"a", []string{"{\n\"a"}, []int{1}, nil},
		{"closed twice", "[{}]]\n{}", []string{"{}", "{}"}, []int{1, 2}, nil},
		{"too long", "[" + long + "," + long + ",{}]", []string{"…", "…", "{}"}, []int{1, 1, 1}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, lines, err := valuesOf(t, strings.NewReader(c.in))
			assert.ErrorIs(t, err, c.err)
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.lines, lines)
			if len(c.in) > 1000 {
				return
			}
			got, _, err = valuesOf(t, iotest.OneByteReader(strings.NewReader(c.in)))
			assert.ErrorIs(t, err, c.err)
			assert.Equal(t, c.want, got, "byte by byte")
		})
	}
	fails := errors.New("fails")
	_, _, err := valuesOf(t, io.MultiReader(strings.NewReader("[{},{"), iotest.ErrReader(fails)))
	assert.ErrorIs(t, err, fails)
	for range Values(strings.NewReader("[{},{}]")) { // the loop may end early
		break
	}
}

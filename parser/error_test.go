package parser

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseRefuses(t *testing.T) {
	const notice = "【星桥小贷】何秋水，您的借款已逾期25天，欠款1,234.56元，电话13800001234。"
	for _, row := range []struct {
		name, in string
		want     Error
	}{
		{"GBK", "\xc4\xfa\xb5\xc4\xbd\xe8\xbf\xee\xd2\xd1\xd3\xe2\xc6\xda", Error{Err: ErrNotUTF8, Offset: 0}},
		{"a stray byte at the end", notice + "\xff", Error{Err: ErrNotUTF8, Offset: len(notice)}},
		{"a stray byte within", "已逾期\x80天", Error{Err: ErrNotUTF8, Offset: 9}},
		{"a character cut off", notice[:len(notice)-1], Error{Err: ErrNotUTF8, Offset: len(notice) - 3}},
		{"a surrogate", "已逾期\xed\xa0\x80", Error{Err: ErrNotUTF8, Offset: 9}},
		{"an overlong form", "\xc0\xaf", Error{Err: ErrNotUTF8, Offset: 0}},
		{"after a replacement character", "\ufffd\xff", Error{Err: ErrNotUTF8, Offset: 3}},
		{"one byte too long", strings.Repeat("a", MaxBytes+1), Error{Err: ErrTooLong, Length: MaxBytes + 1}},
		{"too long and not UTF-8", strings.Repeat("\xff", MaxBytes+1), Error{Err: ErrTooLong, Length: MaxBytes + 1}},
		{"100 KB of digits", strings.Repeat("1234567890", 10<<10), Error{Err: ErrTooLong, Length: 100 << 10}},
	} {
		t.Run(row.name, func(t *testing.T) {
			n, err := Parse(row.in)
			assert.Nil(t, n)
			var e *Error
			require.ErrorAs(t, err, &e)
			assert.Equal(t, row.want, *e)
			assert.ErrorIs(t, err, row.want.Err)
			checkSilent(t, row.in, err)
			assert.False(t, Relevant(row.in), "Relevant is false for what Parse refuses")
		})
	}
	longest := strings.Repeat("a", MaxBytes)
	n, err := Parse(longest)
	require.NoError(t, err)
	assert.Equal(t, &Notice{Kind: KindOther, KindProbability: 1}, n)
}

// checkSilent asserts that no character of what was read shows in an error,
// however it is printed. Its ASCII may be ours.
func checkSilent(t *testing.T, in string, err error) {
	t.Helper()
	var shown bytes.Buffer
	fmt.Fprintf(&shown, "%v %+v %#v %q", err, err, err, err.Error())
	slog.New(slog.NewJSONHandler(&shown, nil)).Error("refused", "err", err)
	require.True(t, utf8.Valid(shown.Bytes()))
	for _, r := range in {
		require.False(t, r >= utf8.RuneSelf && strings.ContainsRune(shown.String(), r), "a character shows")
	}
	require.True(t, strings.HasPrefix(err.Error(), "parser: "), "the prefix of errors")
}

func TestErrorText(t *testing.T) {
	for _, row := range []struct {
		err  error
		want string
	}{
		{&Error{Err: ErrNotUTF8, Offset: 7}, "parser: message is not UTF-8 (GBK text has to be decoded first): byte 7"},
		{&Error{Err: ErrTooLong, Length: 20000}, "parser: message too long: 20000 bytes, limit 16384"},
		{&TableError{Table: "cues", Line: 3, Rule: "unknown meaning"}, "parser: cues, line 3: unknown meaning"},
	} {
		assert.EqualError(t, row.err, row.want)
	}
}

package parser

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
)

func TestOptionRefuses(t *testing.T) {
	const secret = "何秋水13800001234" // is in bad lines, and in no error
	words := func(s string) Option { return WithWords(strings.NewReader(s)) }
	cues := func(s string) Option { return WithCues(strings.NewReader(s)) }
	for _, row := range []struct {
		name string
		opts []Option
		want TableError
	}{
		{"words: too many fields", []Option{words("星河分期\n" + secret + " 1 n x\n")}, TableError{"words", 2, "too many fields"}},
		{"words: bad frequency", []Option{words(secret + " -1 n")}, TableError{"words", 1, "bad frequency"}},
		{"words: not UTF-8", []Option{words("\n\n" + secret + "\xff")}, TableError{"words", 3, "not UTF-8"}},
		{"words: NUL", []Option{words(secret + "\x00")}, TableError{"words", 1, "NUL"}},
		{"words: control character", []Option{words(secret + "\x07")}, TableError{"words", 1, "control character"}},
		{"words: separator", []Option{words(secret + "，" + secret)}, TableError{"words", 1, "separator in word"}},
		{"words: word too long", []Option{words(strings.Repeat("星", 65))}, TableError{"words", 1, "word too long"}},
		{"words: line too long", []Option{words("a\n" + strings.Repeat(secret, 100))}, TableError{"words", 2, "line too long"}},
		{"words: too many", []Option{words(strings.Repeat("星河\n", 500_001))}, TableError{"words", 500_001, "too many words"}},
		{"words: table without end", []Option{WithWords(&endless{text: "星河\n"})}, TableError{"words", 599_187, "table too long"}},
		{"words: the line counts within its own table", []Option{words("星河\n星桥\n"), words("星海\n" + secret + " 1 n x")}, TableError{"words", 2, "too many fields"}},
		{"cues: one column", []Option{cues("# head\n" + secret + "\n")}, TableError{"cues", 2, "not two or four columns"}},
		{"cues: three columns", []Option{cues(secret + "\toverdue\tx")}, TableError{"cues", 1, "not two or four columns"}},
		{"cues: five columns", []Option{cues(secret + "\toverdue\tx\ty\tz")}, TableError{"cues", 1, "not two or four columns"}},
		{"cues: opening brace", []Option{cues("星河{" + secret + "\toverdue")}, TableError{"cues", 1, "{ without }"}},
		{"cues: closing brace", []Option{cues("星河}" + secret + "\toverdue")}, TableError{"cues", 1, "} or ? without {"}},
		{"cues: braces around a word", []Option{cues("{" + secret + "}星河\toverdue")}, TableError{"cues", 1, "braces around one word"}},
		{"cues: unknown part", []Option{cues("星河\toverdue\n{name}" + secret + "\toverdue")}, TableError{"cues", 2, "unknown part"}},
		{"cues: question mark", []Option{cues(secret + "?\toverdue")}, TableError{"cues", 1, "} or ? without {"}},
		{"cues: at sign", []Option{cues("# head\n@" + secret + "\toverdue")}, TableError{"cues", 2, "no name of a part"}},
		{"cues: at sign and letters", []Option{cues("@qq\taccount:qq")}, TableError{"cues", 1, "part is not used"}},
		{"cues: part below a row", []Option{cues("星河\toverdue\n@qq\t" + secret)}, TableError{"cues", 2, "part below a row"}},
		{"cues: too many words", []Option{cues(strings.Repeat(secret+"|", 500) + "星河\toverdue")}, TableError{"cues", 1, "more than 500 words"}},
		{"cues: empty word", []Option{cues("\toverdue")}, TableError{"cues", 1, "empty word"}},
		{"cues: nothing that shows", []Option{cues("\u200b\toverdue")}, TableError{"cues", 1, "empty word"}},
		{"cues: empty part", []Option{cues(secret + "…\toverdue")}, TableError{"cues", 1, "empty word"}},
		{"cues: empty alternative", []Option{cues("通知|…" + secret + "\toverdue")}, TableError{"cues", 1, "empty word"}},
		{"cues: word too long", []Option{cues(strings.Repeat("星", lexicon.MaxWord+1) + "\toverdue")}, TableError{"cues", 1, "word too long"}},
		{"cues: unknown meaning", []Option{cues("星河\toverdue\n\n" + secret + "\t" + secret)}, TableError{"cues", 3, "unknown meaning"}},
		{"cues: no meaning", []Option{cues(secret + "\t")}, TableError{"cues", 1, "unknown meaning"}},
		{"cues: unknown role", []Option{cues(secret + "\trole:" + secret)}, TableError{"cues", 1, "unknown meaning"}},
		{"cues: unknown threat", []Option{cues(secret + "\tthreat:")}, TableError{"cues", 1, "unknown meaning"}},
		{"cues: unknown ask", []Option{cues(secret + "\task:visit")}, TableError{"cues", 1, "unknown meaning"}},
		{"cues: unknown signal", []Option{cues(secret + "\tsignal:evasion")}, TableError{"cues", 1, "unknown meaning"}},
		{"cues: unknown account", []Option{cues(secret + "\taccount:bank")}, TableError{"cues", 1, "unknown meaning"}},
		{"cues: not UTF-8", []Option{cues(secret + "\xff\toverdue")}, TableError{"cues", 1, "not UTF-8"}},
		{"cues: line without end", []Option{WithCues(&endless{text: "星"})}, TableError{"cues", 1, "cannot be read, or is too long"}},
		{"cues: table without end", []Option{WithCues(&endless{text: "# 星\n"})}, TableError{"cues", 699_051, "table too long"}},
		{"cues: unreadable", []Option{WithCues(io.MultiReader(strings.NewReader("星河\toverdue\n"), iotest.ErrReader(errors.New(secret))))}, TableError{"cues", 2, "cannot be read, or is too long"}},
		{"lenders: empty name", []Option{WithLenders([]Lender{{Name: secret}, {}})}, TableError{"lenders", 2, "empty name"}},
		{"lenders: blank name", []Option{WithLenders([]Lender{{Name: " \t，"}})}, TableError{"lenders", 1, "no letter in name"}},
		{"lenders: a number", []Option{WithLenders([]Lender{{Name: secret, Aliases: []string{"1"}}})}, TableError{"lenders", 1, "no letter in name"}},
		{"lenders: empty alias", []Option{WithLenders([]Lender{{Name: secret, Aliases: []string{secret, ""}}})}, TableError{"lenders", 1, "empty name"}},
		{"lenders: not UTF-8", []Option{WithLenders([]Lender{{Name: secret + "\xff"}})}, TableError{"lenders", 1, "not UTF-8"}},
		{"lenders: too long", []Option{WithLenders([]Lender{{Name: strings.Repeat(secret, 3)}})}, TableError{"lenders", 1, "name too long"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			p, err := New(row.opts...)
			assert.Nil(t, p)
			var e *TableError
			require.ErrorAs(t, err, &e)
			assert.Equal(t, row.want, *e)
			checkSilent(t, secret, err)
			assert.NotContains(t, fmt.Sprintf("%+v %#v", err, err), "1380000")
		})
	}
}

// endless is a text that goes on and on.
type endless struct {
	text string
	at   int
}

func (e *endless) Read(b []byte) (n int, err error) {
	for n < len(b) {
		k := copy(b[n:], e.text[e.at:])
		n, e.at = n+k, (e.at+k)%len(e.text)
	}
	return n, nil
}

// TestOptionUnreadable has a reader whose error quotes what it has read.
func TestOptionUnreadable(t *testing.T) {
	_, err := New(WithWords(iotest.ErrReader(errors.New("何秋水"))))
	require.Error(t, err)
	checkSilent(t, "何秋水", err)
}

package lexicon

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// collect returns the rows of a table and its errors.
func collect(text string) (rows []Row, bad []Error) {
	for row, err := range Rows(strings.NewReader(text)) {
		var e *Error
		if errors.As(err, &e) {
			bad = append(bad, *e)
			continue
		}
		rows = append(rows, row)
	}
	return rows, bad
}

func TestRows(t *testing.T) {
	rows, bad := collect("# head\n" +
		"@if\t如{果}?\n" +
		"\n" +
		"{if}已还款\tsignal:if_paid_ignore\t如果已还款请忽略\t您已还款\r\n" +
		"联系|通知…家人\tthreat:contact_family,dunning")
	assert.Empty(t, bad)
	assert.Equal(t, []Row{
		{Line: 4, Word: "{if}已还款", Parts: [][]string{{"如已还款", "如果已还款"}}, Meanings: []string{"signal:if_paid_ignore"}},
		{Line: 5, Word: "联系|通知…家人", Parts: [][]string{{"联系", "通知"}, {"家人"}}, Meanings: []string{"threat:contact_family", "dunning"}},
	}, rows)
}

// TestRowsGoOn has lines that are refused: those after them are read.
func TestRowsGoOn(t *testing.T) {
	rows, bad := collect("逾期\n@\n欠款\tdebt\n{x}\tdebt\n")
	require.Len(t, rows, 1)
	assert.Equal(t, "欠款", rows[0].Word)
	assert.Equal(t, []Error{{1, "not two or four columns"}, {2, "no name of a part"}, {4, "unknown part"}}, bad)
	for row, err := range Rows(strings.NewReader("逾期\n@\n欠款\tdebt\n")) {
		assert.Zero(t, row)
		assert.Error(t, err)
		break // what comes after is not read
	}
}

// refused are tables by the errors that they give. secret is in bad lines,
// and in no error.
const secret = "何秋水13800001234"

var refused = []struct {
	name, table string
	want        Error
}{
	{"one column", secret, Error{1, "not two or four columns"}},
	{"three columns", secret + "\tdebt\t" + secret, Error{1, "not two or four columns"}},
	{"five columns", secret + "\tdebt\ta\tb\tc", Error{1, "not two or four columns"}},
	{"no hit", secret + "\tdebt\t\t" + secret, Error{1, "empty text"}},
	{"no miss", secret + "\tdebt\t" + secret + "\t", Error{1, "empty text"}},
	{"not UTF-8", "\n" + secret + "\xff\tdebt", Error{2, "not UTF-8"}},
	{"empty word", "\tdebt", Error{1, "empty word"}},
	{"nothing after the gap", secret + "…\tdebt", Error{1, "empty word"}},
	{"empty alternative", secret + "||逾期\tdebt", Error{1, "empty word"}},
	{"empty choice", "{}" + secret + "\tdebt", Error{1, "empty word"}},
	{"empty alternative of a choice", "{" + secret + "|}期\tdebt", Error{1, "empty word"}},
	{"a word that may be left out", "{" + secret + "}?\tdebt", Error{1, "empty word"}},
	{"choice of one", "{" + secret + "}期\tdebt", Error{1, "braces around one word"}},
	{"open brace", "{" + secret + "\tdebt", Error{1, "{ without }"}},
	{"gap in braces", "{" + secret + "…期}\tdebt", Error{1, "{ without }"}},
	{"closing brace", secret + "}\tdebt", Error{1, "} or ? without {"}},
	{"question", secret + "?\tdebt", Error{1, "} or ? without {"}},
	{"two questions", "{逾|过}??期\tdebt", Error{1, "} or ? without {"}},
	{"braces in braces", "{{逾|过}|" + secret + "}期\tdebt", Error{1, "{ or ? within braces"}},
	{"question in braces", "{逾|过?}期\tdebt", Error{1, "{ or ? within braces"}},
	{"unknown part", "{if}" + secret + "\tdebt", Error{1, "unknown part"}},
	{"part that uses itself", "@if\t{if}如\n", Error{1, "unknown part"}},
	{"part that uses a later one", "@a\t{b}如\n", Error{1, "unknown part"}},
	{"part without a name", "@\t如\n", Error{1, "no name of a part"}},
	{"name of other letters", "@" + secret + "\t如\n", Error{1, "no name of a part"}},
	{"part without words", "@if\n", Error{1, "empty word"}},
	{"part of three columns", "@if\t如\t" + secret, Error{1, "not two columns"}},
	{"part twice", "@if\t如\n@if\t" + secret + "\n{if}\tdebt", Error{2, "part defined twice"}},
	{"part below a row", "逾期\tdebt\n@if\t" + secret, Error{2, "part below a row"}},
	{"gap in a part", "@if\t如…" + secret, Error{1, "gap in a part"}},
	{"unused part", "# head\n@if\t" + secret + "\n逾期\tdebt\n", Error{2, "part is not used"}},
	{"long word", strings.Repeat("逾", maxWordBytes/3+1) + "\tdebt", Error{1, "word too long"}},
	{"long product", "@a\t{" + strings.Repeat("逾", 43) + "|过}\n{a}{a}\tdebt", Error{2, "word too long"}},
	{"501 words", strings.Repeat("逾|", MaxWords) + "期\tdebt", Error{1, tooMany}},
	{"product of 512 words", strings.Repeat("{逾|过}", 9) + "\tdebt", Error{1, tooMany}},
	{"table too long", strings.Repeat("# "+strings.Repeat("逾", 999)+"\n", 1400), Error{1399, "table too long"}},
	{"too many words", "@a\t" + strings.Repeat("{逾|过}", 8) + "\n{a}期\tdebt\n" + strings.Repeat("{a}…{a}\tdebt\n", 1000), Error{979, "table too long"}},
}

func TestRowsRefuses(t *testing.T) {
	for _, tt := range refused {
		t.Run(tt.name, func(t *testing.T) {
			_, bad := collect(tt.table)
			require.NotEmpty(t, bad)
			assert.Equal(t, tt.want, bad[0])
			for _, part := range []string{"何秋水", "1380000"} {
				assert.NotContains(t, fmt.Sprintf("%v %+v %#v", &bad[0], &bad[0], &bad[0]), part)
			}
		})
	}
}

// TestRowsUnreadable has a reader whose error quotes what it has read, and a line
// without end.
func TestRowsUnreadable(t *testing.T) {
	for row, err := range Rows(iotest.ErrReader(errors.New(secret))) {
		assert.Zero(t, row)
		assert.EqualError(t, err, "lexicon: line 1: cannot be read, or is too long")
	}
	_, bad := collect("逾期\tdebt\n" + strings.Repeat("逾", 30_000))
	assert.Equal(t, []Error{{2, "cannot be read, or is too long"}}, bad)
}

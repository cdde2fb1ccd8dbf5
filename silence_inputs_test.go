package dunsms_test

import (
	"database/sql"
	"io"
	"strings"
	"testing/iotest"
	"time"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

func second[T any](f func(string) (T, error)) func(string) error {
	return func(in string) error { return third(f(in)) }
}

func third[T any](_ T, err error) error { return err }

func check(f func(dunsms.Message) (*dunsms.Report, error)) func(string) error {
	return func(in string) error {
		return third(f(dunsms.Message{ID: mark, Text: in, Sender: mark, Recipient: identity.Profile{Name: mark}}))
	}
}

func unmarshal(v interface{ UnmarshalText([]byte) error }) func(string) error {
	return func(in string) error { return v.UnmarshalText([]byte(in)) }
}

// scanned are columns that are refused.
func scanned(fails func(error), v sql.Scanner) {
	for _, column := range []any{mark, []byte(mark), int64(8812), 88.12, true, time.Date(8812, 1, 1, 0, 0, 0, 0, time.UTC)} {
		fails(v.Scan(column))
	}
}

// texts are messages that are refused.
func texts(fails func(error), f func(string) error) {
	fails(f("借款逾期" + mark + "\xff"))
	fails(f("\xc3\xd8" + mark))
	fails(f(strings.Repeat(mark, parser.MaxBytes)))
}

// numbers are refused as ID numbers, by each rule.
func numbers(fails func(error), f func(string) error) {
	masked(fails, f)
	for _, in := range []string{"881288199003070011", "11010119908812001X", "110101199003078812", "881288********0011", "8812"} {
		fails(f(in))
	}
}

// masked are refused as masked ID numbers, and as whole ones.
func masked(fails func(error), f func(string) error) {
	for _, in := range []string{mark, "秘", "8812881288128812881288", "1101011990030700秘8", strings.Repeat(mark, 40), "1101018812*****0011\x00" + mark, "881288128"} {
		fails(f(in))
	}
}

// badJSON are texts that no object with such keys is, each with a mark.
func badJSON(keys ...string) []string {
	all := []string{mark, `"` + mark + `"`, `["` + mark + `"]`, `8812`}
	for _, key := range keys {
		for _, v := range []string{`{"` + mark + `":8812}`, `["` + mark + `"]`} {
			all = append(all, `{"`+key+`":`+v+`}`)
		}
	}
	return all
}

// badTables are tables of so many columns with lines that are refused: the
// given lines, and lines that belong to no table.
func badTables(columns int, lines ...string) []func() io.Reader {
	all := []func() io.Reader{func() io.Reader { return iotest.ErrReader(errMarked) }}
	for _, line := range append(lines, mark, strings.Repeat(mark+"\t", columns)+mark, strings.Repeat("\t", columns-1), mark+"\xff", strings.Repeat(mark, 20_000)) {
		all = append(all, func() io.Reader { return strings.NewReader("# " + mark + "\n" + line + "\n") })
	}
	return all
}

// twice is a row whose key, which is marked, comes again before itself.
func twice(columns string) string {
	return mark + "b\t" + columns + "\n" + mark + "a\t" + columns
}

// marshaler fails with a mark.
type marshaler struct{}

func (marshaler) MarshalJSON() ([]byte, error) { return nil, errMarked }

func mustParser() *parser.Parser {
	p, err := parser.New()
	if err != nil {
		panic("the embedded tables cannot be read")
	}
	return p
}

func mustRecord() *remedy.Record {
	a, err := remedy.NewAttachment(mark, strings.NewReader(mark))
	if err == nil {
		var r *remedy.Record
		if r, err = remedy.NewRecord(mark, time.Time{}, mark, mark, a); err == nil {
			return r
		}
	}
	panic("a record cannot be made")
}

package sheet

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"iter"
	"unicode/utf8"
)

// MaxRow is the longest row that is read, in bytes.
const MaxRow = 1 << 20

// Problem says why a row was not read. It quotes nothing of the row.
type Problem string

// The problems.
const (
	NotCSV        Problem = "the row is not CSV: a quotation mark is not closed, not doubled or not at the start of a value"
	NotUTF8       Problem = "the row has bytes that are not valid in the file's encoding"
	TooLong       Problem = "the row is longer than 1048576 bytes"
	TooFewValues  Problem = "the row has too few values"
	TooManyValues Problem = "the row has more values than the table has columns: a value with a separator needs quotation marks"
)

// Row is one row of a table.
type Row struct {
	Line    int      // the line on which it begins, counted from 1
	Values  []string // in the order of the columns, "" if the table does not have one; nil with a Problem
	Problem Problem  // "": none
}

// Rows yields the rows of a table in UTF-8, and last the error that ends it, if any. It keeps one
// row at a time. Blank lines are skipped.
//
// If a row is not CSV, only its first line is lost: otherwise a quotation mark that is never
// closed would make one value of all that follows.
func (c Columns) Rows(r io.Reader) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		in := &lines{r: bufio.NewReaderSize(r, 64<<10)}
		l, err := c.layout(in)
		if err != nil {
			yield(Row{}, err)
			return
		}
		in.separator = byte(l.separator)
		decoder := l.decoder(in)
		for {
			if err := in.begin(); err != nil {
				if !errors.Is(err, io.EOF) {
					yield(Row{}, err)
				}
				return
			}
			row := Row{Line: in.number + 1}
			values, err := decoder.Read()
			switch {
			case errors.Is(err, errTooLong), len(in.row()) > MaxRow:
				row.Problem = TooLong
			case err != nil && in.err != nil && !errors.Is(in.err, io.EOF):
				yield(Row{}, in.err)
				return
			case err != nil:
				row.Problem = NotCSV
			case !utf8.Valid(in.row()):
				row.Problem = NotUTF8
			default:
				row.Values, row.Problem = l.read(values)
			}
			if err == nil {
				in.end()
			} else {
				in.endAfterFirst()
				decoder = l.decoder(in)
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}

// layout reads the headers, and the line before them that names the separator, if there is one.
func (c Columns) layout(in *lines) (layout, error) {
	header, err := in.first()
	if err != nil {
		return layout{}, err
	}
	separator, ok := separatorOf(header)
	if !ok {
		return c.find(header)
	}
	if header, err = in.first(); err != nil {
		return layout{}, err
	}
	return c.findWith(header, separator)
}

// decoder returns a reader of rows. It reads no further than it has to, since lines gives one line
// at a time.
func (l layout) decoder(in *lines) *csv.Reader {
	r := csv.NewReader(in)
	r.Comma, r.FieldsPerRecord = l.separator, -1
	return r
}

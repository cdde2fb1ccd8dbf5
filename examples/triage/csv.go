package main

import (
	"bytes"
	"encoding/csv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// csvRows writes answers as the rows of a table by RFC 4180, except that lines end in LF, as in
// the other forms.
type csvRows struct {
	fields []field
	bom    bool // by which Excel recognises UTF-8
	lang   remedy.Lang
}

// head names the columns.
func (c csvRows) head() []byte {
	out := rowOf(fieldNames(c.fields))
	if c.bom {
		out = append([]byte("\ufeff"), out...)
	}
	return out
}

func (c csvRows) message(m dunsms.Message, r *dunsms.Report) ([]byte, error) {
	return c.row(&record{jsonl.CompactOf(m, r), m, r, c.lang}), nil
}

func (c csvRows) bad(number int, id string, bad *jsonl.Error) ([]byte, error) {
	return c.row(&record{Compact: jsonl.CompactError(number, id, bad), lang: c.lang}), nil
}

func (c csvRows) row(r *record) []byte {
	cells := make([]string, len(c.fields))
	for i, f := range c.fields {
		cells[i] = f.of(r)
		if f.foreign {
			cells[i] = harmless(cells[i])
		}
	}
	return rowOf(cells)
}

// rowWriter writes one row at a time to memory.
type rowWriter struct {
	bytes.Buffer
	csv *csv.Writer
}

// rowWriters reuses writers, each of which has a buffer.
var rowWriters = sync.Pool{New: func() any {
	w := new(rowWriter)
	w.csv = csv.NewWriter(&w.Buffer)
	return w
}}

func rowOf(cells []string) []byte {
	w := rowWriters.Get().(*rowWriter)
	defer rowWriters.Put(w)
	w.Reset()
	_ = w.csv.Write(cells) // writing to memory does not fail
	w.csv.Flush()
	return bytes.Clone(w.Bytes())
}

// harmless returns a value that no spreadsheet takes for a formula and that moves no cursor. One
// that begins like a formula, also in full-width characters or after blanks, gets a ' before it.
func harmless(value string) string {
	value = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return hidden
		}
		return r
	}, value)
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(value, " \u00a0\u3000"))
	if strings.ContainsRune("=+-@\t\n＝＋－＠", first) && value != "" {
		return "'" + value
	}
	return value
}

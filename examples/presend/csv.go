package main

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
)

// csvHeaders are the columns of the CSV. New ones are only added at the end.
var csvHeaders = []string{
	"row", "line", "fits", "code", "part", "characters", "fields", "fits_row", "text", "fix", "wording", "source", "error",
}

// csvTable writes a line for each finding, and one for a row without findings. It is UTF-8 with a
// byte order mark and lines that end in CR LF, so that Excel opens it.
type csvTable struct {
	w     io.Writer
	out   *csv.Writer
	lang  remedy.Lang
	begun bool
}

func newCSV(w io.Writer, lang remedy.Lang) *csvTable {
	c := &csvTable{w: w, out: csv.NewWriter(w), lang: lang}
	c.out.UseCRLF = true
	return c
}

// begin writes the headers.
func (c *csvTable) begin() error {
	if c.begun {
		return nil
	}
	c.begun = true
	if _, err := io.WriteString(c.w, "\ufeff"); err != nil {
		return err
	}
	return c.out.Write(csvHeaders)
}

func (c *csvTable) write(a answer) error {
	if err := c.begin(); err != nil {
		return err
	}
	head := []string{strconv.Itoa(a.Row), strconv.Itoa(a.Line), a.Fits.String()}
	line := func(cells ...string) error { return c.out.Write(append(head[:3:3], cells...)) }
	switch {
	case a.Problem != "":
		head[2] = ""
		return c.flush(line("", "", "", "", "", "", "", "", "", plain.Name(plain.Error, a.Problem, c.lang)))
	case len(a.Findings) == 0:
		return c.flush(line("", "", "", "", "", "", "", "", "", ""))
	}
	for _, f := range a.Findings {
		var fields []string
		for _, field := range f.Fields {
			fields = append(fields, string(field))
		}
		fitsRow := ""
		if row := a.fitsRow(f); row > 0 {
			fitsRow = strconv.Itoa(row)
		}
		if err := line(f.Code, string(f.Part), characters(a.text, f.Spans), strings.Join(fields, " "), fitsRow, f.Text, f.Fix, f.Wording, f.Source, ""); err != nil {
			return err
		}
	}
	return c.flush(nil)
}

// flush writes what is buffered, so that the answer to a row is whole.
func (c *csvTable) flush(err error) error {
	c.out.Flush()
	if err != nil {
		return err
	}
	return c.out.Error()
}

func (c *csvTable) end(int) error { return c.flush(c.begin()) }

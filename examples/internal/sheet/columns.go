// Package sheet reads tables of named columns, one row at a time: CSV with commas, tabs or
// semicolons, as spreadsheets and message gateways export them.
package sheet

import (
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Column is a column that a program reads from a table.
type Column struct {
	// Name is what -columns calls it.
	Name string
	// Headers are what a table may call it, if -columns does not say; the first that the table has
	// counts. Case and surrounding spaces do not matter. If there are none, no table has the
	// column.
	Headers []string
	// Needed is whether a table without it is refused.
	Needed bool
}

// Columns are all columns that a program reads, in the order of Row.Values.
type Columns []Column

// Names lists the names, for errors and usage.
func (c Columns) Names() string {
	var all []string
	for _, column := range c {
		all = append(all, column.Name)
	}
	return strings.Join(all, ", ")
}

// Map returns the columns with the headers that a flag gives them: "text=body, sender=from". An
// empty header says that the table does not have the column and that it is not needed. The error
// names only columns of c.
func (c Columns) Map(flag string) (Columns, error) {
	mapped := slices.Clone(c)
	seen := map[string]bool{}
	if flag == "" {
		return mapped, nil
	}
	for pair := range strings.SplitSeq(flag, ",") {
		name, header, ok := strings.Cut(pair, "=")
		i := slices.IndexFunc(c, func(c Column) bool { return c.Name == strings.TrimSpace(name) })
		switch {
		case !ok || i < 0:
			return nil, fmt.Errorf("-columns must be a list such as %s=HEADER; the columns are %s", c[0].Name, c.Names())
		case seen[c[i].Name]:
			return nil, fmt.Errorf("-columns gives %s twice", c[i].Name)
		}
		seen[c[i].Name] = true
		mapped[i] = Column{Name: c[i].Name}
		if strings.TrimSpace(header) != "" {
			mapped[i].Headers, mapped[i].Needed = []string{header}, true
		}
	}
	return mapped, nil
}

// separators are the characters that may separate values.
const separators = ",\t;"

// layout says where in a table the columns are.
type layout struct {
	separator rune
	at        []int // for each column, the index of its value; -1: none
	width     int   // how many values a row has
}

// read returns the values of a row, in the order of the columns.
func (l layout) read(row []string) ([]string, Problem) {
	for i := l.width; i < len(row); i++ {
		if row[i] != "" {
			return nil, TooManyValues
		}
	}
	values := make([]string, len(l.at))
	for i, at := range l.at {
		switch {
		case at >= len(row):
			return nil, TooFewValues
		case at >= 0:
			values[i] = plain(row[at])
		}
	}
	return values, ""
}

// errTwice means that a table has a header twice: which one to read is not guessed.
var errTwice = errors.New("two columns of the table have the same header")

// find returns the layout of a table by its first line. The error names the missing columns and
// quotes nothing of the line, which may be a message if the table has no headers.
func (c Columns) find(header string) (layout, error) {
	var first error
	for _, separator := range separators {
		l, err := c.findWith(header, separator)
		if err == nil {
			return l, nil
		}
		if first == nil || errors.Is(err, errTwice) {
			first = err
		}
	}
	return layout{}, first
}

// findWith is find with one separator.
func (c Columns) findWith(header string, separator rune) (layout, error) {
	r := csv.NewReader(strings.NewReader(withoutFormulas(header, separator)))
	r.Comma = separator
	headers, err := r.Read()
	if err != nil {
		headers = nil // this is not the separator
	}
	for i, h := range headers {
		headers[i] = plain(h)
	}
	l := layout{separator: separator, width: len(headers)}
	var missing []string
	for _, column := range c {
		at, err := column.index(headers)
		if err != nil {
			return l, err
		}
		if at < 0 && column.Needed {
			missing = append(missing, column.Name)
		}
		l.at = append(l.at, at)
	}
	if len(missing) > 0 {
		return l, fmt.Errorf("the first line has no column for %s: use -columns %s=HEADER to say which it is",
			strings.Join(missing, ", "), missing[0])
	}
	return l, nil
}

// index returns where the column is, -1 if it is missing.
func (c Column) index(headers []string) (int, error) {
	for _, name := range c.Headers {
		at := -1
		for i, h := range headers {
			switch {
			case !strings.EqualFold(strings.TrimSpace(name), strings.TrimSpace(h)):
			case at >= 0:
				return 0, errTwice
			default:
				at = i
			}
		}
		if at >= 0 {
			return at, nil
		}
	}
	return -1, nil
}

// Fits reports whether a line is the first of a table: it names all needed columns, or tells Excel
// the separator.
func (c Columns) Fits(line string) bool {
	if _, ok := separatorOf(line); ok {
		return true
	}
	_, err := c.find(line)
	return err == nil
}

// separatorOf reads the line by which a table tells Excel the separator: sep=;
func separatorOf(line string) (separator rune, ok bool) {
	sign, ok := strings.CutPrefix(strings.ToLower(strings.Trim(line, "\r\n \"")), "sep=")
	if !ok || len(sign) != 1 {
		return 0, false
	}
	return rune(sign[0]), true
}

// Package table reads tab-separated tables that a caller may replace.
package table

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// ErrUnreadable replaces an error of the reader, whose text may quote what it read.
var ErrUnreadable = errors.New("table cannot be read")

// A LineError says which line was refused and why. It quotes nothing of the line.
type LineError struct {
	Line int // from 1
	Rule string
}

// Error returns the rule alone.
func (e *LineError) Error() string { return e.Rule }

// Rows calls use for each row; each must have that number of columns, none of them empty. Empty
// lines and lines that begin with # are skipped. Use returns the rule that the row breaks, "" for
// none; Rows returns it in a *LineError.
func Rows(r io.Reader, columns int, use func(f []string) string) error {
	line := 0
	sc := bufio.NewScanner(r)
	for sc.Scan() {
		line++
		text := strings.TrimRight(sc.Text(), "\r")
		if text == "" || text[0] == '#' {
			continue
		}
		if rule := check(text, columns, use); rule != "" {
			return &LineError{line, rule}
		}
	}
	switch err := sc.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return &LineError{line + 1, "line too long"}
	case err != nil:
		return ErrUnreadable
	}
	return nil
}

func check(text string, columns int, use func(f []string) string) string {
	if !utf8.ValidString(text) {
		return "not UTF-8"
	}
	f := strings.Split(text, "\t")
	if len(f) != columns {
		return "wrong number of columns"
	}
	if slices.Contains(f, "") {
		return "empty column"
	}
	return use(f)
}

package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/classify/remedy"
)

// format is a form of the output.
type format string

// The formats, in the words of -format.
const (
	formatCSV   format = "csv"
	formatJSON  format = "json"
	formatSARIF format = "sarif"
	formatTable format = "table"
)

var formats = []format{formatCSV, formatJSON, formatSARIF, formatTable}

// parseFormat reads the value of -format.
func parseFormat(s string) (format, error) {
	if !slices.Contains(formats, format(s)) {
		return "", fmt.Errorf("-format must be one of %s", strings.Join(names(formats), ", "))
	}
	return format(s), nil
}

func names(all []format) (names []string) {
	for _, f := range all {
		names = append(names, string(f))
	}
	return names
}

// writer writes answers in a format.
type writer interface {
	write(answer) error
	// end writes what comes after the last answer, however the run ended.
	end(status int) error
}

// newWriter returns the writer of a run. A write error is returned with the first answer.
func newWriter(s settings, w io.Writer) writer {
	switch s.format {
	case formatCSV:
		return newCSV(w, s.lang)
	case formatJSON:
		return &jsonLines{w, s.lang}
	case formatSARIF:
		return newSARIF(w, s.file, s.lang)
	}
	return &people{w, s.lang}
}

// english is the index of a language in tables of words.
func english(lang remedy.Lang) int {
	if lang == remedy.English {
		return 1
	}
	return 0
}

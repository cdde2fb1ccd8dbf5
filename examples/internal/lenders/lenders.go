// Package lenders reads the files of lenders that -lenders names.
package lenders

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/dunsms/dunsms/examples/internal/charset"
	"github.com/dunsms/dunsms/parser"
)

// ReadFile reads a file that has a JSON list of lenders, or one lender a line, in any encoding of
// package charset. The errors quote nothing of the file.
func ReadFile(name string) ([]parser.Lender, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(charset.NewReader(f))
	if err != nil {
		return nil, err
	}
	return decode(data)
}

// decode reads the lenders. Errors of encoding/json quote their input, so they are not passed on.
func decode(data []byte) ([]parser.Lender, error) {
	if !utf8.Valid(data) {
		return nil, errors.New("the lenders file is not UTF-8")
	}
	data = bytes.TrimSpace(data)
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	list := bytes.HasPrefix(data, []byte("["))
	if list {
		_, _ = d.Token() // the bracket
	}
	var all []parser.Lender
	for d.More() {
		var l parser.Lender
		if d.Decode(&l) != nil {
			return nil, fmt.Errorf("lender %d in the file cannot be read: its keys are name, aliases, hotlines, domains and senders", len(all)+1)
		}
		all = append(all, l)
	}
	if list {
		if end, err := d.Token(); err != nil || end != json.Delim(']') {
			return nil, errors.New("the list of lenders is cut short")
		}
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("there is something after the lenders")
	}
	return all, nil
}

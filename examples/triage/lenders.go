package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/parser"
)

// newChecker returns the one checker of a run. An error means that the file of
// lenders cannot be used, and holds nothing of it.
func newChecker(s settings) (*dunsms.Checker, error) {
	c := &dunsms.Checker{Lang: s.lang}
	if s.lenders == "" {
		return c, nil
	}
	data, err := os.ReadFile(s.lenders)
	if err != nil {
		return nil, err
	}
	if c.Lenders, err = decodeLenders(data); err != nil {
		return nil, err
	}
	c.Parser, err = parser.New(parser.WithLenders(c.Lenders))
	return c, err
}

// decodeLenders reads a JSON list of lenders, or one lender a line. The errors
// of encoding/json quote what they read, so they are not passed on.
func decodeLenders(data []byte) ([]parser.Lender, error) {
	if !utf8.Valid(data) {
		return nil, errors.New("the file of lenders is not UTF-8")
	}
	data = bytes.TrimSpace(bytes.TrimPrefix(data, []byte(byteOrderMark)))
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
			return nil, fmt.Errorf("lender %d of the file cannot be read: name, aliases, hotlines, domains, senders", len(all)+1)
		}
		all = append(all, l)
	}
	if list {
		if end, err := d.Token(); err != nil || end != json.Delim(']') {
			return nil, errors.New("the list of lenders does not end")
		}
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something comes after the lenders")
	}
	return all, nil
}

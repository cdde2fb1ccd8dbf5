package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/parser"
)

//go:embed words.tsv
var wordsTSV string

//go:embed samples.jsonl
var samplesJSONL string

// errWords and errSamples mean that the table they name is not as its head says.
var (
	errWords   = errors.New("words.tsv: a row has not three columns, comes twice, or is one of package plain")
	errSamples = errors.New("samples.jsonl: a line is not as it should be")
)

// words returns words.tsv and the words of package plain: the Chinese and the English text, by
// key.
func words(tsv string) (map[string][2]string, error) {
	table := plain.Words()
	for row := range strings.Lines(tsv) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		if len(columns) != 3 {
			return nil, errWords
		}
		if _, twice := table[columns[0]]; twice {
			return nil, errWords
		}
		table[columns[0]] = [2]string{columns[1], columns[2]}
	}
	return table, nil
}

// sample is a message to try the page with and what its reader knows: what the page sends to the
// module, except for the language and the current time.
type sample struct {
	Key        string            `json:"key"` // sample.KEY in words.tsv
	Text       string            `json:"text"`
	Name       string            `json:"name,omitempty"`
	IDNumber   string            `json:"id_number,omitempty"`
	Phone      string            `json:"phone,omitempty"`
	Sender     string            `json:"sender,omitempty"`
	ReceivedAt string            `json:"received_at,omitempty"` // as in an input of type datetime-local
	Facts      map[string]string `json:"facts,omitempty"`
}

func samples(jsonl string) (all []sample, err error) {
	for line := range strings.Lines(jsonl) {
		var s sample
		d := json.NewDecoder(strings.NewReader(line))
		d.DisallowUnknownFields()
		if d.Decode(&s) != nil {
			return nil, errSamples
		}
		all = append(all, s)
	}
	return all, nil
}

// tablesJS returns the tables as a JavaScript module, with the files that are loaded on demand.
func tablesJS(later map[string]laterFile) ([]byte, error) {
	w, err := words(wordsTSV)
	if err != nil {
		return nil, err
	}
	s, err := samples(samplesJSONL)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	for _, table := range []struct {
		name  string
		value any
	}{{"later", later}, {"maxBytes", parser.MaxBytes}, {"samples", s}, {"words", w}} {
		data, err := json.Marshal(table.value)
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(&b, "export const %s = %s;\n", table.name, data)
	}
	return b.Bytes(), nil
}

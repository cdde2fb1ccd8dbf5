package main

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// outputForm is the form of the answers, in the words of -output.
type outputForm string

// The forms. The zero form is JSON.
const (
	outputAuto    outputForm = "auto"    // a table on a terminal, JSON elsewhere
	outputTable   outputForm = "table"   // a row for a person
	outputJSON    outputForm = "json"    // everything that is known
	outputCompact outputForm = "compact" // what programs act on
	outputCSV     outputForm = "csv"     // the columns of -fields
	outputExplain outputForm = "explain" // a page for a person
)

var outputForms = []outputForm{outputAuto, outputTable, outputJSON, outputCompact, outputCSV, outputExplain}

// parseOutput reads a word of -output.
func parseOutput(word string) (outputForm, error) {
	if o := outputForm(word); slices.Contains(outputForms, o) {
		return o, nil
	}
	return "", fmt.Errorf("-output must be one of %s", list(outputForms))
}

// renderer formats answers in one form, each as bytes that are written at once. It may be used
// from many goroutines.
type renderer interface {
	// head returns what comes before all answers.
	head() []byte
	message(m dunsms.Message, r *dunsms.Report) ([]byte, error)
	// bad answers a line that was not read; id is the ID of its message, if known.
	bad(number int, id string, bad *jsonl.Error) ([]byte, error)
}

// rendererOf returns the renderer for the form that s asks for.
func rendererOf(s settings, c *dunsms.Checker) renderer {
	lang := cmp.Or(s.lang, remedy.Chinese)
	switch s.output {
	case outputTable:
		return newTable(s.screen, lang, s.matters)
	case outputCompact:
		return compactLines{}
	case outputCSV:
		return csvRows{fields: s.fields, bom: s.bom, lang: lang}
	case outputExplain:
		return pages{lang, c.Rules}
	}
	return jsonLines{s.tokens}
}

// jsonLines writes reports as JSON.
type jsonLines struct{ tokens bool }

func (jsonLines) head() []byte { return nil }

func (j jsonLines) message(m dunsms.Message, r *dunsms.Report) ([]byte, error) {
	return jsonl.Encode(jsonl.AnswerOf(m, r, j.tokens))
}

func (jsonLines) bad(number int, id string, bad *jsonl.Error) ([]byte, error) {
	return jsonl.Encode(jsonl.ErrorAnswer(number, id, bad))
}

// compactLines writes, as JSON, what programs act on.
type compactLines struct{}

func (compactLines) head() []byte { return nil }

func (compactLines) message(m dunsms.Message, r *dunsms.Report) ([]byte, error) {
	return jsonl.Encode(jsonl.CompactOf(m, r))
}

func (compactLines) bad(number int, id string, bad *jsonl.Error) ([]byte, error) {
	return jsonl.Encode(jsonl.CompactError(number, id, bad))
}

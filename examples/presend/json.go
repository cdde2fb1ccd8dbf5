package main

import (
	"encoding/json"
	"io"

	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/classify/remedy"
)

// version is the version of the JSON. Keys and codes are only ever added.
const version = 1

// answerJSON is the JSON of a row.
type answerJSON struct {
	V        int           `json:"v"`
	Row      int           `json:"row"`
	Line     int           `json:"line"`
	Fits     string        `json:"fits,omitempty"` // agree, disagree or unknown
	Findings []findingJSON `json:"findings,omitempty"`
	Error    *errorJSON    `json:"error,omitempty"`
}

// findingJSON is the JSON of a finding.
type findingJSON struct {
	presend.Finding
	FitsRow int `json:"fits_row,omitempty"`
}

// errorJSON says why a row was not read.
type errorJSON struct {
	Code    code   `json:"code"`
	Message string `json:"message"`
}

// jsonLines writes a line for each row.
type jsonLines struct {
	w    io.Writer
	lang remedy.Lang
}

func (j *jsonLines) write(a answer) error {
	out := answerJSON{V: version, Row: a.Row, Line: a.Line}
	if a.Problem != "" {
		out.Error = &errorJSON{a.Problem, plain.Name(plain.Error, a.Problem, j.lang)}
	} else {
		out.Fits = a.Fits.String()
	}
	for _, f := range a.Findings {
		out.Findings = append(out.Findings, findingJSON{f, a.fitsRow(f)})
	}
	e := json.NewEncoder(j.w)
	e.SetEscapeHTML(false)
	return e.Encode(out)
}

func (j *jsonLines) end(int) error { return nil }

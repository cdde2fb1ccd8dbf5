package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"iter"
	"net/http"
	"time"
	"unicode/utf8"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// presendReport is the answer for a notice that a lender is about to send.
type presendReport struct {
	V        int               `json:"v"`                  // the version of the contract
	Line     int               `json:"line"`               // of the request, from 1
	Fits     identity.Outcome  `json:"fits"`               // whether the text fits its record
	Findings []presend.Finding `json:"findings,omitempty"` // by part, then span, then code
}

// presend answers a notice.
func (s *service) presend(x *exchange) *problem {
	b := takeBuffer()
	defer b.free()
	if bad := x.body(&b.Buffer, s.settings.body); bad != nil {
		return bad
	}
	n, bad := readNotice(jsonl.Line{Number: 1, Data: bytes.TrimSpace(b.Bytes())})
	if bad != nil {
		return problemOf(bad)
	}
	r, err := s.notices.Check(n)
	if err != nil {
		return problemOf(noticeError(err))
	}
	s.metrics.notice(r)
	out := takeBuffer()
	defer out.free()
	if out.encode(presendReport{dunsms.ReportVersion, 1, r.Fits, r.Findings}) != nil {
		return newProblem(internal, "the answer cannot be written")
	}
	x.answer(mediaJSON, out.Bytes())
	return nil
}

// presendMany answers many notices, one a line, each with its report or its error. Each is also
// compared with the records before and after its own.
func (s *service) presendMany(x *exchange) *problem {
	b := takeBuffer()
	defer b.free()
	if bad := x.body(&b.Buffer, s.settings.batch); bad != nil {
		return bad
	}
	var lines []noticeLine
	for l, err := range jsonl.Lines(bytes.NewReader(b.Bytes())) {
		if err == nil && !l.Empty() {
			n, bad := readNotice(l)
			lines = append(lines, noticeLine{l.Number, n, bad})
		}
	}
	next, stop := iter.Pull2(s.notices.CheckAll(x.request.Context(), goodNotices(lines)))
	defer stop()
	x.Header().Set("Content-Type", mediaLines)
	x.WriteHeader(http.StatusOK)
	out := takeBuffer()
	defer out.free()
	for _, l := range lines {
		bad := l.bad
		var r *presend.Report
		if bad == nil {
			var err error
			if r, err, _ = next(); err != nil || r == nil {
				if x.request.Context().Err() != nil {
					panic(http.ErrAbortHandler) // the client went away
				}
				bad = noticeError(err)
			}
		}
		x.lines++
		var answer any
		if bad != nil {
			x.bad++
			s.metrics.check(nil, bad, 0)
			answer = jsonl.ErrorAnswer(l.number, "", bad)
		} else {
			s.metrics.notice(r)
			answer = presendReport{dunsms.ReportVersion, l.number, r.Fits, r.Findings}
		}
		if out.encode(answer) != nil {
			panic(http.ErrAbortHandler)
		}
		if out.Len() > 32<<10 {
			x.some(out)
		}
	}
	x.some(out)
	return nil
}

// some writes the part of an answer that is ready.
func (x *exchange) some(b *buffer) {
	_ = x.control.SetWriteDeadline(time.Now().Add(x.write))
	if _, err := x.Write(b.Bytes()); err != nil {
		panic(http.ErrAbortHandler) // the client went away or does not read
	}
	b.Reset()
}

// noticeLine is a line with a notice or what is wrong with it.
type noticeLine struct {
	number int
	notice presend.Notice
	bad    *jsonl.Error
}

func goodNotices(lines []noticeLine) iter.Seq[presend.Notice] {
	return func(yield func(presend.Notice) bool) {
		for _, l := range lines {
			if l.bad == nil && !yield(l.notice) {
				return
			}
		}
	}
}

// noticeError returns the error for a notice that the parser refuses.
func noticeError(err error) *jsonl.Error {
	if errors.Is(err, parser.ErrTooLong) {
		return &jsonl.Error{Code: jsonl.TooLong, Message: err.Error()}
	}
	return &jsonl.Error{Code: jsonl.NotUTF8, Message: "the text is not UTF-8"}
}

// readNotice reads the JSON of a notice. Errors of encoding/json quote their input, so they are
// not passed on.
func readNotice(l jsonl.Line) (n presend.Notice, bad *jsonl.Error) {
	const form = "the notice is not an object of text and record as /schema.json has it; times are as in 2026-03-01T10:00:00+08:00"
	switch {
	case l.TooLong:
		return n, jsonl.ErrorTooLong()
	case !utf8.Valid(l.Data):
		return n, &jsonl.Error{Code: jsonl.NotUTF8, Message: "the notice is not UTF-8"}
	}
	var raw struct {
		Text   *string `json:"text"`
		Record struct {
			Person json.RawMessage `json:"person"`
		} `json:"record"`
	}
	d := json.NewDecoder(bytes.NewReader(l.Data))
	d.DisallowUnknownFields()
	var person identity.Profile
	if json.Unmarshal(l.Data, &raw) != nil || raw.Text == nil {
		return n, &jsonl.Error{Code: jsonl.BadJSON, Message: form}
	}
	if raw.Record.Person != nil { // identity.Profile itself would accept any key
		if bad := jsonl.DecodeRecipient(raw.Record.Person, &person); bad != nil {
			return n, bad.Keyless()
		}
	}
	if d.Decode(&n) != nil {
		return presend.Notice{}, &jsonl.Error{Code: jsonl.BadJSON, Message: form}
	}
	n.Record.Person = person
	return n, nil
}

package main

import (
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// problem is what is wrong with a request, as in RFC 9457. It quotes nothing of the request.
type problem struct {
	Type   string     `json:"type" doc:"urn:dunsms:problem: and the code"`
	Title  string     `json:"title"`
	Status int        `json:"status"`
	Code   jsonl.Code `json:"code"`
	Detail string     `json:"detail,omitempty"`

	retry int    // seconds after which to retry, or 0
	allow string // the allowed method, or ""
}

// The codes of the service, besides those of jsonl.
const (
	notFound     jsonl.Code = "not_found"
	badMethod    jsonl.Code = "bad_method"
	badMedia     jsonl.Code = "bad_media_type"
	unauthorized jsonl.Code = "unauthorized"
	tooMany      jsonl.Code = "too_many"
	timedOut     jsonl.Code = "timed_out"
	cutShort     jsonl.Code = "cut_short"
	internal     jsonl.Code = "internal"
	notReady     jsonl.Code = "not_ready"
	shuttingDown jsonl.Code = "shutting_down"
)

// statuses are the HTTP statuses of the codes.
var statuses = map[jsonl.Code]int{
	jsonl.BadJSON:      http.StatusBadRequest,
	jsonl.NotUTF8:      http.StatusBadRequest,
	jsonl.TooLong:      http.StatusRequestEntityTooLarge,
	jsonl.BadRecipient: http.StatusUnprocessableEntity,
	notFound:           http.StatusNotFound,
	badMethod:          http.StatusMethodNotAllowed,
	badMedia:           http.StatusUnsupportedMediaType,
	unauthorized:       http.StatusUnauthorized,
	tooMany:            http.StatusTooManyRequests,
	timedOut:           http.StatusRequestTimeout,
	cutShort:           http.StatusBadRequest,
	internal:           http.StatusInternalServerError,
	notReady:           http.StatusServiceUnavailable,
	shuttingDown:       http.StatusServiceUnavailable,
}

func newProblem(code jsonl.Code, detail string) *problem {
	status := statuses[code]
	return &problem{Type: "urn:dunsms:problem:" + string(code), Title: http.StatusText(status), Status: status, Code: code, Detail: detail}
}

// problemOf returns the problem for an error of a message, without the caller's keys.
func problemOf(err *jsonl.Error) *problem {
	err = err.Keyless()
	return newProblem(err.Code, err.Message)
}

// write answers with the problem.
func (p *problem) write(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	if p.retry > 0 {
		h.Set("Retry-After", strconv.Itoa(p.retry))
	}
	if p.allow != "" {
		h.Set("Allow", p.allow)
	}
	if p.Code == unauthorized {
		h.Set("WWW-Authenticate", "Bearer")
	}
	data, err := json.Marshal(p)
	if err != nil { // cannot happen: it has only strings and a number
		panic("a problem cannot be written")
	}
	h.Set("Content-Length", strconv.Itoa(len(data)+1))
	w.WriteHeader(p.Status)
	_, _ = w.Write(append(data, '\n')) // the client may be gone
}

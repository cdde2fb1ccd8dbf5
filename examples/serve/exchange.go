package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"os"
	"strconv"
	"time"

	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// exchange is a request and its answer.
type exchange struct {
	http.ResponseWriter
	request *http.Request
	control *http.ResponseController
	media   string // media type of the body
	id      string // made by the service
	begin   time.Time
	read    time.Duration // how long the body may take
	write   time.Duration // how long the answer may take

	status  int
	in, out int64
	lines   int // in a stream or a phone
	bad     int // lines with errors
	code    jsonl.Code
	ended   jsonl.Code // why a stream ended before its input, or ""
}

func newExchange(w http.ResponseWriter, r *http.Request) *exchange {
	x := &exchange{
		ResponseWriter: w, request: r, control: http.NewResponseController(w),
		id: rand.Text()[:16], begin: time.Now(),
	}
	h := w.Header()
	h.Set("X-Request-Id", x.id)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "no-store")
	return x
}

// WriteHeader records the status.
func (x *exchange) WriteHeader(status int) {
	if status >= http.StatusOK {
		x.status = status
	}
	x.ResponseWriter.WriteHeader(status)
}

// Write counts the bytes.
func (x *exchange) Write(data []byte) (int, error) {
	if x.status == 0 {
		x.status = http.StatusOK
	}
	n, err := x.ResponseWriter.Write(data)
	x.out += int64(n)
	return n, err
}

// Unwrap is for http.ResponseController.
func (x *exchange) Unwrap() http.ResponseWriter { return x.ResponseWriter }

// times sets the deadlines of the request.
func (x *exchange) times(read, write time.Duration) {
	x.read, x.write = read, write
	_ = x.control.SetReadDeadline(x.begin.Add(read)) // a test's recorder has no deadlines
	_ = x.control.SetWriteDeadline(x.begin.Add(read + write))
}

// body reads the whole body into b.
func (x *exchange) body(b *bytes.Buffer, limit int64) *problem {
	n, err := b.ReadFrom(http.MaxBytesReader(x.ResponseWriter, x.request.Body, limit))
	x.in = n
	if err == nil { // the server reads on while it answers, to see whether the client is still there
		_ = x.control.SetReadDeadline(time.Time{})
	}
	if tooLarge := (*http.MaxBytesError)(nil); errors.As(err, &tooLarge) {
		return newProblem(jsonl.TooLong, "the body is longer than "+strconv.FormatInt(limit, 10)+" bytes")
	}
	return bodyProblem(err)
}

// bodyProblem returns the problem that cut a body short, nil if there was none.
func bodyProblem(err error) *problem {
	switch {
	case err == nil, errors.Is(err, io.EOF):
		return nil
	case errors.Is(err, os.ErrDeadlineExceeded):
		return newProblem(timedOut, "the body took too long to arrive")
	}
	return newProblem(cutShort, "the body is cut short")
}

// answer writes a complete answer.
func (x *exchange) answer(media string, data []byte) {
	x.Header().Set("Content-Type", media)
	x.Header().Set("Content-Length", strconv.Itoa(len(data)))
	_ = x.control.SetWriteDeadline(time.Now().Add(x.write))
	x.WriteHeader(http.StatusOK)
	if x.request.Method != http.MethodHead {
		_, _ = x.Write(data) // the client may be gone
	}
}

// refuse answers with a problem.
func (x *exchange) refuse(p *problem) {
	x.code = p.Code
	_ = x.control.SetWriteDeadline(time.Now().Add(x.write))
	p.write(x)
}

// log writes the line of the request.
func (x *exchange) log(to *slog.Logger, operation string, took time.Duration, aborted bool) {
	level := slog.LevelInfo
	if aborted || x.status >= http.StatusInternalServerError {
		level = slog.LevelWarn
	}
	if !to.Enabled(context.Background(), level) {
		return
	}
	attrs := []slog.Attr{
		slog.String("id", x.id), slog.String("operation", operation), slog.Int("status", x.status),
		slog.Float64("ms", float64(took.Microseconds())/1000), slog.Int64("in", x.in), slog.Int64("out", x.out),
	}
	if x.code != "" {
		attrs = append(attrs, slog.String("code", string(x.code)))
	}
	if x.lines > 0 {
		attrs = append(attrs, slog.Int("lines", x.lines), slog.Int("bad", x.bad))
	}
	if x.ended != "" {
		attrs = append(attrs, slog.String("ended", string(x.ended)))
	}
	if aborted {
		attrs = append(attrs, slog.Bool("cut", true))
	}
	to.LogAttrs(context.Background(), level, "request", attrs...)
}

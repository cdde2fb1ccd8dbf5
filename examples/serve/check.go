package main

import (
	"bytes"
	"sync"
	"time"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// check answers one message, as a stream of that one line would be answered.
func (s *service) check(x *exchange) *problem {
	b := takeBuffer()
	defer b.free()
	if bad := x.body(&b.Buffer, s.settings.body); bad != nil {
		return bad
	}
	answer, bad := s.answer(jsonl.Line{Number: 1, Data: bytes.TrimSpace(b.Bytes())})
	if bad != nil {
		return problemOf(bad)
	}
	out := takeBuffer()
	defer out.free()
	if out.encode(answer) != nil {
		return newProblem(internal, "the answer cannot be written")
	}
	x.answer(mediaJSON, out.Bytes())
	return nil
}

// answer checks the message of a line. It also returns an answer if there is an error.
func (s *service) answer(l jsonl.Line) (a jsonl.Answer, bad *jsonl.Error) {
	i, bad := jsonl.Decode(l)
	defer func() {
		if recover() != nil { // the value may quote the message
			s.log.Error("panic", "operation", "check", "at", whereabouts())
			bad = &jsonl.Error{Code: internal, Message: "the service failed; its log says where"}
			a = jsonl.ErrorAnswer(l.Number, i.ID, bad)
		}
	}()
	var r *dunsms.Report
	var took time.Duration
	if bad == nil {
		begin := time.Now()
		r, bad = jsonl.Check(s.checker, l.Number, i.Message)
		took = time.Since(begin)
	}
	if bad != nil {
		bad = bad.Keyless()
		return jsonl.ErrorAnswer(l.Number, i.ID, bad), bad
	}
	s.metrics.check(r, nil, took)
	return jsonl.AnswerOf(i.Message, r, false), nil
}

// buffer is a reused buffer.
type buffer struct{ bytes.Buffer }

// largest is the largest buffer that is kept for reuse.
const largest = 256 << 10

var buffers = sync.Pool{New: func() any { return new(buffer) }}

func takeBuffer() *buffer { return buffers.Get().(*buffer) }

// encode adds the JSON of v as a line.
func (b *buffer) encode(v any) error { return jsonl.EncodeTo(&b.Buffer, v) }

func (b *buffer) free() {
	if b.Cap() > largest {
		return
	}
	b.Reset()
	buffers.Put(b)
}

package main

import (
	"context"
	"net/http"
	"runtime"
	"sync"
	"time"

	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// stream answers lines as they come, in order, on all cores. Each line has its answer or its
// error; empty lines count as lines but have no answer. All answers to lines received so far are
// written before it waits for more.
//
// If it ends before its input, a last line says why and gives the number of the first line not
// read.
func (s *service) stream(x *exchange) *problem {
	_ = x.control.EnableFullDuplex() // HTTP/2 always is
	if x.request.Header.Get("Expect") != "" {
		x.WriteHeader(http.StatusContinue) // since the answer begins before the body is read
	}
	x.Header().Set("Content-Type", mediaLines)
	x.Header().Set("X-Accel-Buffering", "no") // so that proxies pass it on as it comes
	x.WriteHeader(http.StatusOK)
	_ = x.control.Flush()

	// The request's own context ends when a read fails, but the answers to what was read must
	// still be written. If the client is gone, writing them fails.
	ctx, cancel := context.WithCancel(context.WithoutCancel(x.request.Context()))
	f := &flow{
		service: s, x: x, ctx: ctx, workers: runtime.GOMAXPROCS(0),
		body: &paced{body: x.request.Body, deadline: x.control.SetReadDeadline, limit: x.read, left: x.read},
	}
	f.start()
	defer f.all.Wait()
	defer cancel()
	err := f.collect()
	if err == nil {
		err = f.end()
	}
	if err != nil {
		x.ended = cutShort
		f.body.stop(0)
		cancel()
		f.all.Wait()
		panic(http.ErrAbortHandler) // the client is gone or does not read
	}
	return nil
}

// batchLines is the most lines that are passed between goroutines at once.
const batchLines = 16

// batch is a few lines and their answers, which are complete when done is closed.
type batch struct {
	lines   []jsonl.Line
	answers *buffer
	bad     int
	err     error
	done    chan struct{}
}

// flow is a stream in progress: one goroutine reads lines, one batches those that are there, some
// answer them, and collect writes the answers.
type flow struct {
	service *service
	x       *exchange
	ctx     context.Context
	body    *paced
	workers int

	read    chan jsonl.Line
	todo    chan *batch
	ordered chan *batch
	all     sync.WaitGroup

	readErr error         // what ended the input; written before read is closed
	dropped bool          // some lines were read but not taken; written before read is closed
	drained bool          // it stopped because the service ends; written before ordered is closed
	last    int           // the line that was taken last; written before ordered is closed
	reading chan struct{} // closed when nobody reads the body any more
}

func (f *flow) start() {
	f.read = make(chan jsonl.Line, batchLines)
	f.todo = make(chan *batch, f.workers)
	f.ordered = make(chan *batch, 2*f.workers)
	f.reading = make(chan struct{})
	f.all.Go(f.readLines)
	f.all.Go(f.batches)
	for range f.workers {
		f.all.Go(func() {
			for b := range f.todo {
				f.answer(b)
			}
		})
	}
}

// readLines reads the body to its end. When the service ends, it reads on for a while and drops
// the lines: closing a connection with unread bytes may lose answers that the client has not read
// yet.
func (f *flow) readLines() {
	defer close(f.reading)
	defer close(f.read)
	for l, err := range jsonl.Lines(f.body) {
		if err != nil {
			f.readErr = err
			return
		}
		if l.Empty() || f.dropped { // lines after a dropped one are not answered either
			continue
		}
		select {
		case f.read <- l:
		case <-f.service.draining:
			f.dropped = true
		case <-f.ctx.Done():
			return
		}
	}
}

// batches batches the lines that are there at the same time.
func (f *flow) batches() {
	defer close(f.ordered)
	defer close(f.todo)
	for {
		b := f.nextBatch()
		if b == nil {
			return
		}
		for _, to := range [...]chan<- *batch{f.todo, f.ordered} {
			select {
			case to <- b:
			case <-f.ctx.Done():
				return
			}
		}
	}
}

// nextBatch waits for a line and also takes those already there after it. It returns nil if there
// are no more or the service ends.
func (f *flow) nextBatch() *batch {
	b := &batch{done: make(chan struct{})}
	take := func(l jsonl.Line, open bool) bool {
		if open {
			b.lines = append(b.lines, l)
			f.last = l.Number
		}
		return open && len(b.lines) < batchLines
	}
	select {
	case <-f.service.draining:
		f.drained = true
		return nil
	case <-f.ctx.Done():
		return nil
	default:
	}
	select {
	case l, open := <-f.read:
		if !open {
			f.drained = f.dropped
			return nil
		}
		take(l, true)
	case <-f.service.draining:
		f.drained = true
		return nil
	case <-f.ctx.Done():
		return nil
	}
	for {
		select {
		case l, open := <-f.read:
			if !take(l, open) {
				return b
			}
		default:
			return b
		}
	}
}

// answer answers the lines of a batch.
func (f *flow) answer(b *batch) {
	defer close(b.done)
	b.answers = takeBuffer()
	for _, l := range b.lines {
		a, bad := f.service.answer(l)
		if bad != nil {
			b.bad++
			f.service.metrics.check(nil, bad, 0)
		}
		if b.err = b.answers.encode(a); b.err != nil {
			return
		}
	}
}

// collect writes the answers in the order of the lines, and flushes them whenever it would have to
// wait for the next.
func (f *flow) collect() error {
	for {
		var b *batch
		var open bool
		select {
		case b, open = <-f.ordered:
		default:
			if err := f.flush(); err != nil {
				return err
			}
			b, open = <-f.ordered
		}
		if !open {
			return f.ctx.Err()
		}
		<-b.done
		if b.err != nil {
			return b.err
		}
		f.x.lines += len(b.lines)
		f.x.bad += b.bad
		if err := f.write(b.answers.Bytes()); err != nil {
			return err
		}
		b.answers.free()
	}
}

func (f *flow) write(data []byte) error {
	_ = f.x.control.SetWriteDeadline(time.Now().Add(f.x.write))
	_, err := f.x.Write(data)
	return err
}

func (f *flow) flush() error {
	_ = f.x.control.SetWriteDeadline(time.Now().Add(f.x.write))
	return f.x.control.Flush()
}

// end writes the last line if the stream ends before its input, and waits until nobody reads the
// body any more.
func (f *flow) end() error {
	var bad *problem
	if f.drained {
		bad = newProblem(shuttingDown, "the service is shutting down; this line and those after it were not read")
	} else {
		bad = bodyProblem(f.readErr)
	}
	if bad != nil {
		f.x.ended = bad.Code
		f.service.metrics.errors.WithLabelValues(string(bad.Code)).Inc()
		b := takeBuffer()
		defer b.free()
		last := jsonl.ErrorAnswer(f.last+1, "", &jsonl.Error{Code: bad.Code, Message: bad.Detail})
		if err := b.encode(last); err != nil {
			return err
		}
		if err := f.write(b.Bytes()); err != nil {
			return err
		}
	}
	if err := f.flush(); err != nil {
		return err
	}
	if f.drained {
		f.body.stop(linger)
	}
	<-f.reading
	f.x.in = f.body.size
	return nil
}

// linger is how long a client has to notice that the service ends.
const linger = 2 * time.Second

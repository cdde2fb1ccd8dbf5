package main

import (
	"cmp"
	"context"
	"iter"
	"runtime"
)

// process answers every line and gives the answers to out in the order of the lines. It answers on
// all cores, with a few batches for each core in progress at a time, so that memory does not grow
// with the input.
//
// If ctx is done, it returns its error and leaves a blocked read behind; otherwise it returns the
// first error of reading or writing.
func process(ctx context.Context, lines iter.Seq2[line, error], answer func(line) reply, out *output) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	read := make(chan line, maxBatch)
	todo := make(chan *batch, workers)
	ordered := make(chan *batch, workers)
	var readErr error // written before read is closed, read after ordered is
	go func() {
		defer close(read)
		for l, err := range lines {
			if err != nil {
				readErr = err
				return
			}
			select {
			case read <- l:
			case <-ctx.Done():
				return
			}
		}
	}()
	go func() {
		defer close(ordered)
		defer close(todo)
		for b := nextBatch(read); b != nil; b = nextBatch(read) {
			for _, to := range [...]chan<- *batch{todo, ordered} {
				select {
				case to <- b:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	for range workers {
		go func() {
			for b := range todo {
				for _, l := range b.lines {
					b.replies = append(b.replies, answer(l))
				}
				close(b.done)
			}
		}()
	}
	if err := collect(ctx, ordered, out); err != nil {
		return err
	}
	return readErr
}

// maxBatch is the most lines that are passed between goroutines at once.
const maxBatch = 16

// batch is a few lines and their answers, which are complete when done is closed.
type batch struct {
	lines   []line
	replies []reply
	done    chan struct{}
}

// nextBatch waits for a line and also takes those already there after it. It returns nil if there
// are no more.
func nextBatch(read <-chan line) *batch {
	l, open := <-read
	if !open {
		return nil
	}
	b := &batch{lines: []line{l}, done: make(chan struct{})}
	for len(b.lines) < maxBatch {
		select {
		case l, open := <-read:
			if !open {
				return b
			}
			b.lines = append(b.lines, l)
		default:
			return b
		}
	}
	return b
}

// collect gives the answers to out, and flushes it whenever it would have to wait for the next
// line, so that a typed line is answered at once.
func collect(ctx context.Context, ordered <-chan *batch, out *output) error {
	for ctx.Err() == nil {
		if len(ordered) == 0 {
			if err := out.flush(); err != nil {
				return err
			}
		}
		var b *batch
		var open bool
		select {
		case b, open = <-ordered:
		case <-ctx.Done():
			continue
		}
		if !open {
			break
		}
		<-b.done
		for _, r := range b.replies {
			if err := out.add(r); err != nil {
				return err
			}
		}
	}
	return cmp.Or(out.flush(), ctx.Err())
}

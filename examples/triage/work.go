package main

import (
	"cmp"
	"context"
	"iter"
	"runtime"
)

// process answers every line and gives the answers to out in the order of the
// lines. Lines are answered on all cores; a few for each core are under way at
// a time, so that memory does not grow with the input.
//
// It returns ctx.Err when ctx ends it, else the first error of reading or
// writing. A read that blocks is then left behind.
func process(ctx context.Context, lines iter.Seq2[line, error], answer func(line) reply, out *output) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	workers := runtime.GOMAXPROCS(0)
	todo := make(chan job, 16*workers)
	ordered := make(chan job, 16*workers)
	for range workers {
		go func() {
			for j := range todo {
				j.done <- answer(j.line)
			}
		}()
	}
	var readErr error // written before ordered is closed, read after
	go func() {
		defer close(ordered)
		defer close(todo)
		for l, err := range lines {
			if err != nil {
				readErr = err
				return
			}
			j := job{line: l, done: make(chan reply, 1)}
			select {
			case todo <- j:
			case <-ctx.Done():
				return
			}
			select {
			case ordered <- j:
			case <-ctx.Done():
				return
			}
		}
	}()
	if err := collect(ctx, ordered, out); err != nil {
		return err
	}
	return readErr
}

// job is a line and the place where its answer will be.
type job struct {
	line line
	done chan reply
}

// collect gives the answers to out, and flushes it whenever it would have to
// wait for the next line, so that who types a line sees its answer.
func collect(ctx context.Context, ordered <-chan job, out *output) error {
	for ctx.Err() == nil {
		if len(ordered) == 0 {
			if err := out.flush(); err != nil {
				return err
			}
		}
		var j job
		var open bool
		select {
		case j, open = <-ordered:
		case <-ctx.Done():
			continue
		}
		if !open {
			break
		}
		if err := out.add(<-j.done); err != nil {
			return err
		}
	}
	return cmp.Or(out.flush(), ctx.Err())
}

// Package ordered maps sequences on all cores and keeps their order.
package ordered

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// Map yields f of each value, in order, computed in GOMAXPROCS goroutines. It ends when the values
// end, when the consumer stops or when ctx is done, and leaves no goroutine behind: it waits for
// the value being drawn, however long that takes. No result waits for further values; where many
// values wait, results come a few at a time.
//
// The values are drawn in one goroutine, not the consumer's. A panic or runtime.Goexit there or in
// f is passed on to the consumer in place of the value.
func Map[T, R any](ctx context.Context, values iter.Seq[T], f func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		if ctx.Err() != nil {
			return
		}
		l := newLine[T, R](runtime.GOMAXPROCS(0))
		run(ctx, l, values, f, yield).raise() // not reached if the consumer panics: that panic goes first
		l.fault.raise()
	}
}

// run yields the results and returns when no goroutine is left. It returns the fault of f if the
// consumer has come to one.
func run[T, R any](ctx context.Context, l *line[T, R], values iter.Seq[T], f func(T) R, yield func(R) bool) *fault {
	var all sync.WaitGroup
	defer all.Wait()
	defer l.close()
	all.Add(1)
	unwatch := context.AfterFunc(ctx, func() {
		defer all.Done()
		l.close()
	})
	defer func() {
		if unwatch() {
			all.Done()
		}
	}()
	all.Go(func() { l.draw(values) })
	for range l.workers {
		all.Go(func() { l.work(f) })
	}
	for {
		first, n := l.ready()
		if n == 0 {
			return nil
		}
		for i := first; i < first+n; i++ {
			s := l.at(i)
			if l.closed.Load() {
				return nil
			}
			if s.fault != nil {
				return s.fault
			}
			if !yield(s.result) {
				return nil
			}
			*s = slot[T, R]{}
		}
		l.free(n)
	}
}

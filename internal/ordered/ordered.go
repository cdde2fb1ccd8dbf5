// Package ordered maps sequences on all cores and keeps their order.
package ordered

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// Map yields f of each value, in order, from as many goroutines as Go runs at once. It ends
// when the values do, when the consumer stops or when ctx is done, and then none of its
// goroutines is left: it waits for the value that is being drawn, however long that takes. Results
// are yielded whether or not more values come, a few at a time where many wait.
//
// The values are drawn from one goroutine, not the consumer's own. A panic there, or in f,
// comes to the consumer where the value would, and so does runtime.Goexit.
func Map[T, R any](ctx context.Context, values iter.Seq[T], f func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		if ctx.Err() != nil {
			return
		}
		l := newLine[T, R](runtime.GOMAXPROCS(0))
		run(ctx, l, values, f, yield).raise() // not where the consumer panics: that goes first
		l.fault.raise()
	}
}

// run yields the results, and returns when no goroutine is left; with the fault of f that the
// consumer has come to.
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

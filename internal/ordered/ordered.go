// Package ordered maps sequences on all cores and keeps their order.
package ordered

import (
	"context"
	"iter"
	"runtime"
	"sync"
)

// ahead is how many values a core may be ahead of the consumer: enough that none waits for
// a neighbour's long one, and few in memory.
const ahead = 64

// Map yields f of each value, in order, from as many goroutines as Go runs at once. It ends
// when the values do, when the consumer stops or when ctx is done, and then none of its
// goroutines is left: it waits for the value that is being drawn, however long that takes. The
// values are drawn from one goroutine, not the consumer's own; a panic there, or in f, ends the
// process.
func Map[T, R any](ctx context.Context, values iter.Seq[T], f func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		ctx, stop := context.WithCancel(ctx)
		type job struct {
			value  T
			result chan R
		}
		workers := runtime.GOMAXPROCS(0)
		jobs, queue := make(chan job), make(chan job, workers*ahead)
		var all sync.WaitGroup
		defer all.Wait()
		defer stop()
		all.Go(func() {
			defer close(queue)
			defer close(jobs)
			for v := range values {
				j := job{v, make(chan R, 1)}
				select {
				case queue <- j:
				case <-ctx.Done():
					return
				}
				select {
				case jobs <- j:
				case <-ctx.Done():
					return
				}
			}
		})
		for range workers {
			all.Go(func() {
				for j := range jobs {
					j.result <- f(j.value)
				}
			})
		}
		for {
			select {
			case j, ok := <-queue:
				if !ok {
					return
				}
				select {
				case r := <-j.result:
					if !yield(r) {
						return
					}
				case <-ctx.Done():
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

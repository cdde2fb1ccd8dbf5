package ordered

import (
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
)

const (
	// ahead is how many values a core may be ahead of the consumer: enough that none waits
	// for a neighbour's long one, and few in memory.
	ahead = 64
	// most is how many values a core takes at once, at most: so many that short ones are not
	// held up by the lock, so few that a long one does not hold up many.
	most = 16
)

// line is a ring of values that become results where they stand. All that hand slots over do
// so under the lock; who has one uses it without. Goroutines take as many as there are, and
// never wait for more: where values come slowly each goes through by itself.
type line[T, R any] struct {
	workers int
	slots   []slot[T, R]
	closed  atomic.Bool // set under mu, so that no wait misses it
	fault   *fault      // of the values

	mu    sync.Mutex
	room  sync.Cond // half of the slots are free
	tasks sync.Cond // a value is there to be taken, or all were
	head  sync.Cond // the next result is there, or there is none
	// given ≤ taken ≤ drawn ≤ given + len(slots) count the values that the consumer is done
	// with, that were taken by a worker, and that were drawn.
	given, taken, drawn int
	ended               bool // no more are drawn
}

type slot[T, R any] struct {
	value  T
	result R
	fault  *fault // of f
	done   bool
}

func newLine[T, R any](workers int) *line[T, R] {
	l := &line[T, R]{workers: workers, slots: make([]slot[T, R], workers*ahead)}
	l.room.L, l.tasks.L, l.head.L = &l.mu, &l.mu, &l.mu
	return l
}

func (l *line[T, R]) at(i int) *slot[T, R] { return &l.slots[i%len(l.slots)] }

// close ends all waiting; whoever works stops after the value at hand.
func (l *line[T, R]) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed.Store(true)
	l.room.Broadcast()
	l.tasks.Broadcast()
	l.head.Broadcast()
}

// draw puts all values in.
func (l *line[T, R]) draw(values iter.Seq[T]) {
	fault := &fault{exit: true}
	defer func() {
		if fault != nil {
			fault.value = recover()
		}
		l.mu.Lock()
		defer l.mu.Unlock()
		l.ended, l.fault = true, fault
		l.tasks.Broadcast()
		l.head.Broadcast()
	}()
	values(l.put)
	fault = nil
}

// put puts a value in, when there is room. Having waited it goes on at half the slots: to be
// woken for each one would cost more than short values do.
func (l *line[T, R]) put(v T) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.drawn-l.given == len(l.slots) {
		for !l.closed.Load() && l.drawn-l.given > len(l.slots)/2 {
			l.room.Wait()
		}
	}
	if l.closed.Load() {
		return false
	}
	l.at(l.drawn).value = v
	l.drawn++
	l.tasks.Signal()
	return true
}

// work maps values until there are no more.
func (l *line[T, R]) work(f func(T) R) {
	for {
		first, n := l.take()
		if n == 0 {
			return
		}
		l.do(first, n, f)
	}
}

// do maps n values and gives their slots on, even where f ends the goroutine.
func (l *line[T, R]) do(first, n int, f func(T) R) {
	i := first
	defer func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if i < first+n {
			l.at(i).fault = &fault{exit: true} // unless it is closed, and then nobody looks
		}
		for i := first; i < first+n; i++ {
			l.at(i).done = true
		}
		if first == l.given { // what is taken at once is done at once: given is the first of some
			l.head.Signal()
		}
	}()
	for ; i < first+n && !l.closed.Load(); i++ {
		s, none := l.at(i), *new(T)
		s.result, s.fault = call(f, s.value)
		s.value = none
	}
}

// take returns the first of n values, no more than its share; 0: there are no more.
func (l *line[T, R]) take() (first, n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for !l.closed.Load() && l.taken == l.drawn && !l.ended {
		l.tasks.Wait()
	}
	if l.closed.Load() || l.taken == l.drawn {
		return 0, 0
	}
	first, n = l.taken, min(max((l.drawn-l.taken)/(2*l.workers), 1), most)
	l.taken += n
	return first, n
}

// ready returns the first of n results that follow each other; 0: there are no more.
func (l *line[T, R]) ready() (first, n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for !l.closed.Load() && !l.at(l.given).done && !(l.ended && l.given == l.drawn) {
		l.head.Wait()
	}
	if l.closed.Load() {
		return 0, 0
	}
	for n < l.drawn-l.given && l.at(l.given+n).done {
		n++
	}
	return l.given, n
}

// free gives n slots back, which are zero.
func (l *line[T, R]) free(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.given += n
	if l.drawn-l.given <= len(l.slots)/2 {
		l.room.Signal()
	}
}

// fault is a panic, or the exit of a goroutine.
type fault struct {
	value any
	exit  bool // if value is nil
}

// call returns f of v, or its panic.
func call[T, R any](f func(T) R, v T) (r R, bad *fault) {
	ok := false
	defer func() {
		if !ok {
			bad = &fault{value: recover()}
		}
	}()
	r = f(v)
	ok = true
	return r, nil
}

// raise panics, or exits, as the other goroutine did.
func (f *fault) raise() {
	switch {
	case f == nil:
	case f.value == nil && f.exit:
		runtime.Goexit()
	default:
		panic(f.value)
	}
}

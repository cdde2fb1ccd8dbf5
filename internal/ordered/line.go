package ordered

import (
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
)

const (
	// ahead is how many values per core may be drawn ahead of the consumer: enough that no
	// core waits while another has a long value, few enough to take little memory.
	ahead = 64
	// most is how many values a core takes at once at most: enough that the lock does not
	// hold up short values, few enough that one long value does not hold up many others.
	most = 16
)

// line is a ring of values, each replaced in place by its result. Slots are handed over
// under the lock; whoever holds a slot uses it without the lock. Workers take values that
// are there and never wait for more: where values come slowly, each goes through by itself.
type line[T, R any] struct {
	workers int
	slots   []slot[T, R]
	closed  atomic.Bool // set under mu, so that no wait misses it
	fault   *fault      // raised by values

	mu    sync.Mutex
	room  sync.Cond // signals that half of the slots are free
	tasks sync.Cond // signals that a value can be taken, or that no more come
	head  sync.Cond // signals that the next result is there, or that no more come
	// given ≤ taken ≤ drawn ≤ given + len(slots) count the values that the consumer is done
	// with, that workers have taken, and that were drawn.
	given, taken, drawn int
	ended               bool // no more values come
}

type slot[T, R any] struct {
	value  T
	result R
	fault  *fault // raised by f
	done   bool
}

func newLine[T, R any](workers int) *line[T, R] {
	l := &line[T, R]{workers: workers, slots: make([]slot[T, R], workers*ahead)}
	l.room.L, l.tasks.L, l.head.L = &l.mu, &l.mu, &l.mu
	return l
}

func (l *line[T, R]) at(i int) *slot[T, R] { return &l.slots[i%len(l.slots)] }

// close wakes all who wait; workers stop after the value they are at.
func (l *line[T, R]) close() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.closed.Store(true)
	l.room.Broadcast()
	l.tasks.Broadcast()
	l.head.Broadcast()
}

// draw puts all values into the ring.
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

// put puts a value into the ring and reports whether the line is still open. If the ring is
// full, it waits until half of it is free: waking for each free slot would cost more than
// short values take.
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

// do maps n values and hands their slots on, even if f ends the goroutine.
func (l *line[T, R]) do(first, n int, f func(T) R) {
	i := first
	defer func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		if i < first+n {
			l.at(i).fault = &fault{exit: true} // or the line is closed, and then nobody looks
		}
		for i := first; i < first+n; i++ {
			l.at(i).done = true
		}
		if first == l.given { // values taken together are done together, so given is the first of a batch
			l.head.Signal()
		}
	}()
	for ; i < first+n && !l.closed.Load(); i++ {
		s, none := l.at(i), *new(T)
		s.result, s.fault = call(f, s.value)
		s.value = none
	}
}

// take takes n values, no more than a worker's share, from first on; n is 0 if no more come.
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

// ready returns the first of n consecutive results; n is 0 if no more come.
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

// free gives back n slots that the caller has zeroed.
func (l *line[T, R]) free(n int) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.given += n
	if l.drawn-l.given <= len(l.slots)/2 {
		l.room.Signal()
	}
}

// fault is a panic, or a goroutine's exit.
type fault struct {
	value any
	exit  bool // if value is nil
}

// call returns f(v), or its panic.
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

// raise panics or exits as the other goroutine did.
func (f *fault) raise() {
	switch {
	case f == nil:
	case f.value == nil && f.exit:
		runtime.Goexit()
	default:
		panic(f.value)
	}
}

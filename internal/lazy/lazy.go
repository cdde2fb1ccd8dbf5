// Package lazy holds values that are made at first use.
package lazy

import (
	"sync"
	"sync/atomic"
)

// Value is a value that is made at first use. Get is inlined, unlike the function that
// sync.OnceValue returns, so that it costs little where it is called for each character.
type Value[T any] struct {
	made  atomic.Pointer[T]
	first func() *T // makes the value
}

// New returns a Value that calls make at first use, and at most once.
func New[T any](make func() *T) *Value[T] {
	v := new(Value[T])
	v.first = sync.OnceValue(func() *T {
		p := make()
		v.made.Store(p)
		return p
	})
	return v
}

// Get returns the value. If making it panicked, every call of Get panics.
func (v *Value[T]) Get() (p *T) {
	if p = v.made.Load(); p == nil {
		p = v.first()
	}
	return p
}

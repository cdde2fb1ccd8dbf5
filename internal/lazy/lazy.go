// Package lazy holds values that are made at first use.
package lazy

import (
	"sync"
	"sync/atomic"
)

// Value is a value that is made at first use. Unlike the function that sync.OnceValue
// returns, Get is inlined, so that it costs little where it is called for each character.
type Value[T any] struct {
	made  atomic.Pointer[T]
	first func() *T // makes the value
}

// New returns the value that make returns, which is called at most once.
func New[T any](make func() *T) *Value[T] {
	v := new(Value[T])
	v.first = sync.OnceValue(func() *T {
		p := make()
		v.made.Store(p)
		return p
	})
	return v
}

// Get returns the value. It panics whenever it is called if making the value did.
func (v *Value[T]) Get() (p *T) {
	if p = v.made.Load(); p == nil {
		p = v.first()
	}
	return p
}

// Package lazy holds values that are made at first use.
package lazy

import (
	"sync"
	"sync/atomic"
)

// Value is a value that is made at first use. Unlike the function that sync.OnceValue
// returns, Get is inlined, so that it costs little where it is called for each character.
type Value[T any] struct {
	made atomic.Pointer[T]
	once func() *T
}

// New returns the value that make returns, which is called at most once.
func New[T any](make func() *T) *Value[T] { return &Value[T]{once: sync.OnceValue(make)} }

// Get returns the value. It panics whenever it is called if making the value did.
func (v *Value[T]) Get() *T {
	if p := v.made.Load(); p != nil {
		return p
	}
	return v.make()
}

func (v *Value[T]) make() *T {
	p := v.once()
	v.made.Store(p)
	return p
}

package ordered

import (
	"context"
	"iter"
)

// Sequence is a sequence whose values are counted as they are drawn, so that who maps it can tell
// whether all of them were.
type Sequence[T any] struct {
	ctx    context.Context
	values iter.Seq[T]
	drawn  int
	ended  bool
}

// Count returns the sequence. The values may themselves heed the end of ctx: where it is done when
// they end, they are taken not to be all.
func Count[T any](ctx context.Context, values iter.Seq[T]) *Sequence[T] {
	return &Sequence[T]{ctx: ctx, values: values}
}

// Draw yields the values.
func (s *Sequence[T]) Draw(yield func(T) bool) {
	for v := range s.values {
		s.drawn++
		if !yield(v) {
			return
		}
	}
	s.ended = s.ctx.Err() == nil
}

// Drawn returns how many were drawn. While they are, only their own goroutine may ask.
func (s *Sequence[T]) Drawn() int { return s.drawn }

// Are reports whether n is how many there are in all.
func (s *Sequence[T]) Are(n int) bool { return s.ended && s.drawn == n }

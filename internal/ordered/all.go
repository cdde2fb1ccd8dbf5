package ordered

import (
	"context"
	"iter"
)

// Sequence counts the values of a sequence as they are drawn, so that whoever maps it can tell
// whether all were drawn.
type Sequence[T any] struct {
	ctx    context.Context
	values iter.Seq[T]
	drawn  int
	ended  bool
}

// Count returns a Sequence of values. If ctx is done when values ends, it does not count as
// complete: values may have stopped because of ctx.
func Count[T any](ctx context.Context, values iter.Seq[T]) *Sequence[T] {
	return &Sequence[T]{ctx: ctx, values: values}
}

// Draw yields the values and counts them.
func (s *Sequence[T]) Draw(yield func(T) bool) {
	for v := range s.values {
		s.drawn++
		if !yield(v) {
			return
		}
	}
	s.ended = s.ctx.Err() == nil
}

// Drawn returns how many values were drawn. While Draw runs, only its goroutine may call it.
func (s *Sequence[T]) Drawn() int { return s.drawn }

// Are reports whether the sequence is complete and has n values.
func (s *Sequence[T]) Are(n int) bool { return s.ended && s.drawn == n }

package lexicon

// arena hands out slices of larger slices.
type arena[T any] struct {
	free []T
	size int // of the last larger slice
}

// take returns n zero elements.
func (a *arena[T]) take(n int) []T {
	const least, most = 1 << 6, 1 << 12
	if n > len(a.free) {
		a.size = min(max(2*a.size, least), most)
		a.free = make([]T, max(n, a.size))
	}
	taken := a.free[:n:n]
	a.free = a.free[n:]
	return taken
}

// put returns a copy of s.
func (a *arena[T]) put(s []T) []T {
	taken := a.take(len(s))
	copy(taken, s)
	return taken
}

package parser

// some is how many amounts, threats, asks or signals a message has, if any.
const some = 4

// withRoom appends v to s, with room for some at first.
func withRoom[T any](s []T, v T) []T {
	if s == nil {
		s = make([]T, 0, some)
	}
	return append(s, v)
}

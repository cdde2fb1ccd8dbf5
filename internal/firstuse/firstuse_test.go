package firstuse

import (
	"strings"
	"sync"
	"testing"
)

func TestCheck(t *testing.T) {
	table := sync.OnceValue(func() string { return strings.Repeat("a", 1000) })
	use := func() { _ = table() }
	Check(t, []Way{
		{"before", func(*testing.T) func() { _ = table(); return use }, false},
		{"at first use", func(*testing.T) func() { return use }, true},
	})
}

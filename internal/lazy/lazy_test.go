package lazy_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/lazy"
)

func TestValue(t *testing.T) {
	made := 0
	v := lazy.New(func() *int {
		made++
		return &made
	})
	assert.Equal(t, 0, made)
	assert.Same(t, v.Get(), v.Get())
	assert.Equal(t, 1, made)
}

func TestValuePanics(t *testing.T) {
	v := lazy.New(func() *int { panic("no") })
	for range 2 {
		assert.PanicsWithValue(t, "no", func() { v.Get() })
	}
}

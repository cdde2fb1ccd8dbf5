package linear

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestFitSparse has a feature that decides, one that is in all examples, and one that
// says nothing.
func TestFitSparse(t *testing.T) {
	var lists [][]int32
	var labels []int8
	for i := range 90 {
		list, label := []int32{1}, int8(0)
		if i%3 == 0 {
			list, label = append(list, 0), 1
		}
		if i%2 == 0 {
			list = append(list, 2)
		}
		lists = append(lists, list)
		labels = append(labels, label)
	}
	labels[1], labels[2] = -1, -1 // nothing is learned from these
	m := FitSparse(ColumnsOf(lists, 4), labels, 1)
	assert.NotContains(t, m.Weights, int32(2))
	assert.NotContains(t, m.Weights, int32(3), "no example has it")
	assert.Positive(t, m.Score([]int32{0, 1}))
	assert.Negative(t, m.Score([]int32{1, 2}))
	assert.Equal(t, m, FitSparse(ColumnsOf(lists, 4), labels, 1), "the same examples make the same model")
	assert.Empty(t, FitSparse(ColumnsOf(lists, 4), labels, 1000).Weights, "a penalty beyond all slopes")
	assert.Negative(t, FitSparse(ColumnsOf(lists, 4), make([]int8, 90), 1).Score([]int32{0, 1}), "nothing is positive")
	all := slices.Repeat([]int8{1}, 90)
	assert.Positive(t, FitSparse(ColumnsOf(lists, 4), all, 1).Score([]int32{1, 2}), "everything is")
}

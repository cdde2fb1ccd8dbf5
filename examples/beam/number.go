package main

import (
	"cmp"
	"hash/fnv"
	"io"
	"math"
	"slices"

	"github.com/dunsms/dunsms"
)

// mark is what determines a message's number. It is small, since there is one for every message of
// a recipient, even for those that no matter needs.
type mark struct {
	time int64  // when it came, in nanoseconds; messages without a time are last
	says uint64 // a hash, the same for copies of a message
}

func markOf(m dunsms.Message) mark {
	h := fnv.New64a() // the same in every process
	for _, s := range []string{m.Sender, m.Text, m.ID} {
		io.WriteString(h, s)
		h.Write([]byte{0})
	}
	at := mark{math.MaxInt64, h.Sum64()}
	if !m.ReceivedAt.IsZero() {
		at.time = m.ReceivedAt.UnixNano()
	}
	return at
}

func (m mark) compare(other mark) int {
	return cmp.Or(cmp.Compare(m.time, other.time), cmp.Compare(m.says, other.says))
}

// numbersOf returns, for messages in the order in which they came, their numbers from 1 in order
// of time. Copies all have the number of the first one, since which of them the checker names
// depends on the order in which they came.
func numbersOf(came []mark) []int {
	order := slices.SortedFunc(slices.Values(came), mark.compare)
	numbers := make([]int, len(came))
	for i, m := range came {
		first, _ := slices.BinarySearchFunc(order, m, mark.compare)
		numbers[i] = first + 1
	}
	return numbers
}

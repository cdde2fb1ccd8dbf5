package main

import (
	"cmp"
	"hash/fnv"
	"io"
	"math"
	"slices"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/matter"
)

// mark is what a message has its number by. It is small: there is one for each
// message of a recipient, also of those that no matter needs.
type mark struct {
	time int64  // when it came, in nanoseconds; those whose time is not known are last
	says uint64 // the same for messages that are copies of each other
}

func markOf(m dunsms.Message) mark {
	h := fnv.New64a() // the same in each process
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

// numbersOf returns the numbers, from 1 and in order of time, of messages in the
// order in which they came. Copies have the number of the first of them, since it
// depends on that order which one the checker names.
func numbersOf(came []mark) []int {
	order := slices.SortedFunc(slices.Values(came), mark.compare)
	numbers := make([]int, len(came))
	for i, m := range came {
		first, _ := slices.BinarySearchFunc(order, m, mark.compare)
		numbers[i] = first + 1
	}
	return numbers
}

// renumber puts numbers in place of the order in which messages came, which differs
// from run to run.
func renumber(r *dunsms.PhoneReport, numbers []int) {
	one := func(n *int) {
		if *n > 0 {
			*n = numbers[*n-1]
		}
	}
	list := func(all []int) {
		for i := range all {
			one(&all[i])
		}
		slices.Sort(all)
	}
	for i := range r.Matters {
		m := &r.Matters[i]
		for j := range m.Members {
			list(m.Members[j].Messages)
		}
		for j := range m.Sums {
			one(&m.Sums[j].Message)
		}
		if m.Growth != nil {
			one(&m.Growth.From)
			one(&m.Growth.To)
		}
		for j := range m.Deadlines {
			one(&m.Deadlines[j].Message)
		}
		for j := range m.Pieces {
			one(&m.Pieces[j].Message)
		}
		for j := range m.Shown {
			list(m.Shown[j].Messages)
		}
		for j := range m.Breaches {
			list(m.Breaches[j].Messages)
		}
	}
	for i := range r.Open {
		one(&r.Open[i].Message)
	}
	slices.SortStableFunc(r.Open, func(a, b matter.Open) int { return cmp.Compare(a.Message, b.Message) })
}

package phones

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/identity"
)

// sorted returns the lines of each phone.
func sorted(s *Sorter) (lines [][]int, recipients []identity.Profile) {
	for p := range s.Phones() {
		var of []int
		for _, m := range p.Messages {
			of = append(of, m.Line)
		}
		lines, recipients = append(lines, of), append(recipients, p.Recipient)
	}
	return lines, recipients
}

func TestSorter(t *testing.T) {
	id, err := identity.ParseID("510106199511203315")
	require.NoError(t, err)
	profile := func(name string, id identity.ID, numbers ...string) identity.Profile {
		return identity.Profile{Name: name, ID: id, Phones: numbers}
	}
	none := identity.ID{}
	for _, c := range []struct {
		name string
		in   []identity.Profile
		want [][]int
	}{
		{"nobody", []identity.Profile{{}, {}}, [][]int{{1, 2}}},
		{"one number in several forms", []identity.Profile{profile("", none, "13800001111"), profile("", none, "+86 138 0000 1111"), profile("", none, "138-0000-1111")}, [][]int{{1, 2, 3}}},
		{"two numbers", []identity.Profile{profile("", none, "13800001111"), profile("", none, "13800002222"), profile("", none, "13800001111")}, [][]int{{1, 3}, {2}}},
		{"joined by a third", []identity.Profile{profile("", none, "13800001111"), profile("甲", id), profile("", none, "13800003333"), profile("乙", id, "13800001111")}, [][]int{{1, 2, 4}, {3}}},
		{"joined in the other order", []identity.Profile{profile("", none, "1380000"+"1111"), profile("", id), profile("", id), profile("", id, "13800001111"), profile("", none, "13800001111")}, [][]int{{1, 2, 3, 4, 5}}},
		{"a name is told by itself alone", []identity.Profile{profile("甲", none), profile("乙", none), profile("甲", none), profile("甲", id), {}}, [][]int{{1, 3}, {2}, {4}, {5}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var s Sorter
			for i, p := range c.in {
				s.Add(Message{Message: dunsms.Message{Recipient: p}, Line: i + 1})
			}
			assert.Equal(t, len(c.want), s.Len())
			got, _ := sorted(&s)
			assert.Equal(t, c.want, got)
		})
	}
	var s Sorter
	for i, p := range []identity.Profile{profile("", none, "13800001111"), profile("", id), profile("甲", id, "13800002222"), profile("乙", none, "13800002222", "13800001111")} {
		s.Add(Message{Message: dunsms.Message{Recipient: p}, Line: i + 1})
	}
	_, who := sorted(&s)
	assert.Equal(t, []identity.Profile{profile("甲", id, "13800002222", "13800001111")}, who, "all that is known of the recipient")
}

// However they come, messages are of one phone if a chain of recipients links them.
func TestSorterLinksAll(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		var s Sorter
		parent := map[int]int{}
		var find func(int) int
		find = func(i int) int {
			if p, ok := parent[i]; ok {
				return find(p)
			}
			return i
		}
		var numbers []int
		for line := range 30 {
			a, b := rng.IntN(25), rng.IntN(25)
			if find(a) != find(b) {
				parent[find(a)] = find(b)
			}
			numbers = append(numbers, a)
			s.Add(Message{Message: dunsms.Message{Recipient: identity.Profile{Phones: []string{fmt.Sprint(13800000000 + int64(a)), fmt.Sprint(13800000000 + int64(b))}}}, Line: line + 1})
		}
		got, _ := sorted(&s)
		at := map[int]int{}
		total := 0
		for i, of := range got {
			require.True(t, slices.IsSorted(of))
			for _, line := range of {
				root := find(numbers[line-1])
				if old, ok := at[root]; ok {
					require.Equal(t, old, i)
				}
				at[root] = i
				total++
			}
		}
		require.Equal(t, 30, total)
		require.Len(t, got, len(at))
	}
}

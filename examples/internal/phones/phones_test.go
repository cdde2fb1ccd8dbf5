package phones

import (
	"encoding/json"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

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
			s.Add(Message{Message: dunsms.Message{Recipient: identity.Profile{Phones: []string{fmt.Sprint(13800000000 + a), fmt.Sprint(13800000000 + b)}}}, Line: line + 1})
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

// Every number of a message in the JSON of a report is a line in the end: no field is
// forgotten, and none is taken twice.
func TestRenumber(t *testing.T) {
	texts := []string{
		"【青禾消费金融】沈*安先生（身份证110101********2314），您的借款本金8,000.00元已逾期3天，应还8,012.80元，请尽快还款。(1/2)",
		"【青禾消费金融】沈*安先生（身份证110101********2314），您的借款本金8,000.00元已逾期3天，应还8,012.80元，请尽快还款。",
		"【恒远信用管理】沈*安：青禾消费金融欠款8,112.40元已逾期26天，请于3月5日前还清，否则将上门拜访并联系您的家人。",
		"【恒远信用管理】沈*安：青禾消费金融欠款8,160.30元已逾期36天，今天是最后一天，否则将联系您的家人。",
		strings.Repeat("长", 20_000),
	}
	p := Phone{}
	for i, text := range texts {
		p.Messages = append(p.Messages, Message{Line: 1000 + i, Message: dunsms.Message{Text: text, Sender: "106900770011", ReceivedAt: time.Date(2026, 2, 7+10*i, 10, 0, 0, 0, time.UTC)}})
	}
	var all iter.Seq[dunsms.Message] = func(yield func(dunsms.Message) bool) {
		for _, m := range p.Messages {
			if !yield(m.Message) {
				return
			}
		}
	}
	r, err := new(dunsms.Checker).Matters(t.Context(), dunsms.Phone{}, all)
	require.NoError(t, err)
	p.Renumber(r)
	data, err := json.Marshal(r)
	require.NoError(t, err)
	var tree any
	require.NoError(t, json.Unmarshal(data, &tree))
	found := map[string]int{}
	check := func(path string, v any) {
		if n, ok := v.(float64); ok {
			found[path]++
			assert.GreaterOrEqual(t, n, 1000.0, path)
			assert.Less(t, n, 1005.0, path)
		}
	}
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case []any:
			for _, e := range v {
				check(path, e)
				walk(path, e)
			}
		case map[string]any:
			for key, e := range v {
				at := path + "." + key
				if key == "message" || path == ".matters.growth" && (key == "from" || key == "to") {
					check(at, e)
				}
				if key == "messages" && (path == "" || path == ".matters.senders") {
					continue // how many there are
				}
				if key != "messages" && (key == "span" || key == "spans" || key == "hours") {
					continue
				}
				if list, ok := e.([]any); ok && len(list) > 0 {
					if _, numbers := list[0].(float64); numbers && key != "messages" {
						continue
					}
				}
				walk(at, e)
			}
		}
	}
	walk("", tree)
	for _, path := range []string{".open.message", ".matters.messages.messages", ".matters.sums.message", ".matters.growth.from", ".matters.growth.to", ".matters.deadlines.message", ".matters.pieces.message", ".matters.breaches.messages"} {
		assert.NotZero(t, found[path], path)
	}
}

package matter

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/internal/slow"
	"github.com/dunsms/dunsms/parser"
)

// TestBadInput has messages with missing or nonsensical parts: there is always an answer, and it
// obeys the laws.
func TestBadInput(t *testing.T) {
	const text = "【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款8,203.55元已逾期12天，请于2小时内还款。"
	year := func(y int) time.Time { return time.Date(y, 6, 1, 10, 0, 0, 0, time.UTC) }
	for _, test := range []struct {
		name string
		in   []Message
		want [][]int // the messages of each matter
	}{
		{"no time", []Message{{Text: text, Sender: firm}, {Text: text + "！", Sender: firm}}, [][]int{{1, 2}}},
		{"no sender", []Message{{Text: text, ReceivedAt: evening}, {Text: text, ReceivedAt: evening.Add(time.Hour)}}, [][]int{{1, 2}}},
		{"neither", []Message{{Text: text}, {Text: text + "！"}}, [][]int{{1, 2}}},
		{"a time on one of them", []Message{{Text: text}, {Text: text, ReceivedAt: evening}}, [][]int{{2, 1}}},
		{"times out of order", []Message{{Text: text, ReceivedAt: evening.Add(time.Hour)}, {Text: text, ReceivedAt: evening}}, [][]int{{2, 1}}},
		{"duplicates", []Message{{Text: text, ReceivedAt: evening}, {Text: text, ReceivedAt: evening}, {Text: text, ReceivedAt: evening}}, [][]int{{1}}},
		{"duplicates without a time", []Message{{Text: text}, {Text: text}}, [][]int{{1}}},
		{"empty texts", []Message{{}, {Text: " "}, {Text: "\n"}, {Text: text}, {Sender: firm, ReceivedAt: evening}}, [][]int{{4}}},
		{"a sender that is no number", []Message{{Text: text, Sender: "澜庭\x00"}, {Text: text + "！", Sender: strings.Repeat("9", 1000)}}, [][]int{{2, 1}}},
		{"control characters", []Message{{Text: "\x00\u202e" + text + "\ufeff", Sender: firm}}, [][]int{{1}}},
		{"the year 1", []Message{{Text: text, ReceivedAt: year(1)}, {Text: text, ReceivedAt: year(1).AddDate(0, 0, 1)}}, [][]int{{1, 2}}},
		{"before 1970", []Message{{Text: text, ReceivedAt: year(1969)}, {Text: text, ReceivedAt: year(1960)}}, [][]int{{2, 1}}},
		{"the year 9999", []Message{{Text: text, ReceivedAt: time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)}, {Text: text, ReceivedAt: year(9999)}}, [][]int{{2, 1}}},
		{"both", []Message{{Text: text, ReceivedAt: year(9999)}, {Text: text, ReceivedAt: year(1)}, {Text: text}}, [][]int{{2, 1, 3}}},
		{"parts without a time", []Message{{Text: "(2/2)" + secondHalf, Sender: firm}, {Text: "(1/2)" + signed + firstHalf, Sender: firm}}, [][]int{{1, 2}}},
		{"parts of which one has a time", []Message{{Text: "(2/2)" + secondHalf, Sender: firm}, {Text: "(1/2)" + signed + firstHalf, Sender: firm, ReceivedAt: evening}}, nil},
		{"a number, and nothing else", []Message{{Text: "(1/2)", Sender: firm}, {Text: "(2/2)", Sender: firm}}, nil},
		{"marks of parts, and nothing else", []Message{{Text: "（待续）", Sender: firm}, {Text: "接上条", Sender: firm}, {Text: "（续）（续）（待续）", Sender: firm}}, nil},
	} {
		for i := range test.in {
			test.in[i].Number = i + 1
		}
		for _, recipient := range []identity.Profile{{}, me(t), {Name: "*"}, {Name: "\xff\x00"}, {Name: strings.Repeat("秘", 1000), Phones: []string{"", "x"}}} {
			r := checkLaws(t, recipient, test.in)
			if test.want != nil {
				assert.Equal(t, test.want, groups(r), test.name)
			}
		}
	}
}

// TestUnreadable: what cannot be read is named by its number, and the rest is read.
func TestUnreadable(t *testing.T) {
	good := messagesOf([]sms{{firm, 0, signed + oneText}})[0]
	long := Message{Number: 2, ID: "long", Text: strings.Repeat("您", parser.MaxBytes), Sender: firm}
	bad := Message{Number: 3, ID: "bad", Text: "您的借款\xff", Sender: firm}
	var p Phone
	assert.ErrorIs(t, p.AddMessage(bad), parser.ErrNotUTF8)
	require.NoError(t, p.AddMessage(good))
	assert.ErrorIs(t, p.AddMessage(long), parser.ErrTooLong)
	r := p.Matters()
	assert.Equal(t, 3, r.Messages)
	assert.Equal(t, []Open{{Message: 2, ID: "long", Reason: Unreadable}, {Message: 3, ID: "bad", Reason: Unreadable}}, r.Open)
	assert.Equal(t, [][]int{{1}}, groups(r))
	assert.Equal(t, asJSON(t, r), asJSON(t, mattersOf(identity.Profile{}, []Message{good, long, bad})))
}

// TestManyAtOnce has, within one second, as many messages as a phone gets in years.
func TestManyAtOnce(t *testing.T) {
	n := 2_000
	if slow.Asked() {
		n = 10_000
	}
	var p Phone
	var kinds []*reading
	for i := range 20 {
		r, err := p.Read(Message{
			Text:   fmt.Sprintf("【澜庭消费金融】林晓舟女士，您合同号LT20260100%02d的借款已逾期%d天，共欠%d.55元，请今日还款。", i, 10+i, 1000*(i+1)),
			Sender: firm, ReceivedAt: evening,
		})
		require.NoError(t, err)
		kinds = append(kinds, r.r)
	}
	for i := range n { // as many were read, of as many senders
		r := *kinds[i%len(kinds)]
		r.Number, r.Sender = i+1, fmt.Sprintf("10690000%05d", i)
		p.Add(Reading{&r})
	}
	r := p.Matters()
	assert.Equal(t, n, r.Messages)
	assert.Zero(t, r.Copies)
	of := 0
	for _, m := range r.Matters {
		of += len(m.Members)
		require.LessOrEqual(t, len(m.Pieces), mostRead, "not all that is said again is weighed")
		require.LessOrEqual(t, len(m.Text), parser.MaxBytes)
	}
	assert.Equal(t, n, of)
	assert.Len(t, r.Matters, len(kinds), "a matter for each contract")
}

// TestLimitsOfJSON: a result can be written as JSON whatever the times are.
func TestLimitsOfJSON(t *testing.T) {
	var all []Message
	for i, at := range []time.Time{{}, time.Unix(0, 0), time.Unix(-1, 0).UTC(), time.Date(9999, 12, 31, 23, 59, 59, 999, time.UTC)} {
		all = append(all, Message{Number: i + 1, Text: signed + oneText, Sender: firm, ReceivedAt: at})
	}
	data, err := json.Marshal(mattersOf(identity.Profile{}, all))
	require.NoError(t, err)
	assert.True(t, json.Valid(data))
	assert.True(t, slices.IsSortedFunc(all[1:3], func(a, b Message) int { return b.ReceivedAt.Compare(a.ReceivedAt) }))
}

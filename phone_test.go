package dunsms_test

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"log/slog"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// noneLeft waits until there are no more goroutines than before: one that has ended may not be
// gone at once.
func noneLeft(t testing.TB, before int) {
	t.Helper()
	for range 10_000 { // require.Eventually has a goroutine of its own
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	require.LessOrEqual(t, runtime.NumGoroutine(), before, "a goroutine is left")
}

// counted yields messages and counts those that are drawn.
func counted(all []dunsms.Message, drawn *int) iter.Seq[dunsms.Message] {
	return func(yield func(dunsms.Message) bool) {
		for _, m := range all {
			*drawn++
			if !yield(m) {
				return
			}
		}
	}
}

// phoneMessages are the messages of a phone: about a debt of the recipient and about somebody
// else's.
func phoneMessages(t testing.TB) []dunsms.Message {
	t.Helper()
	me := identity.Profile{Name: "林晓舟"}
	var all []dunsms.Message
	for i, m := range []struct{ from, text string }{
		{"1069000000001", "【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款已逾期12天，共欠8,000.00元，请还款。"},
		{"1069000000002", "【望川小贷】高晓阳先生，您的借款1,866.20元已逾期40天，请还款。"},
		{"13900005566", "林晓舟，合同号LT2026010001的欠款已逾期14天，再不还就上门。"},
		{"13900004444", "今晚一起吃饭吗"},
	} {
		all = append(all, dunsms.Message{
			ID: fmt.Sprint("sms", i+1), Text: m.text, Sender: m.from, Recipient: me, ReceivedAt: time.Date(2026, 3, 20+i, 2, 0, 0, 0, time.UTC),
		})
	}
	return all
}

func TestMatters(t *testing.T) {
	before := runtime.NumGoroutine()
	all := phoneMessages(t)
	all[0].Facts.HasAccount = classify.Yes
	all = append(all, dunsms.Message{ID: "bad", Text: "\xff"}, all[0])
	var progress []int
	r, err := new(dunsms.Checker).Matters(t.Context(), dunsms.Phone{Progress: func(n int) { progress = append(progress, n) }}, slices.Values(all))
	require.NoError(t, err)
	assert.Equal(t, []int{1, 2, 3, 4, 5, 6}, progress)
	assert.Equal(t, dunsms.ReportVersion, r.V)
	assert.Equal(t, 6, r.Messages)
	assert.Equal(t, 1, r.Copies)
	assert.Equal(t, []matter.Open{{Message: 5, ID: "bad", Reason: matter.Unreadable}}, r.Open)
	require.Len(t, r.Matters, 2)
	var numbers [][]int
	for _, m := range r.Matters {
		var of []int
		for _, member := range m.Members {
			of = append(of, member.Messages...)
			assert.Equal(t, fmt.Sprint("sms", member.Messages[0]), member.ID)
		}
		numbers = append(numbers, of)
		assert.NotEmpty(t, m.Steps)
		assert.NotEmpty(t, m.Assessment.Headline)
		assert.NotEmpty(t, m.Assessment.Reason)
	}
	assert.Equal(t, [][]int{{1, 3}, {2}}, numbers)
	assert.Equal(t, classify.Yes, r.Matters[0].Facts.HasAccount)
	assert.Equal(t, identity.Agree, r.Matters[0].Comparison.Outcome, "the recipient is that of the first message")
	assert.Equal(t, identity.Disagree, r.Matters[1].Comparison.Outcome)
	noneLeft(t, before)
}

// TestMattersRecipient: the phone's recipient takes precedence over that of the messages.
func TestMattersRecipient(t *testing.T) {
	r, err := new(dunsms.Checker).Matters(t.Context(), dunsms.Phone{Recipient: identity.Profile{Name: "高晓阳"}}, slices.Values(phoneMessages(t)))
	require.NoError(t, err)
	require.Len(t, r.Matters, 2)
	assert.Equal(t, identity.Disagree, r.Matters[0].Comparison.Outcome)
	assert.Equal(t, identity.Agree, r.Matters[1].Comparison.Outcome)
}

func TestMattersObjected(t *testing.T) {
	all := phoneMessages(t)
	r, err := new(dunsms.Checker).Matters(t.Context(), dunsms.Phone{Objected: all[1].ReceivedAt}, slices.Values(all))
	require.NoError(t, err)
	require.NotEmpty(t, r.Matters)
	var after [][]int
	for _, b := range r.Matters[0].Breaches {
		if b.Rule == "AFTER_OBJECTION" {
			after = append(after, b.Messages)
		}
	}
	assert.Equal(t, [][]int{{3}}, after)
}

func TestMattersOfChecker(t *testing.T) {
	p, err := parser.New(parser.WithLenders([]parser.Lender{{Name: "麦浪普惠金融", Aliases: []string{"麦浪普惠"}}}))
	require.NoError(t, err)
	c := &dunsms.Checker{Parser: p, Evidence: []classify.Evidence{{Code: "OWN_BLOCKLIST", Weights: classify.Scores{Scam: 9}}}, Lang: remedy.English}
	all := []dunsms.Message{{Text: "【麦浪普惠】您的借款已逾期3天，应还100.00元。"}}
	r, err := c.Matters(t.Context(), dunsms.Phone{}, slices.Values(all))
	require.NoError(t, err)
	require.Len(t, r.Matters, 1)
	assert.Equal(t, "麦浪普惠金融", r.Matters[0].Lender)
	assert.Equal(t, classify.Scam, r.Matters[0].Assessment.Verdict)
	one, err := c.Check(all[0])
	require.NoError(t, err)
	assert.Equal(t, one.Assessment.Verdict, r.Matters[0].Assessment.Verdict)
	assert.Equal(t, one.Assessment.Headline, r.Matters[0].Assessment.Headline)
	assert.Equal(t, one.Steps, r.Matters[0].Steps)
}

func TestMattersEnd(t *testing.T) {
	before := runtime.NumGoroutine()
	all := slices.Repeat(phoneMessages(t), 500)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	drawn := 0
	r, err := new(dunsms.Checker).Matters(ctx, dunsms.Phone{Progress: func(n int) {
		if n == 3 {
			cancel()
		}
	}}, counted(all, &drawn))
	assert.ErrorIs(t, err, context.Canceled)
	assert.Nil(t, r)
	assert.Less(t, drawn, len(all))

	r, err = new(dunsms.Checker).Matters(t.Context(), dunsms.Phone{}, slices.Values([]dunsms.Message(nil)))
	require.NoError(t, err)
	assert.Equal(t, &dunsms.PhoneReport{V: dunsms.ReportVersion}, r)
	noneLeft(t, before)
}

// TestPhoneReportReadsBack: the JSON of a report reads back to an equal report, and the same
// messages give the same bytes.
func TestPhoneReportReadsBack(t *testing.T) {
	for name, all := range map[string][]dunsms.Message{"a phone": phoneMessages(t), "all cases": messages(t), "none": nil} {
		for i := range all {
			all[i].ReceivedAt = all[i].ReceivedAt.UTC() // of a time JSON keeps the moment and the offset
		}
		r, err := new(dunsms.Checker).Matters(t.Context(), dunsms.Phone{}, slices.Values(all))
		require.NoError(t, err, name)
		data, err := json.Marshal(r)
		require.NoError(t, err, name)
		var back dunsms.PhoneReport
		require.NoError(t, json.Unmarshal(data, &back), name)
		for i := range r.Matters {
			r.Matters[i].Notice.Tokens = nil
			assert.True(t, assert.ObjectsAreEqual(r.Matters[i], back.Matters[i]), "%s: matter %d does not read back", name, i+1)
		}
		assert.True(t, assert.ObjectsAreEqual(*r, back), "%s: the report does not read back", name)
		again, err := new(dunsms.Checker).Matters(t.Context(), dunsms.Phone{}, slices.Values(all))
		require.NoError(t, err)
		bytes, err := json.Marshal(again)
		require.NoError(t, err)
		assert.True(t, string(data) == string(bytes), "%s: not the same bytes twice", name)
	}
}

// TestPhoneHidden: however the report of a phone is printed, nothing of the phone shows.
func TestPhoneHidden(t *testing.T) {
	p := dunsms.Phone{Recipient: identity.Profile{Name: "秘晓舟", Phones: []string{"13900008812"}}, Objected: time.Date(2088, 12, 1, 0, 0, 0, 0, time.UTC)}
	r, err := new(dunsms.Checker).Matters(t.Context(), p, slices.Values([]dunsms.Message{{
		ID: mark, Sender: "13900008812", ReceivedAt: time.Date(2088, 12, 1, 0, 0, 0, 0, time.UTC),
		Text: "【秘境小贷】秘先生（身份证尾号8812），您合同号QZX8812的借款8,812.00元已逾期12天，请致电13900008812，微信qzx8812。",
	}}))
	require.NoError(t, err)
	require.Len(t, r.Matters, 1)
	var out strings.Builder
	log := slog.New(slog.NewJSONHandler(&out, withoutTime))
	for _, v := range []any{p, &p, *r, r, r.Matters[0], &r.Matters[0]} {
		fmt.Fprintf(&out, "%v %+v %#v %s %q %x ", v, v, v, v, v, v)
		log.Info("read", "value", v)
		fmt.Fprintf(&out, "%v %+v %#v ", []any{v}, map[string]any{"a": v}, struct{ V any }{v})
	}
	for _, part := range []string{"秘", `\u79d8`, "8812", "qzx", "QZX"} {
		assert.NotContains(t, out.String(), part)
	}
	assert.Equal(t, "PhoneReport{1 matters}", fmt.Sprint(r))
}

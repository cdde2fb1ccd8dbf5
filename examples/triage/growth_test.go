package main

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/internal/growth"
)

// TestGrowth answers lines that repeat one thing, in their text and elsewhere.
func TestGrowth(t *testing.T) {
	asJSON := answerer(settings{tokens: true}, new(dunsms.Checker))
	explained := answerer(settings{output: outputExplain}, new(dunsms.Checker))
	for _, c := range []struct{ head, piece, tail string }{
		{`{"text":"借款逾期`, "欠款1元，", `"}`},
		{`{"text":"借款逾期`, "欠，", `"}`},
		{`{"text":"借款逾期`, "【甲】", `"}`},
		{`{"text":"借款逾期`, "上门起诉", `"}`},
		{`{"text":"借款逾期`, "逾 期", `"}`},
		{`{"text":"借款逾期`, "\u200b期", `"}`},
		{`{"text":"借款逾期`, "e\u0301", `"}`},
		{`{"text":"借款逾期`, `\n`, `"}`},
		{`{"text":"借款逾期`, `\u4e00`, `"}`},
		{`{"id":"`, "号 ", `","text":"借款逾期"}`},
		{`{"recipient":{"phones":["1"`, `,"13800001234"`, `]},"text":"借款逾期，请13800001234还款"}`},
		{`{"recipient":{"name":"`, "张", `"},"text":"张三借款逾期"}`},
		{`{"text":"借款逾期"`, `,"x":1`, `}`},
		{`{"text":`, `[`, ``},
		{``, " ", `{"text":"借款逾期"}`},
	} {
		growth.Linear(t, c.head+c.piece, []string{"JSON", "explanation"}, func(size int) (took []time.Duration) {
			data := c.head + growth.Fill(c.piece, size-len(c.head)-len(c.tail)) + c.tail
			for _, answer := range []func(line) reply{asJSON, explained} {
				took = append(took, growth.Time(func() { require.NotEmpty(t, answer(lineOf(1, data)).out) })...)
			}
			return took
		})
	}
}

package dunsms_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
)

// Every message number in the JSON of a report is the caller's own: no field is forgotten.
func TestNumbers(t *testing.T) {
	texts := []string{
		"【青禾消费金融】沈*安先生（身份证110101********2314），您的借款本金8,000.00元已逾期3天，应还8,012.80元，请尽快还款。(1/2)",
		"【青禾消费金融】沈*安先生（身份证110101********2314），您的借款本金8,000.00元已逾期3天，应还8,012.80元，请尽快还款。",
		"【恒远信用管理】沈*安：青禾消费金融欠款8,112.40元已逾期26天，请于3月5日前还清，否则将上门拜访并联系您的家人。",
		"【恒远信用管理】沈*安：青禾消费金融欠款8,160.30元已逾期36天，今天是最后一天，否则将联系您的家人。",
		strings.Repeat("长", 20_000),
	}
	var all []dunsms.Message
	for i, text := range texts {
		all = append(all, dunsms.Message{Number: 1000 + i, Text: text, Sender: "106900770011", ReceivedAt: time.Date(2026, 2, 7+10*i, 10, 0, 0, 0, time.UTC)})
	}
	r, err := new(dunsms.Checker).Matters(t.Context(), dunsms.Phone{}, slices.Values(all))
	require.NoError(t, err)
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
				if key == "span" || key == "spans" || key == "hours" {
					continue
				}
				walk(at, e)
			}
		}
	}
	walk("", tree)
	for _, path := range []string{".open.message", ".matters.members.numbers", ".matters.sums.message", ".matters.growth.from", ".matters.growth.to", ".matters.deadlines.message", ".matters.pieces.message", ".matters.breaches.numbers"} {
		assert.NotZero(t, found[path], path)
	}
}

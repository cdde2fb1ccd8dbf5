package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/parser"
)

// TestLendersFile reads a list and one lender a line alike.
func TestLendersFile(t *testing.T) {
	const a, b = `{"name":"麦浪普惠金融","aliases":["麦浪普惠"],"hotlines":["4000000001"]}`, `{"name":"青禾消费金融","domains":["qinghe.example"],"senders":["1069"]}`
	want := []parser.Lender{
		{Name: "麦浪普惠金融", Aliases: []string{"麦浪普惠"}, Hotlines: []string{"4000000001"}},
		{Name: "青禾消费金融", Domains: []string{"qinghe.example"}, Senders: []string{"1069"}},
	}
	for _, data := range []string{"[" + a + ",\n" + b + "]", a + "\n" + b, "\ufeff" + a + "\r\n\r\n" + b + "\n"} {
		got, err := decodeLenders([]byte(data))
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
	for _, data := range []string{"", "[]", " [ ] "} {
		got, err := decodeLenders([]byte(data))
		require.NoError(t, err)
		assert.Empty(t, got)
	}
}

// TestBadLendersFile ends the run with status 2 and quotes nothing of the file.
func TestBadLendersFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "lenders")
	for name, data := range map[string]string{
		"no JSON":         `秘8812`,
		"a string":        `"秘8812"`,
		"unknown key":     `{"name":"秘","秘8812":1}`,
		"another type":    `[{"name":"甲"},{"name":8812}]`,
		"not ended":       `[{"name":"秘8812"}`,
		"comma missing":   `[{"name":"秘"} {"name":"8812"}]`,
		"more at the end": `[{"name":"秘"}] 8812`,
		"a bracket more":  `{"name":"秘8812"}]`,
		"no name":         `{"aliases":["秘8812"]}`,
		"null":            `null`,
		"not UTF-8":       "{\"name\":\"8812\xc3\xd8\"}",
	} {
		t.Run(name, func(t *testing.T) {
			require.NoError(t, os.WriteFile(file, []byte(data), 0o600))
			got := runProgram(t, nil, "-lenders", file)
			assert.Equal(t, exitFailed, got.status)
			assert.Empty(t, got.out)
			assert.Regexp(t, `^triage: .+\n$`, got.errors)
			assert.NotRegexp(t, "秘|8812|甲", got.errors)
		})
	}
}

// TestLenders gives them to the parser and to the weighing.
func TestLenders(t *testing.T) {
	file := filepath.Join(t.TempDir(), "lenders.json")
	require.NoError(t, os.WriteFile(file, []byte(`[{"name":"麦浪普惠金融","aliases":["麦浪普惠"],"hotlines":["4000000001"]}]`), 0o600))
	const in = `{"text":"【麦浪普惠】您的借款已逾期3天，应还100.00元，请致电400-000-0001。"}`
	evidence := func(s settings) (canonical string, codes []string) {
		out, _ := answers(t, s, in)
		var got struct {
			Notice     parser.Notice
			Assessment classify.Assessment
		}
		require.NoError(t, json.Unmarshal([]byte(out), &got))
		for _, e := range got.Assessment.Evidence {
			codes = append(codes, e.Code)
		}
		return got.Notice.Lender.Canonical, codes
	}
	canonical, with := evidence(settings{lenders: file})
	assert.Equal(t, "麦浪普惠金融", canonical)
	canonical, without := evidence(settings{})
	assert.Empty(t, canonical)
	assert.NotEqual(t, without, with, "the hotline is the lender's own")
}

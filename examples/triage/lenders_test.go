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

// TestBadLendersFile ends the run with status 2 and quotes nothing of the file.
func TestBadLendersFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "lenders")
	for name, data := range map[string]string{
		"no JSON": `秘8812`,
		"no name": `{"aliases":["秘8812"]}`,
		"null":    `null`,
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

package main

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// block returns the block of the README in that language.
func block(t *testing.T, language string) string {
	t.Helper()
	data, err := os.ReadFile("README.md")
	require.NoError(t, err)
	found := regexp.MustCompile("(?s)```" + language + "\n(.*?)```").FindSubmatch(data)
	require.NotNil(t, found)
	return string(found[1])
}

// TestClients runs the clients of the README, each of which is short.
func TestClients(t *testing.T) {
	s := startService(t)
	here := func(code string) string {
		assert.Less(t, strings.Count(code, "\n"), 30)
		return strings.ReplaceAll(code, "http://127.0.0.1:8080", s.url(""))
	}
	const in = `{"id":"a","text":"【某某金融】您已逾期3天，请还款100元。"}` + "\n" + `{"id":"b","text":"好","x":1}` + "\n"
	for _, c := range []struct {
		program string
		args    []string
		want    []string
	}{
		{"python3", []string{"-c", here(block(t, "python"))}, []string{"a undetermined ", "b bad_json"}},
		{"sh", []string{"-ec", here(block(t, "sh"))}, []string{`"kind":"overdue"`, `{"v":1,"line":2,"id":"b","error":`}},
	} {
		t.Run(c.program, func(t *testing.T) {
			for _, needed := range []string{c.program, "curl"} {
				if _, err := exec.LookPath(needed); err != nil {
					t.Skip(needed, "is not there")
				}
			}
			cmd := exec.CommandContext(t.Context(), c.program, c.args...)
			cmd.Dir = t.TempDir()
			cmd.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8", "no_proxy=127.0.0.1", "NO_PROXY=127.0.0.1")
			require.NoError(t, os.WriteFile(cmd.Dir+"/messages.jsonl", []byte(in), 0o600))
			cmd.Stdin = strings.NewReader(in)
			out, err := cmd.CombinedOutput()
			require.NoError(t, err, string(out))
			for _, want := range c.want {
				assert.Contains(t, string(out), want)
			}
		})
	}
}

// TestReadmeHasAll: every flag, code and metric of the service is in the README.
func TestReadmeHasAll(t *testing.T) {
	data, err := os.ReadFile("README.md")
	require.NoError(t, err)
	var help strings.Builder
	_, err = parseArgs([]string{"-h"}, &help, &help)
	require.Error(t, err)
	for _, f := range regexp.MustCompile(`(?m)^  (-[a-z-]+)`).FindAllStringSubmatch(help.String(), -1) {
		assert.Contains(t, string(data), "`"+f[1]+"`", f[1])
	}
	for code := range statuses {
		assert.Contains(t, string(data), "`"+string(code)+"`")
	}
	s := startService(t)
	s.ask(t, "POST", "/v1/check", mediaLines, "{\"text\":\"a\"}\nbad\n")
	s.ask(t, "POST", "/v1/matters", mediaJSON, twice)
	s.ask(t, "POST", "/v1/presend", mediaJSON, `{"text":"【某某金融】您已逾期3天，否则上门。"}`)
	metrics := regexp.MustCompile(`(?m)^# TYPE (dunsms_\S+)`).FindAllStringSubmatch(s.ask(t, "GET", "/metrics", "", "").body, -1)
	require.Greater(t, len(metrics), 8)
	for _, m := range metrics {
		assert.Contains(t, string(data), "`"+m[1]+"`")
	}
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"net"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// TestArguments: what a command line says, and the exit status.
func TestArguments(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	for _, row := range []struct {
		args           string
		status         int
		stdout, stderr string
	}{
		{"-h", exitOK, "Exit status: 0", ""},
		{"-help", exitOK, "-token-file file", ""},
		{"-version", exitOK, "dunsms serve " + dunsms.Version, ""},
		{"-nonsense", exitFailed, "", "serve -h lists all flags"},
		{"file", exitFailed, "", "serve takes flags only"},
		{"-lang fr", exitFailed, "", "-lang must be zh or en"},
		{"-cert c.pem", exitFailed, "", "-cert and -key must be given together"},
		{"-requests 0", exitFailed, "", "-requests must be more than 0"},
		{"-read -1s", exitFailed, "", "-read must be more than 0"},
		{"-streams 0 -write 0s -body 0", exitFailed, "", "-body must be more than 0"},
		{"-log loud", exitFailed, "", "-log"},
		{"-token-file /nonexistent/token", exitFailed, "", "/nonexistent/token"},
		{"-addr " + taken.Addr().String(), exitFailed, "", "in use"},
	} {
		var stdout, stderr bytes.Buffer
		assert.Equal(t, row.status, run(context.Background(), strings.Fields(row.args), &stdout, &stderr), row.args)
		assert.Contains(t, stdout.String(), row.stdout, row.args)
		assert.Contains(t, stderr.String(), row.stderr, row.args)
		assert.True(t, row.stdout != "" || stdout.Len() == 0, row.args)
		assert.True(t, row.stderr != "" || stderr.Len() == 0, row.args)
	}
}

// TestReady: it is ready when the dictionary is there, and no more when it ends.
func TestReady(t *testing.T) {
	s, err := newService(defaults(t), new(logs))
	require.NoError(t, err)
	ask := func(path string) int {
		w := &recorder{header: http.Header{}}
		r, err := http.NewRequest(http.MethodGet, path, nil)
		require.NoError(t, err)
		s.ServeHTTP(w, r)
		return w.status
	}
	assert.Equal(t, http.StatusOK, ask("/healthz"))
	assert.Equal(t, http.StatusServiceUnavailable, ask("/readyz"))
	s.warm()
	assert.Equal(t, http.StatusOK, ask("/readyz"))
	close(s.draining)
	assert.Equal(t, http.StatusServiceUnavailable, ask("/readyz"))
	assert.Equal(t, http.StatusOK, ask("/healthz"))
}

// recorder is an answer that nobody reads.
type recorder struct {
	header http.Header
	status int
}

func (r *recorder) Header() http.Header         { return r.header }
func (r *recorder) Write(b []byte) (int, error) { return len(b), nil }
func (r *recorder) WriteHeader(status int)      { r.status = status }

// TestMetrics: messages are counted by kind and verdict, errors by code, requests by operation
// and status; no label has another word.
func TestMetrics(t *testing.T) {
	s := startService(t)
	s.ask(t, http.MethodPost, "/v1/check", mediaJSON, `{"text":"【某某金融】您的借款已逾期3天，欠款100元。"}`)
	s.ask(t, http.MethodPost, "/v1/check", mediaLines, "{\"text\":\"hi\"}\nbad\n{\"text\":\"\xff\"}\n")
	s.ask(t, http.MethodPost, "/v1/check", mediaJSON, `{`)
	s.ask(t, http.MethodGet, "/somewhere", "", "")
	body := s.ask(t, http.MethodGet, "/metrics", "", "").body
	for _, want := range []string{
		`dunsms_messages_total{kind="overdue",verdict="undetermined"} 1`,
		`dunsms_messages_total{kind="other",verdict="not_a_notice"} 1`,
		`dunsms_errors_total{code="bad_json"} 2`,
		`dunsms_errors_total{code="not_utf8"} 1`,
		`dunsms_errors_total{code="not_found"} 1`,
		`dunsms_requests_total{operation="check",status="200"} 1`,
		`dunsms_requests_total{operation="check",status="400"} 1`,
		`dunsms_requests_total{operation="stream",status="200"} 1`,
		`dunsms_requests_total{operation="unknown",status="404"} 1`,
		`dunsms_in_flight{pool="requests"} 0`,
		`dunsms_check_duration_seconds_count 2`,
		`dunsms_request_duration_seconds_count{operation="check"} 2`,
		`dunsms_ready 1`,
	} {
		assert.Contains(t, body, want+"\n")
	}
	known := map[string][]string{
		"operation": {"check", "stream", "matters", "presend", "notices", "openapi", "schema", "health", "ready", "metrics", "unknown"},
		"kind":      textsOf(jsonl.Kinds...), "verdict": textsOf(jsonl.Verdicts...), "pool": {"requests", "streams", "batches"},
	}
	for _, label := range regexp.MustCompile(`(?m)^dunsms_.*?\{(.*)\}`).FindAllStringSubmatch(body, -1) {
		for pair := range strings.SplitSeq(label[1], ",") {
			name, value, _ := strings.Cut(pair, "=")
			if all := known[name]; all != nil {
				assert.True(t, slices.Contains(all, strings.Trim(value, `"`)), pair)
			} else {
				assert.Contains(t, []string{"code", "status", "le", "version", "fits"}, name)
			}
		}
	}
}

// TestOpenAPI: the document has every operation, each reference in it leads somewhere, and it
// is the same each time.
func TestOpenAPI(t *testing.T) {
	s := startService(t)
	body := s.ask(t, http.MethodGet, "/openapi.json", "", "").body
	again, err := openAPI(false)
	require.NoError(t, err)
	assert.Equal(t, string(again), body)
	var document struct {
		OpenAPI    string
		Paths      map[string]map[string]json.RawMessage
		Components struct{ Schemas map[string]json.RawMessage }
	}
	decode(t, body, &document)
	assert.Equal(t, "3.1.0", document.OpenAPI)
	for path, all := range s.routes {
		for _, o := range all {
			assert.NotNil(t, document.Paths[path][strings.ToLower(o.method)], "%s %s", o.method, path)
			for _, m := range o.media {
				assert.Contains(t, string(document.Paths[path]["post"]), `"`+m+`"`, path)
			}
		}
	}
	assert.Len(t, s.routes, len(document.Paths))
	refs := regexp.MustCompile(`"\$ref": "([^"]*)"`).FindAllStringSubmatch(body, -1)
	require.NotEmpty(t, refs)
	for _, r := range refs {
		assert.NotNil(t, document.Components.Schemas[strings.TrimPrefix(r[1], componentSchemas)], r[1])
	}
	assert.Equal(t, string(contractSchema), s.ask(t, http.MethodGet, "/schema.json", "", "").body)
}

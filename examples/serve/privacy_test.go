package main

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// markers stand in requests wherever somebody's data may stand, and nowhere else.
var markers = []string{
	"暗号甲乙丙", "13899990001", "110101199003070011", "zqname", "zqid", "zqsender", "zqkey", "zqvalue", "zqpath", "zqquery",
	"zqheader", "zqtoken", "zqmedia", "ZQMETHOD", "zqhost", "zqbroken", "zqlender", "zqpanic", "zqstream",
}

// checkHidden asserts that no marker is in what the service says of itself.
func checkHidden(t testing.TB, where, text string) {
	t.Helper()
	for _, m := range markers {
		if strings.Contains(strings.ToLower(text), strings.ToLower(m)) {
			assert.Fail(t, "a marker is shown", "%s: %s", where, m)
		}
	}
}

// marked are bodies with markers, good and bad.
var marked = []string{
	`{"id":"zqid","text":"【青禾消费金融】暗号甲乙丙先生（身份证110101199003070011），您的借款已逾期26天，欠款8000元，请致电13899990001。","sender":"zqsender","received_at":"2026-03-02T10:15:00+08:00","recipient":{"name":"暗号甲乙丙","id_number":"110101199003070011","phones":["13899990001"]},"facts":{"has_account":"no"}}`,
	`{"id":"zqid","text":"暗号甲乙丙","zqkey":"zqvalue"}`,
	`{"id":"zqid","text":"暗号甲乙丙","recipient":{"zqkey":"zqvalue"}}`,
	`{"id":"zqid","text":"暗号甲乙丙","recipient":{"id_number":"zqvalue"}}`,
	`{"id":"zqid","text":"暗号甲乙丙","recipient":{"phones":["zqvalue"]}}`,
	`{"id":"zqid","text":"暗号甲乙丙","recipient":{"name":"zqname 110101199003070011"}}`,
	`{"id":"zqid","text":"暗号甲乙丙","facts":{"zqkey":"yes"}}`,
	`{"id":"zqid","text":"暗号甲乙丙","facts":{"has_account":"zqvalue"}}`,
	`{"id":"zqid","text":"暗号甲乙丙","received_at":"zqvalue"}`,
	`{"id":"zqid","text":["暗号甲乙丙"]}`,
	`{"id":{"zqkey":"zqid"},"text":"暗号甲乙丙"}`,
	`{"id":"zqid","text":"暗号甲乙丙`,
	`zqbroken`,
	"{\"id\":\"zqid\",\"text\":\"暗号甲乙丙\xff\"}",
	"{\"id\":\"zqid\xff\",\"text\":\"暗号甲乙丙\"}",
	`{"id":"zqid","text":"` + strings.Repeat("暗号甲乙丙", 2000) + `"}`,
	`{"id":"zqid","text":"` + strings.Repeat("暗号甲乙丙", 100000) + `"}`,
	`{"messages":[{"text":"暗号甲乙丙","zqkey":1}],"recipient":{"name":"zqname","zqkey":"zqvalue"}}`,
	`{"messages":[{"text":"暗号甲乙丙"}],"objected":"zqvalue"}`,
	`{"messages":[{"text":"暗号甲乙丙"}],"zqkey":"zqvalue"}`,
	`[{"text":"暗号甲乙丙","recipient":{"phones":["13899990001"]}},{"text":"暗号甲乙丙","recipient":{"phones":["13899990002"]}}]`,
	`{"text":"暗号甲乙丙","record":{"person":{"name":"zqname","id_number":"110101199003070011","phones":["13899990001"]},"sender":"zqsender"}}`,
	`{"text":"暗号甲乙丙","record":{"person":{"name":"zqname","id_number":"zqvalue"}}}`,
	`{"text":"暗号甲乙丙","record":{"since":"zqvalue","zqkey":"zqvalue"}}`,
}

// TestNothingIsShown drives markers through every path, good and bad, and finds none of them in
// logs, metrics and what is said of errors.
func TestNothingIsShown(t *testing.T) {
	args := []string{
		"-token-file", file(t, "token", goodToken), "-requests", "2", "-streams", "1", "-header", "2s", "-log", "debug",
		"-lenders", file(t, "lenders", `[{"name":"zqlender","aliases":["zqlender2"],"hotlines":["13899990001"],"domains":["zqlender.example"]}]`),
	}
	s := startService(t, args...)
	bearer := []string{"Authorization", "Bearer " + goodToken, "X-Zqheader", "zqheader", "User-Agent", "zqheader", "X-Request-Id", "zqheader", "Referer", "zqheader", "traceparent", "zqheader"}
	seen := map[int]bool{}
	look := func(r reply) {
		seen[r.status] = true
		for _, h := range []string{"X-Request-Id", "Location", "Content-Type", "Www-Authenticate"} {
			checkHidden(t, h, r.header.Get(h))
		}
		if r.status != http.StatusOK {
			checkHidden(t, "a problem", r.body)
			return
		}
		for l := range strings.Lines(r.body) { // the error of a line stands beside the caller's own ID
			var a struct {
				Error json.RawMessage
				Bad   []struct{ Error json.RawMessage }
			}
			if strings.HasPrefix(l, "{") && json.Unmarshal([]byte(l), &a) == nil {
				checkHidden(t, "the error of a line", string(a.Error))
				for _, b := range a.Bad {
					checkHidden(t, "the error of a message", string(b.Error))
				}
			}
		}
	}
	for _, path := range []string{"/v1/check", "/v1/matters", "/v1/presend"} {
		for _, media := range []string{mediaJSON, mediaLines, mediaJSON + "; charset=zqmedia", "zqmedia/zqmedia", "zqmedia"} {
			for _, body := range marked {
				look(s.ask(t, http.MethodPost, path+"?zqquery=zqquery", media, body, bearer...))
			}
		}
	}
	body := marked[0]
	look(s.ask(t, http.MethodPost, "/v1/check", mediaLines, strings.Join(marked, "\n"), bearer...))
	look(s.ask(t, http.MethodPost, "/v1/zqpath", mediaJSON, body, bearer...))
	look(s.ask(t, http.MethodPost, "//v1/zqpath/../zqpath", mediaJSON, body, bearer...))
	look(s.ask(t, http.MethodGet, "/v1/check/zqpath?zqquery", "", "", bearer...))
	look(s.ask(t, "ZQMETHOD", "/v1/check", mediaJSON, body, bearer...))
	look(s.ask(t, http.MethodPost, "/v1/check", mediaJSON, body, "Authorization", "Bearer zqtokenzqtoken"))
	look(s.ask(t, http.MethodPost, "/v1/check", mediaJSON, body, "Authorization", "zqtoken zqtoken"))
	for _, raw := range []string{
		"ZQMETHOD zqbroken\r\n\r\n", "GET /zqpath HTTP/9.9\r\n\r\n", "GET zqpath HTTP/1.1\r\nHost: zqhost\r\n\r\n", "GET / HTTP/1.1\r\nzqheader\r\n\r\n",
		"GET / HTTP/1.1\r\nHost: zqhost zqhost\r\n\r\n", "POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Length: zqheader\r\n\r\n",
		"POST /v1/check HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: zqheader\r\n\r\n", "GET /" + strings.Repeat("zqpath", 10000) + " HTTP/1.1\r\nHost: a\r\n\r\n",
		"POST /v1/check HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + goodToken + "\r\nContent-Type: " + mediaLines + "\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n" + body,
		"POST /v1/check HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer " + goodToken + "\r\nContent-Type: " + mediaJSON + "\r\nContent-Length: 5000\r\n\r\n" + body,
	} {
		c := s.dial(t)
		write(t, c, raw)
		_ = c.(interface{ CloseWrite() error }).CloseWrite()
		data, _ := io.ReadAll(c)
		if !strings.Contains(string(data), `"notice":`) {
			checkHidden(t, "an answer to what is no request", string(data))
		}
		_ = c.Close()
	}

	soon(t, func() bool { return s.streams.used() == 0 })
	s.routes["/v1/check"][0].serve = func(x *exchange) *problem { panic("zqpanic " + body) } // a fault of the service
	look(s.ask(t, http.MethodPost, "/v1/check", mediaJSON, body, bearer...))
	require.True(t, seen[http.StatusInternalServerError])

	r, in := io.Pipe()
	held, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url("/v1/check"), r)
	require.NoError(t, err)
	held.Header.Set("Content-Type", mediaLines)
	held.Header.Set("Authorization", "Bearer "+goodToken)
	answer, err := http.DefaultClient.Do(held)
	require.NoError(t, err)
	defer answer.Body.Close()
	look(s.ask(t, http.MethodPost, "/v1/check", mediaLines, body, bearer...))
	require.True(t, seen[http.StatusTooManyRequests])
	_, err = io.WriteString(in, `{"text":"zqstream`)
	require.NoError(t, err)

	checkHidden(t, "the metrics", s.ask(t, http.MethodGet, "/metrics", "", "", bearer...).body)
	checkHidden(t, "OpenAPI", s.ask(t, http.MethodGet, "/openapi.json", "", "").body)
	go func() { _ = s.stop() }()
	last, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	checkHidden(t, "the last line of a stream", string(last))
	assert.Contains(t, string(last), "shutting_down")
	_ = in.Close()
	require.NoError(t, s.stop())
	checkHidden(t, "the log", s.logs.String())
	assert.Contains(t, s.logs.String(), `"msg":"panic"`)
	for _, status := range []int{200, 400, 401, 404, 405, 413, 415, 422, 429, 500} {
		assert.True(t, seen[status], "no answer has the status %d", status)
	}
}

// TestMarkersAreFound: the test above can fail.
func TestMarkersAreFound(t *testing.T) {
	for _, m := range markers {
		found := &silent{TB: t}
		checkHidden(found, "a text", "x"+m+"x")
		assert.True(t, found.failed, m)
	}
}

// silent notes that a test failed, and goes on.
type silent struct {
	testing.TB
	failed bool
}

func (s *silent) Errorf(string, ...any) { s.failed = true }
func (s *silent) Helper()               {}

package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// answersOf returns what triage answers to lines.
func answersOf(t testing.TB, in string) (all []string) {
	t.Helper()
	for l, err := range jsonl.Lines(strings.NewReader(in)) {
		require.NoError(t, err)
		if l.Empty() {
			continue
		}
		i, bad := jsonl.Decode(l)
		a := jsonl.ErrorAnswer(l.Number, i.ID, bad)
		if bad == nil {
			r, bad := jsonl.Check(new(dunsms.Checker), l.Number, i.Message)
			if a = jsonl.ErrorAnswer(l.Number, i.ID, bad); bad == nil {
				a = jsonl.AnswerOf(i.Message, r, false)
			}
		}
		data, err := jsonl.Encode(a)
		require.NoError(t, err)
		all = append(all, string(data))
	}
	return all
}

// TestStreamAnswersAsTriageDoes: the same bytes, in order, with bad and empty lines among them.
func TestStreamAnswersAsTriageDoes(t *testing.T) {
	s := startService(t)
	lines := samples(t)
	for i := 0; i < len(lines); i += 7 {
		lines = slices.Insert(lines, i, []byte(`{"text":`), nil, []byte("{\"text\":\"\xff\",\"id\":\"a\"}"))
	}
	in := string(bytes.Join(lines, []byte("\r\n")))
	want := answersOf(t, in)
	reply := s.ask(t, http.MethodPost, "/v1/check", mediaLines+"; charset=UTF-8", in)
	assert.Equal(t, http.StatusOK, reply.status)
	assert.Equal(t, mediaLines, reply.header.Get("Content-Type"))
	assert.Equal(t, want, slices.Collect(strings.Lines(reply.body)))
}

// TestCheckAnswersAsTheStreamDoes: a message alone is answered as a stream of that line.
func TestCheckAnswersAsTheStreamDoes(t *testing.T) {
	s := startService(t)
	for _, l := range samples(t)[:50] {
		reply := s.ask(t, http.MethodPost, "/v1/check", mediaJSON, string(l))
		require.Equal(t, http.StatusOK, reply.status)
		assert.Equal(t, answersOf(t, string(l))[0], reply.body)
		assert.Equal(t, fmt.Sprint(len(reply.body)), reply.header.Get("Content-Length"))
	}
}

// TestStreamBytes: however the bytes of a stream come, its answers are the same.
func TestStreamBytes(t *testing.T) {
	s := startService(t)
	full := `{"text":"` + strings.Repeat("a", 1000) + `"}`
	in := strings.Join([]string{full, "", "  ", `{"text":"好"}`, strings.Repeat("x", jsonl.MaxLine+1), full}, "\n")
	want := answersOf(t, in)
	require.Len(t, want, 4)
	for name, body := range map[string]io.Reader{
		"at once":      strings.NewReader(in),
		"byte by byte": io.MultiReader(iotest.OneByteReader(strings.NewReader(in[:3000])), strings.NewReader(in[3000:])),
		"half":         iotest.HalfReader(strings.NewReader(in)),
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url("/v1/check"), body)
		require.NoError(t, err)
		r.Header.Set("Content-Type", mediaLines)
		assert.Equal(t, want, slices.Collect(strings.Lines(send(t, r).body)), name)
	}
	for _, empty := range []string{"", "\n\n", " \r\n"} {
		reply := s.ask(t, http.MethodPost, "/v1/check", mediaLines, empty)
		assert.Equal(t, http.StatusOK, reply.status)
		assert.Empty(t, reply.body)
	}
}

// conversation is a stream of which lines are sent one by one.
type conversation struct {
	t      testing.TB
	in     *io.PipeWriter
	answer *http.Response
	lines  *bufio.Reader
}

func (r *running) converse(t testing.TB) *conversation {
	t.Helper()
	body, in := io.Pipe()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, r.url("/v1/check"), body)
	require.NoError(t, err)
	request.Header.Set("Content-Type", mediaLines)
	answer, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	t.Cleanup(func() { _ = in.Close(); _ = answer.Body.Close() })
	return &conversation{t, in, answer, bufio.NewReader(answer.Body)}
}

func (c *conversation) say(line string) {
	c.t.Helper()
	_, err := io.WriteString(c.in, line)
	require.NoError(c.t, err)
}

func (c *conversation) hear() string {
	c.t.Helper()
	line, err := c.lines.ReadString('\n')
	require.NoError(c.t, err)
	return line
}

// TestStreamAnswersAsItComes: the answer to a line is there before the next is sent, and the
// head of the answer before the first.
func TestStreamAnswersAsItComes(t *testing.T) {
	s := startService(t)
	c := s.converse(t)
	require.Equal(t, http.StatusOK, c.answer.StatusCode)
	for i, l := range samples(t)[:20] {
		c.say(string(l) + "\n")
		require.True(t, strings.HasPrefix(c.hear(), fmt.Sprintf(`{"v":1,"line":%d,`, i+1)))
	}
	c.say("no JSON\n")
	assert.Equal(t, `{"v":1,"line":21,"error":{"code":"bad_json","message":"the line is not one JSON object"}}`+"\n", c.hear())
	c.say(`{"text":"没有结尾的一行"}`)
	require.NoError(t, c.in.Close())
	assert.Contains(t, c.hear(), `{"v":1,"line":22,"notice":`)
	_, err := c.lines.ReadByte()
	assert.Equal(t, io.EOF, err)
}

// badRequests are requests that are refused, with what is said of them.
var badRequests = []struct {
	name, method, path, media, body string
	status                          int
	code                            string
}{
	{"no JSON", "POST", "/v1/check", mediaJSON, `{"text":`, 400, "bad_json"},
	{"nothing", "POST", "/v1/check", mediaJSON, ``, 400, "bad_json"},
	{"two messages", "POST", "/v1/check", mediaJSON, `{"text":"a"}{"text":"b"}`, 400, "bad_json"},
	{"a list", "POST", "/v1/check", mediaJSON, `[{"text":"a"}]`, 400, "bad_json"},
	{"a key that is not known", "POST", "/v1/check", mediaJSON, `{"text":"a","zhangsan":1}`, 400, "bad_json"},
	{"not UTF-8", "POST", "/v1/check", mediaJSON, "{\"text\":\"\xd6\xd0\"}", 400, "not_utf8"},
	{"a long text", "POST", "/v1/check", mediaJSON, `{"text":"` + strings.Repeat("长", 6000) + `"}`, 413, "too_long"},
	{"a long body", "POST", "/v1/check", mediaJSON, `{"text":"` + strings.Repeat("a", 1<<20) + `"}`, 413, "too_long"},
	{"a wrong number", "POST", "/v1/check", mediaJSON, `{"text":"a","recipient":{"id_number":"110101199003070012"}}`, 422, "bad_recipient"},
	{"no media type", "POST", "/v1/check", "", `{"text":"a"}`, 415, "bad_media_type"},
	{"a form", "POST", "/v1/check", "application/x-www-form-urlencoded", `{"text":"a"}`, 415, "bad_media_type"},
	{"another charset", "POST", "/v1/check", mediaJSON + "; charset=gbk", `{"text":"a"}`, 415, "bad_media_type"},
	{"a media type that is none", "POST", "/v1/check", "json;;;", `{"text":"a"}`, 415, "bad_media_type"},
	{"GET", "GET", "/v1/check", "", "", 405, "bad_method"},
	{"POST of what is to be read", "POST", "/healthz", mediaJSON, "{}", 405, "bad_method"},
	{"no path", "POST", "/v2/check", mediaJSON, `{"text":"a"}`, 404, "not_found"},
	{"two slashes", "POST", "//v1/check", mediaJSON, `{"text":"a"}`, 404, "not_found"},
	{"dots", "POST", "/v1/../v1/check", mediaJSON, `{"text":"a"}`, 404, "not_found"},
	{"the end of a path", "POST", "/v1/check/", mediaJSON, `{"text":"a"}`, 404, "not_found"},
	{"matters: no JSON", "POST", "/v1/matters", mediaJSON, `{"messages":`, 400, "bad_json"},
	{"matters: no messages", "POST", "/v1/matters", mediaJSON, `{"recipient":{}}`, 400, "bad_json"},
	{"matters: no list", "POST", "/v1/matters", mediaJSON, `{"messages":{}}`, 400, "bad_json"},
	{"matters: another key", "POST", "/v1/matters", mediaJSON, `{"messages":[],"x":1}`, 400, "bad_json"},
	{"matters: behind it", "POST", "/v1/matters", mediaJSON, `{"messages":[]}}`, 400, "bad_json"},
	{"matters: no time", "POST", "/v1/matters", mediaJSON, `{"messages":[],"objected":"yesterday"}`, 400, "bad_json"},
	{"matters: a wrong number", "POST", "/v1/matters", mediaJSON, `{"messages":[],"recipient":{"id_number":"1"}}`, 422, "bad_recipient"},
	{"matters: several phones", "POST", "/v1/matters", mediaJSON, `[{"text":"a","recipient":{"phones":["13800000001"]}},{"text":"a","recipient":{"phones":["13800000002"]}}]`, 422, "bad_recipient"},
	{"presend: no JSON", "POST", "/v1/presend", mediaJSON, `{"text":`, 400, "bad_json"},
}

// TestRefuses: what is wrong is said as RFC 9457 has it, with the status and the code.
func TestRefuses(t *testing.T) {
	s := startService(t)
	for _, row := range badRequests {
		t.Run(row.name, func(t *testing.T) {
			reply := s.ask(t, row.method, row.path, row.media, row.body)
			assert.Equal(t, row.status, reply.status)
			assert.Equal(t, "application/problem+json", reply.header.Get("Content-Type"))
			var p problem
			decode(t, reply.body, &p)
			assert.Equal(t, problem{"urn:dunsms:problem:" + row.code, http.StatusText(row.status), row.status, jsonl.Code(row.code), p.Detail, 0, ""}, p)
			assert.NotEmpty(t, p.Detail)
			if row.status == http.StatusMethodNotAllowed {
				assert.NotEmpty(t, reply.header.Get("Allow"))
			}
		})
	}
	reply := s.ask(t, http.MethodPost, "/v1/check", mediaJSON, `{"text":"a"}`, "Content-Encoding", "gzip")
	assert.Equal(t, http.StatusUnsupportedMediaType, reply.status)
}

// TestMessagesThatWereSent: a request with one gets an answer; a phone leaves them out.
func TestMessagesThatWereSent(t *testing.T) {
	s := startService(t)
	const sent = `{"text":"【青禾消费金融】您的借款已逾期26天。","type":"sent"}`
	assert.Contains(t, s.ask(t, http.MethodPost, "/v1/check", mediaJSON, sent).body, `"kind":"overdue"`)
	assert.Contains(t, s.ask(t, http.MethodPost, "/v1/matters", mediaLines, sent).body, `"left_out":1`)
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/dunsms/dunsms"
)

func TestMain(m *testing.M) {
	if runAsService() {
		return
	}
	goleak.VerifyTestMain(m, goleak.IgnoreCurrent())
}

// running is a service that runs within the test.
type running struct {
	*service
	scheme string
	logs   *logs
	stop   func() error // ends it as SIGTERM does, once
}

// logs keeps what a service logs.
type logs struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logs) Write(data []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(data)
}

func (l *logs) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// defaults are the settings of a command line.
func defaults(t testing.TB, args ...string) settings {
	t.Helper()
	set, err := parseArgs(append([]string{"-addr", "127.0.0.1:0"}, args...), io.Discard, io.Discard)
	require.NoError(t, err)
	return set
}

// startService starts a service with a command line, and ends it with the test.
func startService(t testing.TB, args ...string) *running {
	t.Helper()
	r := &running{logs: new(logs), scheme: "http"}
	s, err := newService(defaults(t, args...), r.logs)
	require.NoError(t, err)
	require.NoError(t, s.listen())
	r.service = s
	if s.server.TLSConfig != nil {
		r.scheme = "https"
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- s.run(ctx) }()
	r.stop = sync.OnceValue(func() error {
		cancel()
		http.DefaultClient.CloseIdleConnections()
		return <-done
	})
	t.Cleanup(func() { _ = r.stop() })
	require.Eventually(t, s.ready.Load, time.Minute, time.Millisecond)
	return r
}

func (r *running) url(path string) string {
	return r.scheme + "://" + r.listener.Addr().String() + path
}

// reply is an answer that was read.
type reply struct {
	status int
	header http.Header
	body   string
}

// ask sends a request and reads its answer.
func (r *running) ask(t testing.TB, method, path, media, body string, headers ...string) reply {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, r.url(path), strings.NewReader(body))
	require.NoError(t, err)
	if media != "" {
		request.Header.Set("Content-Type", media)
	}
	for i := 0; i < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	return send(t, request)
}

func send(t testing.TB, request *http.Request) reply {
	t.Helper()
	answer, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return reply{answer.StatusCode, answer.Header, string(data)}
}

// messageOf returns the message of a line of testdata, without what is expected of it.
func messageOf(t testing.TB, line []byte) []byte {
	t.Helper()
	var m dunsms.Message
	require.NoError(t, json.Unmarshal(line, &m))
	data, err := json.Marshal(m)
	require.NoError(t, err)
	return data
}

func decode(t testing.TB, data string, v any) {
	t.Helper()
	require.NoError(t, json.Unmarshal([]byte(data), v))
}

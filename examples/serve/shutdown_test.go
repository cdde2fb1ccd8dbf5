package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// TestShutdown: a request whose body has begun is answered, a stream ends with a line that says
// so, and new connections are refused.
func TestShutdown(t *testing.T) {
	s := startService(t, "-grace", "1m")
	const body = `{"text":"a"}`
	half := s.dial(t)
	write(t, half, post(mediaJSON, len(body))+body[:5])
	soon(t, func() bool { return s.requests.used() == 1 })
	stream := s.converse(t)
	for range 3 {
		stream.say(body + "\n")
		stream.hear()
	}
	stream.say(`{"text":"half a li`)
	done := make(chan error, 1)
	go func() { done <- s.stop() }()
	assert.Equal(t, `{"v":1,"line":4,"error":{"code":"shutting_down","message":"the service is shutting down; this line and those after it were not read"}}`+"\n", stream.hear())
	require.NoError(t, stream.in.Close())
	_, err := stream.lines.ReadByte()
	assert.Equal(t, io.EOF, err)

	write(t, half, body[5:])
	answer, err := http.ReadResponse(bufio.NewReader(half), nil)
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, answer.StatusCode)
	require.NoError(t, <-done)
	_, err = http.Post(s.url("/v1/check"), mediaJSON, strings.NewReader(body))
	assert.Error(t, err)
	assert.Contains(t, s.logs.String(), `"msg":"ended","answered":2`)
	assert.Contains(t, s.logs.String(), `"ended":"shutting_down"`)
}

// TestShutdownOfStreams: of lines that are sent without a pause each has its answer up to the
// one that the last line names, also where the client reads only when it has sent all.
func TestShutdownOfStreams(t *testing.T) {
	for _, n := range []int{300, 3000} {
		s := startService(t, "-grace", "1m")
		lines := strings.Repeat(`{"text":"您的借款已逾期3天"}`+"\n", n)
		c := s.dial(t)
		write(t, c, post(mediaLines, len(lines))+lines[:len(lines)/2])
		soon(t, func() bool { return s.streams.used() == 1 })
		done := make(chan error, 1)
		go func() { done <- s.stop() }()
		soon(t, s.isDraining)
		write(t, c, lines[len(lines)/2:])
		answer, err := http.ReadResponse(bufio.NewReader(c), nil)
		require.NoError(t, err)
		data, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		require.NoError(t, <-done)
		checkEnd(t, string(data), n)
	}
}

// TestShutdownDropsTheRest: after the first dropped line none is handed over, and the stream knows
// it, even if it sees the end of the lines before the end of the service.
func TestShutdownDropsTheRest(t *testing.T) {
	const n = 200
	for range 20 {
		f := &flow{
			service: &service{draining: make(chan struct{})}, ctx: t.Context(),
			body: &paced{body: strings.NewReader(strings.Repeat("{}\n", n)), deadline: func(time.Time) error { return nil }},
			read: make(chan jsonl.Line, n), reading: make(chan struct{}),
		}
		close(f.service.draining)
		f.readLines()
		k := 0
		for l := range f.read {
			k++
			require.Equal(t, k, l.Number, "a line is missing")
		}
		require.Equal(t, k < n, f.dropped)

		f.service.draining = make(chan struct{}) // not seen yet
		assert.Nil(t, f.nextBatch())
		assert.Equal(t, f.dropped, f.drained)
	}
}

// checkEnd asserts that a stream of n lines has the answers to the first of them, and then the
// line that says which was not read; or all of them. It returns how many.
func checkEnd(t testing.TB, data string, n int) int {
	t.Helper()
	k := 0
	for l := range strings.Lines(data) {
		k++
		if strings.Contains(l, `"code":"shutting_down"`) {
			require.True(t, strings.HasPrefix(l, fmt.Sprintf(`{"v":1,"line":%d,"error":`, k)), "the last line names another")
			require.True(t, strings.HasSuffix(data, l), "something comes after the last line")
			return k - 1
		}
		require.True(t, strings.HasPrefix(l, fmt.Sprintf(`{"v":1,"line":%d,"notice":`, k)), "an answer is missing: line %d", k)
	}
	require.Equal(t, n, k, "the stream ends without a last line")
	return k
}

// TestShutdownCuts: a request that takes longer than -grace is cut, and the log and the exit
// status say so.
func TestShutdownCuts(t *testing.T) {
	s := startService(t, "-grace", "50ms", "-read", "1m")
	c := s.dial(t)
	write(t, c, post(mediaJSON, 100)+`{`)
	soon(t, func() bool { return s.requests.used() == 1 })
	require.Error(t, s.stop())
	assert.Contains(t, s.logs.String(), `"msg":"some requests were cut off","requests":1,"streams":0`)
}

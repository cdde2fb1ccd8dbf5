package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// soon waits until something is so, however long it takes.
func soon(t testing.TB, is func() bool) {
	t.Helper()
	require.Eventually(t, is, 2*time.Minute, time.Millisecond)
}

// dial opens a connection, on which the test says what it likes.
func (r *running) dial(t testing.TB) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", r.listener.Addr().String())
	require.NoError(t, err)
	t.Cleanup(func() { _ = c.Close() })
	return c
}

// post is the head of a request whose body is said to be so long.
func post(media string, length int) string {
	return fmt.Sprintf("POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", media, length)
}

func write(t testing.TB, c net.Conn, s string) {
	t.Helper()
	_, err := io.WriteString(c, s)
	require.NoError(t, err)
}

// TestTooMany: a client that comes when all places are taken is told to retry, and a place that
// becomes free is given away.
func TestTooMany(t *testing.T) {
	s := startService(t, "-requests", "1", "-streams", "1")
	const body = `{"text":"a"}`
	held := s.dial(t)
	write(t, held, post(mediaJSON, len(body))+body[:5])
	soon(t, func() bool { return s.requests.used() == 1 })
	stream := s.converse(t)
	for media, path := range map[string]string{mediaJSON: "/v1/check", mediaLines: "/v1/check"} {
		reply := s.ask(t, http.MethodPost, path, media, body)
		assert.Equal(t, http.StatusTooManyRequests, reply.status)
		assert.Equal(t, "1", reply.header.Get("Retry-After"))
		assert.Contains(t, reply.body, `"code":"too_many"`)
	}
	assert.Equal(t, http.StatusOK, s.ask(t, http.MethodGet, "/healthz", "", "").status)

	write(t, held, body[5:])
	answer, err := http.ReadResponse(bufio.NewReader(held), nil)
	require.NoError(t, err)
	assert.Equal(t, http.StatusOK, answer.StatusCode)
	stream.say(body + "\n")
	assert.Contains(t, stream.hear(), `"notice"`)
	require.NoError(t, stream.in.Close())
	soon(t, func() bool { return s.requests.used()+s.streams.used() == 0 })
	for _, media := range []string{mediaJSON, mediaLines} {
		assert.Equal(t, http.StatusOK, s.ask(t, http.MethodPost, "/v1/check", media, body).status)
	}
}

// TestTooManyBatches: phones and lots have places of their own.
func TestTooManyBatches(t *testing.T) {
	s := startService(t, "-batches", "1")
	s.batches <- struct{}{}
	for _, path := range []string{"/v1/matters", "/v1/presend"} {
		assert.Equal(t, http.StatusTooManyRequests, s.ask(t, http.MethodPost, path, mediaLines, `{"text":"a"}`).status)
	}
	for _, path := range []string{"/v1/check", "/v1/presend"} {
		assert.Equal(t, http.StatusOK, s.ask(t, http.MethodPost, path, mediaJSON, `{"text":"a"}`).status)
	}
	s.batches.free()
	assert.Equal(t, http.StatusOK, s.ask(t, http.MethodPost, "/v1/matters", mediaLines, `{"text":"a"}`).status)
}

// TestSlowWriters: a head that does not end, a body that does not come and a connection without a
// request are cut, with an answer that says why if that is possible.
func TestSlowWriters(t *testing.T) {
	s := startService(t, "-header", "200ms", "-read", "200ms", "-idle", "200ms")
	all := map[string]net.Conn{}
	for _, sent := range []string{
		"", "POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Ty",
		post(mediaJSON, 100) + `{"text":`,
		post(mediaLines, 1000) + `{"text":"a"}` + "\n" + `{"text":"half`,
		"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n",
	} {
		c := s.dial(t)
		write(t, c, sent)
		all[sent] = c
	}
	for sent, c := range all {
		got, _ := io.ReadAll(c) // it is closed, at once or after a while
		switch {
		case strings.HasPrefix(sent, "GET"):
			assert.Contains(t, string(got), "200 OK")
		case strings.Contains(sent, "Length: 1000\r\n"):
			assert.Contains(t, string(got), `{"v":1,"line":1,"notice":`)
			assert.Contains(t, string(got), `{"v":1,"line":2,"error":{"code":"timed_out",`)
		case strings.Contains(sent, "Length: 100\r\n"):
			assert.Contains(t, string(got), "408 Request Timeout")
			assert.Contains(t, string(got), `"code":"timed_out"`)
		default:
			assert.NotContains(t, string(got), "200 OK")
		}
	}
	soon(t, func() bool { return s.requests.used()+s.streams.used() == 0 })
}

// TestHalfOpenConnections: many clients that have gone without closing block nobody, and their
// places become free.
func TestHalfOpenConnections(t *testing.T) {
	s := startService(t, "-requests", "200", "-read", "1m")
	for i := range 150 {
		c := s.dial(t)
		switch i % 3 {
		case 0:
			write(t, c, "POST /v1/check HTTP/1.1\r\n")
		case 1:
			write(t, c, post(mediaJSON, 100)+`{"te`)
		}
		t.Cleanup(func() { _ = c.Close() })
		if i%2 == 1 {
			require.NoError(t, c.(*net.TCPConn).SetLinger(0)) // it goes with a reset
			require.NoError(t, c.Close())
		}
	}
	for range 20 {
		assert.Equal(t, http.StatusOK, s.ask(t, http.MethodPost, "/v1/check", mediaJSON, `{"text":"a"}`).status)
	}
	soon(t, func() bool { return s.requests.used() == 25 }) // those that are open still, with half a body
}

// TestSlowReaders: a client that sends but does not read is cut, and its place becomes free.
func TestSlowReaders(t *testing.T) {
	s := startService(t, "-write", "200ms")
	c := s.dial(t)
	require.NoError(t, c.(*net.TCPConn).SetReadBuffer(4<<10))
	write(t, c, "POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: "+mediaLines+"\r\nTransfer-Encoding: chunked\r\n\r\n")
	lines := strings.Repeat(`{"text":"hi"}`+"\n", 1000)
	for {
		if _, err := fmt.Fprintf(c, "%x\r\n%s\r\n", len(lines), lines); err != nil {
			break
		}
	}
	soon(t, func() bool { return s.streams.used() == 0 })
	soon(t, func() bool { return strings.Contains(s.logs.String(), `"cut":true`) })
	assert.Equal(t, http.StatusOK, s.ask(t, http.MethodPost, "/v1/check", mediaJSON, `{"text":"a"}`).status)
}

// TestMalformedBodies: malformed requests of others change no answer.
func TestMalformedBodies(t *testing.T) {
	s := startService(t)
	in := strings.Join([]string{`{"text":"【某某金融】您的借款已逾期3天，欠款100元。"}`, `{`, `{"text":"好"}`}, "\n")
	want := strings.Join(answersOf(t, in), "")
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for range 20 {
				if i%2 == 0 {
					c, err := net.Dial("tcp", s.listener.Addr().String())
					if !assert.NoError(t, err) {
						return
					}
					_, _ = io.WriteString(c, []string{
						"POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: " + mediaLines + "\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
						"POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Type: " + mediaJSON + "\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n",
						"POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n", "\x00\xff\r\n\r\n",
						post(mediaJSON, 1<<40),
					}[i/2])
					_ = c.(*net.TCPConn).CloseWrite()
					_, _ = io.Copy(io.Discard, c)
					_ = c.Close()
					continue
				}
				assert.Equal(t, want, s.ask(t, http.MethodPost, "/v1/check", mediaLines, in).body)
			}
		})
	}
	all.Wait()
	soon(t, func() bool { return s.requests.used()+s.streams.used() == 0 })
}

// TestPaced: a line has its time, however often a part of it comes; the next has its own; and
// the time in which nobody reads does not count.
func TestPaced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var until time.Time
		body, in := io.Pipe()
		p := &paced{body: body, deadline: func(at time.Time) error { until = at; return nil }, limit: 10 * time.Second, left: 10 * time.Second}
		b := make([]byte, 100)
		for _, step := range []struct {
			wait time.Duration // until the part comes
			part string
			left time.Duration // from the begin of the read
		}{
			{4 * time.Second, "{", 10 * time.Second},
			{4 * time.Second, `"text"`, 6 * time.Second},
			{time.Second, "}\n{", 2 * time.Second},
			{9 * time.Second, "}\n", 10 * time.Second},
			{9 * time.Second, "\n", 10 * time.Second},
		} {
			go func() {
				time.Sleep(step.wait)
				_, _ = io.WriteString(in, step.part)
			}()
			begin := time.Now()
			n, err := p.Read(b)
			require.NoError(t, err)
			assert.Equal(t, step.part, string(b[:n]))
			assert.Equal(t, step.left, until.Sub(begin), step.part)
			time.Sleep(time.Hour) // the lines are answered meanwhile
		}
		p.stop(time.Second)
		assert.Equal(t, time.Second, time.Until(until))
		go func() { _ = in.Close() }()
		_, err := p.Read(b)
		assert.Equal(t, io.EOF, err)
		assert.Equal(t, int64(13), p.size)
	})
}

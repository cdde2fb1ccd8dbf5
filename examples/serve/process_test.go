package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/slow"
)

// asService in the environment makes the test binary run as the service.
const asService = "DUNSMS_SERVE_TEST"

// runAsService is main if the environment asks for it.
func runAsService() bool {
	if os.Getenv(asService) == "" {
		return false
	}
	main()
	return true
}

// process is the service as a process of its own.
type process struct {
	cmd  *exec.Cmd
	addr string
	logs chan string // all that it logged after it was ready, when it has ended
}

func startProcess(t testing.TB, args ...string) *process {
	t.Helper()
	p := &process{cmd: exec.Command(os.Args[0], append([]string{"-addr", "127.0.0.1:0"}, args...)...), logs: make(chan string, 1)}
	p.cmd.Env = append(os.Environ(), asService+"=1")
	out, err := p.cmd.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, p.cmd.Start())
	t.Cleanup(func() {
		_ = p.cmd.Process.Kill()
		_, _ = p.cmd.Process.Wait() // it may have been waited for
	})
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadString('\n')
		require.NoError(t, err, "it does not start")
		var l struct{ Msg, Addr string }
		require.NoError(t, json.Unmarshal([]byte(line), &l))
		if l.Addr != "" {
			p.addr = l.Addr
		}
		if l.Msg == "ready" {
			break
		}
	}
	go func() {
		rest, _ := io.ReadAll(lines)
		p.logs <- string(rest)
	}()
	return p
}

// end waits for the end and returns the exit status, -1 where a signal ended it, and the log.
func (p *process) end() (status int, logs string) {
	logs = <-p.logs
	_ = p.cmd.Wait() // its error is the status
	return p.cmd.ProcessState.ExitCode(), logs
}

// stream sends lines and calls f with how many answers there are after each. It returns what
// was answered, and whether the answer ended as it should.
func (p *process) stream(t testing.TB, lines []string, f func(answers int)) (answered string, whole bool) {
	t.Helper()
	body, in := io.Pipe()
	go func() {
		for _, l := range lines {
			if _, err := io.WriteString(in, l+"\n"); err != nil {
				return
			}
		}
		_ = in.Close()
	}()
	answer, err := http.Post("http://"+p.addr+"/v1/check", mediaLines, body)
	require.NoError(t, err)
	defer answer.Body.Close()
	defer body.Close()
	var b strings.Builder
	r := bufio.NewReader(answer.Body)
	for n := 1; ; n++ {
		l, err := r.ReadString('\n')
		b.WriteString(l)
		if err != nil {
			return b.String(), err == io.EOF
		}
		f(n)
	}
}

// many are enough lines for a signal to come while they are answered.
func many(t testing.TB) (lines []string) {
	t.Helper()
	for len(lines) < 4000 {
		for _, l := range samples(t) {
			lines = append(lines, string(l))
		}
	}
	return lines
}

// TestSIGTERM: each line of a stream in progress has its answer, up to the one that the last line
// names; the rest, sent again, completes it.
func TestSIGTERM(t *testing.T) {
	slow.Skip(t)
	lines := many(t)
	want := answersOf(t, strings.Join(lines, "\n"))
	p := startProcess(t)
	got, whole := p.stream(t, lines, func(n int) {
		if n == 500 {
			require.NoError(t, p.cmd.Process.Signal(syscall.SIGTERM))
		}
	})
	require.True(t, whole)
	status, logs := p.end()
	assert.Equal(t, exitOK, status, logs)
	answers := slices.Collect(strings.Lines(got))
	last := len(answers) - 1
	require.GreaterOrEqual(t, last, 500)
	assert.Contains(t, answers[last], fmt.Sprintf(`{"v":1,"line":%d,"error":{"code":"shutting_down",`, last+1))
	assert.Equal(t, want[:last], answers[:last])
}

// TestSIGKILL: what a client has read are the first answers, the last one perhaps cut; the rest,
// sent to another process, completes them.
func TestSIGKILL(t *testing.T) {
	slow.Skip(t)
	lines := many(t)
	want := answersOf(t, strings.Join(lines, "\n"))
	p := startProcess(t)
	got, whole := p.stream(t, lines, func(n int) {
		if n == 500 {
			require.NoError(t, p.cmd.Process.Kill())
		}
	})
	require.False(t, whole)
	status, _ := p.end()
	assert.Equal(t, -1, status)
	answers := slices.Collect(strings.Lines(got))
	if last := len(answers) - 1; !strings.HasSuffix(answers[last], "\n") {
		answers = answers[:last]
	}
	require.GreaterOrEqual(t, len(answers), 500)
	require.Equal(t, want[:len(answers)], answers)

	empty := make([]string, len(answers)) // so that lines keep their numbers
	rest, whole := startProcess(t).stream(t, append(empty, lines[len(answers):]...), func(int) {})
	require.True(t, whole)
	assert.Equal(t, want[len(answers):], slices.Collect(strings.Lines(rest)))
}

// TestSIGTERMOfRequests: clients that send one message after the other get whole answers or
// none, and as many as the service says it gave.
func TestSIGTERMOfRequests(t *testing.T) {
	slow.Skip(t)
	p := startProcess(t)
	line := string(samples(t)[0])
	want := answersOf(t, line)[0]
	var answered atomic.Int64
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			client := &http.Client{Transport: new(http.Transport)}
			defer client.CloseIdleConnections()
			for {
				answer, err := client.Post("http://"+p.addr+"/v1/check", mediaJSON, strings.NewReader(line))
				if err != nil {
					return // it was not accepted
				}
				data, err := io.ReadAll(answer.Body)
				_ = answer.Body.Close()
				if !assert.NoError(t, err) || !assert.Equal(t, want, string(data)) {
					return
				}
				answered.Add(1)
			}
		})
	}
	soon(t, func() bool { return answered.Load() > 500 })
	require.NoError(t, p.cmd.Process.Signal(syscall.SIGTERM))
	status, logs := p.end()
	all.Wait()
	assert.Equal(t, exitOK, status, logs)
	assert.Contains(t, logs, fmt.Sprintf(`"msg":"ended","answered":%d}`, answered.Load()))
}

// TestOverload: with many more clients than places, each client gets in the end the right answers
// or is told to retry.
func TestOverload(t *testing.T) {
	slow.Skip(t)
	p := startProcess(t, "-requests", "2", "-streams", "1")
	line := string(samples(t)[0])
	want := answersOf(t, line)[0]
	var refused atomic.Int64
	var all sync.WaitGroup
	for i := range 64 {
		media := []string{mediaJSON, mediaLines}[i%2]
		all.Go(func() {
			for done := 0; done < 20; {
				answer, err := http.Post("http://"+p.addr+"/v1/check", media, strings.NewReader(line))
				if !assert.NoError(t, err) {
					return
				}
				data, err := io.ReadAll(answer.Body)
				_ = answer.Body.Close()
				assert.NoError(t, err)
				switch answer.StatusCode {
				case http.StatusOK:
					assert.Equal(t, want, string(data))
					done++
				case http.StatusTooManyRequests:
					assert.Equal(t, "1", answer.Header.Get("Retry-After"))
					refused.Add(1)
				default:
					assert.Fail(t, "another status", answer.StatusCode)
					return
				}
			}
		})
	}
	all.Wait()
	assert.Positive(t, refused.Load())
	http.DefaultClient.CloseIdleConnections()
	require.NoError(t, p.cmd.Process.Signal(syscall.SIGTERM))
	status, _ := p.end()
	assert.Equal(t, exitOK, status)
}

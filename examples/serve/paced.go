package main

import (
	"bytes"
	"errors"
	"io"
	"sync"
	"time"
)

// paced reads the body of a stream, and ends it if a line takes longer than limit to come. Time in
// which nobody reads does not count.
type paced struct {
	body     io.Reader
	deadline func(time.Time) error // sets the connection's read deadline
	limit    time.Duration

	mu      sync.Mutex
	left    time.Duration // time left for the line
	stopped bool
	size    int64 // bytes read
}

// Read reads at most until the line's time is over.
func (p *paced) Read(b []byte) (int, error) {
	begin := time.Now()
	p.mu.Lock()
	if !p.stopped {
		_ = p.deadline(begin.Add(p.left))
	}
	p.mu.Unlock()
	n, err := p.body.Read(b)
	p.mu.Lock()
	defer p.mu.Unlock()
	p.size += int64(n)
	if p.left -= time.Since(begin); bytes.IndexByte(b[:n], '\n') >= 0 {
		p.left = p.limit
	}
	if errors.Is(err, io.EOF) {
		_ = p.deadline(time.Time{}) // the server reads on, to see whether the client is still there
	}
	return n, err
}

// stop ends reading after a while, even if more comes.
func (p *paced) stop(after time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
	_ = p.deadline(time.Now().Add(after))
}

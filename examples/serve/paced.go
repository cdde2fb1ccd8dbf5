package main

import (
	"bytes"
	"errors"
	"io"
	"sync"
	"time"
)

// paced reads the body of a stream, and is cut where a line takes longer than limit to come.
// The time in which nobody reads does not count.
type paced struct {
	body     io.Reader
	deadline func(time.Time) error // of the connection's reads
	limit    time.Duration

	mu      sync.Mutex
	left    time.Duration // of the line's time
	stopped bool
	size    int64 // bytes that were read
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
		_ = p.deadline(time.Time{}) // the connection is read on, to see whether the client is there
	}
	return n, err
}

// stop has reading end after a while, whatever comes.
func (p *paced) stop(after time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.stopped = true
	_ = p.deadline(time.Now().Add(after))
}

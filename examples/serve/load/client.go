package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// singles sends requests of one message from several clients: n requests or, if n is 0, for the
// time took. It returns how long each took and how many there were.
func singles(ctx context.Context, s *server, all []sample, clients, n int, took time.Duration) ([]time.Duration, int, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: clients, DisableCompression: true}}
	defer client.CloseIdleConnections()
	var next atomic.Int64
	var done sync.WaitGroup
	each := make([][]time.Duration, clients)
	failed := make(chan error, clients)
	begin := time.Now()
	for c := range clients {
		done.Go(func() {
			for {
				i := int(next.Add(1) - 1)
				if n > 0 && i >= n || n == 0 && time.Since(begin) >= took {
					return
				}
				sent := time.Now()
				if err := post(ctx, client, s.url, all[i%len(all)].line); err != nil {
					failed <- err
					return
				}
				each[c] = append(each[c], time.Since(sent))
			}
		})
	}
	done.Wait()
	select {
	case err := <-failed:
		return nil, 0, err
	default:
	}
	var times []time.Duration
	for _, t := range each {
		times = append(times, t...)
	}
	return times, len(times), nil
}

// post sends one message and reads the answer.
func post(ctx context.Context, client *http.Client, url string, line []byte) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(line))
	if err != nil {
		return err
	}
	r.Header.Set("Content-Type", "application/json")
	answer, err := client.Do(r)
	if err != nil {
		return err
	}
	defer answer.Body.Close()
	n, err := io.Copy(io.Discard, answer.Body)
	if err == nil && (n == 0 || answer.StatusCode >= http.StatusInternalServerError || answer.StatusCode == http.StatusTooManyRequests) {
		err = fmt.Errorf("status %d", answer.StatusCode)
	}
	return err
}

// stream sends messages in one stream for the time took, and returns how many were answered in all
// and per second.
func stream(ctx context.Context, s *server, all []sample, took time.Duration) (int, float64, error) {
	in, out := io.Pipe()
	begin := time.Now()
	sent := make(chan int, 1)
	go func() {
		n := 0
		w := bufio.NewWriterSize(out, 64<<10)
		for time.Since(begin) < took {
			if _, err := w.Write(all[n%len(all)].line); err != nil {
				break
			}
			n++
		}
		_ = w.Flush()
		_ = out.Close()
		sent <- n
	}()
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.url, in)
	if err != nil {
		return 0, 0, err
	}
	r.Header.Set("Content-Type", "application/x-ndjson")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, 0, errors.Join(err, in.Close())
	}
	defer answer.Body.Close()
	answered := 0
	for read, b := 0, make([]byte, 64<<10); err == nil; {
		read, err = answer.Body.Read(b)
		answered += bytes.Count(b[:read], []byte("\n"))
	}
	if err != io.EOF {
		return 0, 0, err
	}
	if n := <-sent; n != answered {
		return 0, 0, fmt.Errorf("%d lines were sent, %d were answered", n, answered)
	}
	return answered, float64(answered) / time.Since(begin).Seconds(), nil
}

package main

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
)

// samples returns the lines of testdata/sms that can be read.
func samples(t testing.TB) (lines [][]byte) {
	t.Helper()
	names, err := filepath.Glob("../../testdata/sms/*.jsonl")
	require.NoError(t, err)
	for _, name := range names {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		for l := range bytes.Lines(data) {
			lines = append(lines, messageOf(t, l))
		}
	}
	require.NotEmpty(t, lines)
	return lines
}

func BenchmarkCheckAlone(b *testing.B) {
	var all []dunsms.Message
	for _, l := range samples(b) {
		i, _ := jsonl.Decode(jsonl.Line{Data: l})
		all = append(all, i.Message)
	}
	for i := 0; b.Loop(); i++ {
		_, _ = dunsms.Check(all[i%len(all)])
	}
}

// BenchmarkAnswer is what a line costs without its way through the network.
func BenchmarkAnswer(b *testing.B) {
	s, lines := startService(b), samples(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		a, _ := s.answer(jsonl.Line{Number: 1, Data: lines[i%len(lines)]})
		out := takeBuffer()
		_ = out.encode(a)
		out.free()
	}
}

func BenchmarkStream(b *testing.B) {
	s, lines := startService(b), samples(b)
	body := bytes.Join(lines, []byte("\n"))
	b.ReportAllocs()
	for b.Loop() {
		answer, err := http.Post(s.url("/v1/check"), mediaLines, bytes.NewReader(body))
		require.NoError(b, err)
		_, err = io.Copy(io.Discard, answer.Body)
		require.NoError(b, err)
		require.NoError(b, answer.Body.Close())
	}
	b.ReportMetric(float64(len(lines)*b.N)/b.Elapsed().Seconds(), "messages/s")
}

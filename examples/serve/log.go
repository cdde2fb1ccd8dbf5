package main

import (
	"log"
	"log/slog"
	"runtime"
	"strings"
)

// serverLog returns the log for package net/http. Its lines may quote what a client sent, so only
// their kind is logged.
func serverLog(to *slog.Logger) *log.Logger { return log.New(kindWriter{to}, "", 0) }

type kindWriter struct{ to *slog.Logger }

// kinds are the beginnings of net/http's lines and what is logged for them.
var kinds = []struct{ begin, kind string }{
	{"http: TLS handshake error", "TLS handshake"},
	{"http: Accept error", "accept"},
	{"http: panic serving", "panic"},
	{"http: superfluous response.WriteHeader", "second header"},
	{"http: response.Write on hijacked", "hijacked"},
	{"http2:", "HTTP/2"},
}

// Write logs the kind of a line.
func (w kindWriter) Write(line []byte) (int, error) {
	kind := "other"
	for _, k := range kinds {
		if strings.HasPrefix(string(line), k.begin) {
			kind = k.kind
			break
		}
	}
	w.to.Warn("connection", "kind", kind)
	return len(line), nil
}

// whereabouts returns the functions that were running at a panic. The panic's value is ignored,
// since it may quote a message.
func whereabouts() []string {
	const deepest = 32
	pcs := make([]uintptr, deepest)
	frames := runtime.CallersFrames(pcs[:runtime.Callers(3, pcs)])
	var all []string
	for {
		f, more := frames.Next()
		all = append(all, f.Function)
		if !more {
			return all
		}
	}
}

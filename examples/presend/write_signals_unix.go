//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// ignoreWriteSignals makes a write to a pipe that nobody reads, and one that
// makes a file longer than is allowed, fail; else they would kill the process.
func ignoreWriteSignals() { signal.Ignore(syscall.SIGPIPE, syscall.SIGXFSZ) }

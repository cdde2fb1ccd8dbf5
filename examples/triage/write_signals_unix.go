//go:build unix

package main

import (
	"os/signal"
	"syscall"
)

// ignoreBrokenPipe makes a write to a pipe that nobody reads fail; else it would
// kill the process.
func ignoreBrokenPipe() { signal.Ignore(syscall.SIGPIPE) }

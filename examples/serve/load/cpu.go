package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"
)

// tick is what /proc counts in: USER_HZ is 100 wherever Linux runs Go.
const tick = 10 * time.Millisecond

// own returns the time that this process has worked.
func own() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// worked returns the time that the service has worked.
func (s *server) worked() (time.Duration, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.process.Process.Pid))
	if err != nil {
		return 0, err
	}
	// The fields behind the name of the program, which is in brackets; its user and
	// system time are the 14th and 15th of all.
	fields := bytes.Fields(data[bytes.LastIndexByte(data, ')')+1:])
	var ticks int
	for _, f := range fields[11:13] {
		n, err := strconv.Atoi(string(f))
		if err != nil {
			return 0, err
		}
		ticks += n
	}
	return time.Duration(ticks) * tick, nil
}

// spent does some work and returns how many messages a second of both processes' work it does.
func (s *server) spent(work func() (messages int, err error)) (float64, error) {
	mine := own()
	theirs, err := s.worked()
	if err != nil {
		return 0, err
	}
	n, err := work()
	if err != nil {
		return 0, err
	}
	now, err := s.worked()
	return float64(n) / (own() - mine + now - theirs).Seconds(), err
}

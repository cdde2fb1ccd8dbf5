package main

import (
	"bytes"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"
)

// tick is the unit of CPU time in /proc: USER_HZ is 100 wherever Go runs on Linux.
const tick = 10 * time.Millisecond

// own returns the CPU time of this process.
func own() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// worked returns the CPU time of the service.
func (s *server) worked() (time.Duration, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.process.Process.Pid))
	if err != nil {
		return 0, err
	}
	// These are the fields after the program's name, which is in brackets; user and system time
	// are the 14th and 15th field of all.
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

// spent does some work and returns the messages per second of CPU time of both processes.
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

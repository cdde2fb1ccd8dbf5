//go:build linux && cgo && !purego

package segment

// #include <errno.h>
// #include <sys/syscall.h>
// #include <unistd.h>
//
// static int memory_file(void) {
// #ifdef SYS_memfd_create
// 	return syscall(SYS_memfd_create, "dunsms", 1); // 1: closed on exec
// #else
// 	errno = ENOSYS;
// 	return -1;
// #endif
// }
import "C"

import (
	"math"
	"strconv"
	"syscall"
	"time"
)

// memoryFiles makes files in memory, named by their descriptors under /proc. It makes none
// if too few descriptors would be left for the runtime's poller and C++.
func memoryFiles(contents []string) (files, error) {
	const beside = 3
	if err := probe(len(contents) + beside); err != nil {
		return files{}, err
	}
	startPoller()
	var f files
	var fds []int
	f.remove = func() {
		for _, fd := range fds {
			syscall.Close(fd)
		}
	}
	for i, content := range contents {
		fd, err := C.memory_file()
		if fd < 0 {
			f.remove()
			return files{}, err
		}
		fds = append(fds, int(fd))
		f.paths = append(f.paths, "/proc/self/fd/"+strconv.Itoa(int(fd)))
		if err := write(f.paths[i], content, 0); err != nil {
			f.remove()
			return files{}, err
		}
	}
	return f, nil
}

// probe returns an error if n descriptors are not free.
func probe(n int) error {
	for range n {
		fd, err := C.memory_file()
		if fd < 0 {
			return err
		}
		defer syscall.Close(int(fd))
	}
	return nil
}

// startPoller makes the runtime open what its poller needs, which it otherwise does at the
// first timer: it might then find every descriptor taken, and end the process.
func startPoller() { time.AfterFunc(time.Hour, func() {}).Stop() }

// maxFile returns the size of the largest file that this process may write: the system
// ends a process that writes a larger one.
func maxFile() int {
	var limit syscall.Rlimit
	if syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit) != nil {
		return math.MaxInt
	}
	return int(min(uint64(limit.Cur), math.MaxInt))
}

//go:build linux && cgo && !purego

package segment

// #include <sys/syscall.h>
// #include <unistd.h>
//
// static int memory_file(void) {
// #ifdef SYS_memfd_create
// 	return syscall(SYS_memfd_create, "dunsms", 1); // 1: closed on exec
// #else
// 	return -1;
// #endif
// }
import "C"

import (
	"errors"
	"os"
	"strconv"
)

var errNoMemoryFile = errors.New("segment: no memory file")

// memoryFiles makes files that live in memory alone, named by their
// descriptors under /proc.
func memoryFiles(contents []string) (paths []string, remove func(), err error) {
	var files []*os.File
	remove = func() {
		for _, f := range files {
			f.Close()
		}
	}
	for _, content := range contents {
		fd := C.memory_file()
		if fd < 0 {
			remove()
			return nil, nil, errNoMemoryFile
		}
		f := os.NewFile(uintptr(fd), "dunsms")
		files = append(files, f)
		paths = append(paths, "/proc/self/fd/"+strconv.Itoa(int(fd)))
		if _, err = f.WriteString(content); err != nil {
			remove()
			return nil, nil, err
		}
	}
	if err = readable(paths); err != nil {
		remove()
		return nil, nil, err
	}
	return paths, remove, nil
}

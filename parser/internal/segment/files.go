//go:build cgo && !purego

package segment

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"unicode/utf8"
	"unsafe"
)

// files are readable files for C++.
type files struct {
	paths  []string
	remove func() // the caller must call it once C++ has read them
}

// makeFiles makes a file of each content: in memory, or else in the directory for
// temporary files.
func makeFiles(contents ...string) (files, error) {
	for _, content := range contents {
		if len(content) > maxFile() {
			return files{}, syscall.EFBIG
		}
	}
	f, err := memoryFiles(contents)
	if err != nil && !errors.Is(err, syscall.EMFILE) && !errors.Is(err, syscall.ENFILE) {
		f, err = tempFiles(contents)
	}
	if err != nil {
		return files{}, err
	}
	if err = readable(f.paths); err != nil {
		f.remove()
		return files{}, err
	}
	return f, nil
}

var errPath = errors.New("segment: a path that C++ cannot open")

// tempFiles makes a file of each content in the directory for temporary files.
func tempFiles(contents []string) (files, error) {
	if !plainPath(os.TempDir()) {
		return files{}, errPath
	}
	dir, err := os.MkdirTemp("", "dunsms-")
	if err != nil {
		return files{}, err
	}
	var f files
	f.remove = func() {
		for _, path := range f.paths {
			os.Remove(path)
		}
		os.Remove(dir)
	}
	for i, content := range contents {
		f.paths = append(f.paths, filepath.Join(dir, strconv.Itoa(i)))
		if err := write(f.paths[i], content, syscall.O_CREAT|syscall.O_EXCL); err != nil {
			f.remove()
			return files{}, err
		}
	}
	return f, nil
}

// plainPath reports whether C++ opens path unchanged: cppjieba splits paths at "|" and
// ";", and on Windows a path is in the system's own encoding.
func plainPath(path string) bool {
	if strings.ContainsAny(path, "|;\x00") {
		return false
	}
	return runtime.GOOS != "windows" ||
		!strings.ContainsFunc(path, func(r rune) bool { return r >= utf8.RuneSelf })
}

// write writes content to the file at path, opened with flags. Like readable it makes
// the system calls itself, because package os ends a process that has no descriptor
// left for the runtime's poller.
func write(path, content string, flags int) error {
	fd, err := syscall.Open(path, syscall.O_WRONLY|syscall.O_CLOEXEC|flags, 0o600)
	if err != nil {
		return err
	}
	for data := unsafe.Slice(unsafe.StringData(content), len(content)); len(data) > 0 && err == nil; {
		var n int
		if n, err = syscall.Write(fd, data); n > 0 {
			data = data[n:]
		} else if err == nil {
			err = io.ErrShortWrite
		}
	}
	return errors.Join(err, syscall.Close(fd))
}

// readable returns an error if C++ could not open all paths at once, which would end
// the process.
func readable(paths []string) error {
	for _, path := range paths {
		fd, err := syscall.Open(path, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
		if err != nil {
			return err
		}
		defer syscall.Close(fd)
	}
	return nil
}

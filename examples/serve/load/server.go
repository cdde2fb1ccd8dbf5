package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
)

// server is the service as a process of its own.
type server struct {
	url     string
	process *exec.Cmd
	dir     string // directory of the program, if it was built
}

// start starts the service on a free port and waits until it is ready.
func start(ctx context.Context, binary string) (*server, error) {
	s := new(server)
	if binary == "" {
		dir, err := os.MkdirTemp("", "load")
		if err != nil {
			return nil, err
		}
		s.dir, binary = dir, filepath.Join(dir, "serve")
		build := exec.CommandContext(ctx, "go", "build", "-o", binary, "github.com/dunsms/dunsms/examples/serve")
		if out, err := build.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("go build: %w\n%s", err, out)
		}
	}
	s.process = exec.Command(binary, "-addr", "127.0.0.1:0")
	logs, err := s.process.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.process.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(logs)
	for lines.Scan() {
		var l struct{ Msg, Addr string }
		if json.Unmarshal(lines.Bytes(), &l) != nil {
			continue
		}
		if l.Addr != "" {
			s.url = "http://" + l.Addr + "/v1/check"
		}
		if l.Msg == "ready" {
			go func() {
				for lines.Scan() { // a full pipe would block the service
				}
			}()
			return s, nil
		}
	}
	s.end()
	return nil, errors.New("the service does not start")
}

// end ends the service and removes what was built.
func (s *server) end() {
	_ = s.process.Process.Signal(syscall.SIGTERM)
	_ = s.process.Wait()
	if s.dir != "" {
		_ = os.RemoveAll(s.dir)
	}
}

// resident returns the resident memory of the service, in KiB.
func (s *server) resident() (int, error) {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.process.Process.Pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := bytes.Cut(data, []byte("VmRSS:"))
	number, _, _ := bytes.Cut(bytes.TrimSpace(rest), []byte(" "))
	return strconv.Atoi(string(number))
}

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// modulePackage is the package that the page runs.
const modulePackage = "github.com/dunsms/dunsms/examples/web/wasm"

// module is the library as a browser runs it.
type module struct {
	wasm []byte
	exec []byte // wasm_exec.js of the Go that built it
}

// cacheDir returns where modules are kept.
func cacheDir() (string, error) {
	dir, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("there is no cache directory to build into: %w", err)
	}
	return filepath.Join(dir, "dunsms-web"), nil
}

func wasmFile(dir string) string { return filepath.Join(dir, "dunsms.wasm") }

func isBuilt(dir string) bool {
	_, err := os.Stat(wasmFile(dir))
	return err == nil
}

// buildFlags leave out debug information and inlining: without inlining the gzipped module is an
// eighth smaller, and not noticeably slower.
var buildFlags = []string{"-trimpath", "-ldflags=-s -w -buildid=", "-gcflags=all=-l"}

// build builds the module into dir, unless it is there and its source has not changed: the go
// command tells by the build ID in the file.
func build(ctx context.Context, dir string) (m module, err error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return m, fmt.Errorf("cannot keep the page's module: %w", err)
	}
	file := wasmFile(dir)
	args := append(append([]string{"build"}, buildFlags...), "-o", file, modulePackage)
	if _, err := goCommand(ctx, args...); err != nil {
		return m, err
	}
	root, err := goCommand(ctx, "env", "GOROOT")
	if err != nil {
		return m, err
	}
	if m.wasm, err = os.ReadFile(file); err != nil {
		return m, fmt.Errorf("cannot read the page's module: %w", err)
	}
	if m.exec, err = os.ReadFile(filepath.Join(root, "lib", "wasm", "wasm_exec.js")); err != nil {
		return m, fmt.Errorf("this Go installation lacks its support for WebAssembly: %w", err)
	}
	return m, nil
}

// goCommand runs the go command for the browser and returns what it prints.
func goCommand(ctx context.Context, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, "go", args...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0", "GOFLAGS=")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return "", errors.New("the go command is needed to build the page's module, and is not in PATH")
	case err != nil:
		return "", fmt.Errorf("cannot build the page's module; is this the checkout of dunsms? go %s: %w\n%s", args[0], err, errs.Bytes())
	}
	return strings.TrimSpace(out.String()), nil
}

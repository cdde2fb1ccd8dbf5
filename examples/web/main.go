// Web serves one page on this machine: paste a message, see what it is and why.
//
//	go run ./examples/web [-addr host:port]
//
// The page runs the library itself, compiled to WebAssembly, so that a message
// never leaves the browser. The module is built on the first start, with the go
// command, into the user's cache directory, and again where its source has changed.
//
// The exit status is 0 after Ctrl-C, 1 where the page cannot be served, 2 on wrong
// use.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second Ctrl-C ends a start that does not heed the first.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stderr))
}

// run is the program without its process. It returns the exit status.
func run(ctx context.Context, args []string, stderr io.Writer) int {
	flags := flag.NewFlagSet("web", flag.ContinueOnError)
	flags.SetOutput(stderr)
	addr := flags.String("addr", "127.0.0.1:8080", "`host:port` to serve the page at; port 0 takes a free one")
	flags.Usage = func() {
		fmt.Fprintln(stderr, "usage: web [flags]")
		flags.PrintDefaults()
	}
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	case flags.NArg() > 0:
		flags.Usage()
		return 2
	}
	if err := serve(ctx, *addr, stderr); err != nil && ctx.Err() == nil {
		fmt.Fprintln(stderr, "web:", err)
		return 1
	}
	return 0
}

// serve serves the page until ctx ends. The port is taken before anything is
// built, so that a taken one is told at once.
func serve(ctx context.Context, addr string, stderr io.Writer) error {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is taken by another program; choose another port, as in -addr 127.0.0.1:8081", addr)
	}
	if err != nil {
		return fmt.Errorf("cannot serve at %s: %w", addr, err)
	}
	defer l.Close()
	dir, err := cacheDir()
	if err != nil {
		return err
	}
	if !isBuilt(dir) {
		fmt.Fprintln(stderr, "building the page's module; the first time this takes about a minute")
	}
	m, err := build(ctx, dir)
	if err != nil {
		return err
	}
	shots, err := findShots(ctx)
	if err != nil {
		return err
	}
	if shots == nil {
		fmt.Fprintln(stderr, "screenshots are not read: npm ci --prefix examples/web/shots installs what reads them")
	}
	page, err := newPage(m, shots...)
	if err != nil {
		return err
	}
	fmt.Fprintf(stderr, "the page is at http://%s (Ctrl-C ends it)\n", l.Addr())

	s := &http.Server{Handler: page, ReadHeaderTimeout: 10 * time.Second}
	context.AfterFunc(ctx, func() { _ = s.Close() })
	if err := s.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

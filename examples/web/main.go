// Web is one page: paste a message, see what it is and why.
//
//	go run ./examples/web [-addr host:port]        serves it on this machine
//	go run ./examples/web -export DIR [-f]         writes it as a site for any host over HTTPS
//
// The page runs the library itself, compiled to WebAssembly, so that a message never
// leaves the browser. The first start builds the WebAssembly module with the go command,
// into the user's cache directory. Later starts build it again if its source has changed.
//
// The exit status is 0 after Ctrl-C, or once the site is written; 1 if the page cannot
// be served or written; 2 if the command line is wrong.
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

	"github.com/dunsms/dunsms"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second Ctrl-C ends a start that does not react to the first.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

const usage = `usage: web [flags]

Serves a page on this machine: paste a message, see what it is and why. The page
runs the library in the browser, and no message leaves it. With -export, the page
is written as a site of plain files. It works under any path of any host that has
HTTPS; localhost does without. A phone can install it, use it offline and share
messages into it. To read screenshots, run npm ci --prefix examples/web/shots first.

  go run ./examples/web                     then open http://127.0.0.1:8080
  go run ./examples/web -addr 127.0.0.1:0   on any free port, which it prints
  go run ./examples/web -export site        then copy site/ to an HTTPS host

`

const statuses = `
Exit status: 0 after Ctrl-C, or once the site is written; 1 if the page cannot be
served or written; 2 if the command line is wrong.
`

// options are what the flags say.
type options struct {
	addr, export string
	force        bool
}

// run is the program apart from its process. It returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	var o options
	flags := flag.NewFlagSet("web", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.addr, "addr", "127.0.0.1:8080", "`host:port` to serve the page on; port 0 means any free port")
	flags.StringVar(&o.export, "export", "", "write the page as a site to the folder `DIR`, which must be new or empty")
	flags.BoolVar(&o.force, "f", false, "with -export, allow a folder that is not empty; other files in it stay")
	version := flags.Bool("version", false, "print the version")
	flags.Usage = func() {
		fmt.Fprint(stderr, usage, "flags:\n")
		flags.PrintDefaults()
		fmt.Fprint(stderr, statuses)
	}
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		return 0
	case err != nil:
		return 2
	}
	set := map[string]bool{}
	flags.Visit(func(f *flag.Flag) { set[f.Name] = true })
	switch {
	case *version:
		fmt.Fprintln(stdout, "web", dunsms.Version)
		return 0
	case flags.NArg() > 0, set["export"] && (o.export == "" || set["addr"]), o.force && !set["export"]:
		flags.Usage()
		return 2
	}
	do := serve
	if set["export"] {
		do = export
	}
	if err := do(ctx, o, stderr); err != nil && ctx.Err() == nil {
		fmt.Fprintln(stderr, "web:", err)
		return 1
	}
	return 0
}

// buildPage builds the module, if needed, and returns the page with it.
func buildPage(ctx context.Context, stderr io.Writer) (page, error) {
	dir, err := cacheDir()
	if err != nil {
		return nil, err
	}
	if !isBuilt(dir) {
		fmt.Fprintln(stderr, "building the page's module; the first time this takes about a minute")
	}
	m, err := build(ctx, dir)
	if err != nil {
		return nil, err
	}
	shots, err := findShots(ctx)
	if err != nil {
		return nil, err
	}
	if len(shots) == 0 {
		fmt.Fprintln(stderr, "screenshots cannot be read; to enable this, run npm ci --prefix examples/web/shots")
	}
	return newPage(m, shots...)
}

// export writes the site. It refuses a folder before anything is built.
func export(ctx context.Context, o options, stderr io.Writer) error {
	if err := mayWrite(o.export, o.force); err != nil {
		return err
	}
	page, err := buildPage(ctx, stderr)
	if err != nil {
		return err
	}
	if err := page.export(o.export); err != nil {
		return err
	}
	fmt.Fprintf(stderr, "the site is in %s; serve it over HTTPS, in a folder of its own\n", o.export)
	return nil
}

// serve serves the page until ctx is done. It opens the port before anything is built, so that a
// port in use is reported at once.
func serve(ctx context.Context, o options, stderr io.Writer) error {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", o.addr)
	if errors.Is(err, syscall.EADDRINUSE) {
		return fmt.Errorf("%s is taken by another program; choose another port, as in -addr 127.0.0.1:8081", o.addr)
	}
	if err != nil {
		return fmt.Errorf("cannot serve at %s: %w", o.addr, err)
	}
	defer l.Close()
	page, err := buildPage(ctx, stderr)
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

// Serve is the library over HTTP, for programs that are not written in Go.
//
//	go run ./examples/serve [flags]
//
//	POST /v1/check    one message as JSON, or many as JSON Lines, each answered as it arrives
//	POST /v1/matters  all messages of one phone, joined to matters
//	POST /v1/presend  a lender's notices, before they are sent
//	GET  /openapi.json, /schema.json, /healthz, /readyz, /metrics
//
// The answers are the JSON of dunsms.Report and dunsms.PhoneReport; schema.json
// describes them. README.md has clients, limits and metrics.
//
// It logs JSON to standard error. Logs, metrics and errors contain no byte of a message, a
// name or a number.
//
// On SIGTERM or Ctrl-C it accepts no more connections, answers every request and every line
// that it has read, and ends. The exit status is then 0. It is 1 if some were not answered
// within -grace or the listener failed, and 2 if the command line is wrong or it cannot
// start.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/dunsms/dunsms"
)

// The exit statuses.
const (
	exitOK     = 0
	exitCut    = 1
	exitFailed = 2
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200) // a few MB more, a tenth faster
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal ends a run that does not react to the first.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run is the program apart from its process. It returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	set, err := parseArgs(args, stdout, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return exitFailed
	case set.version:
		fmt.Fprintln(stdout, "dunsms serve", dunsms.Version)
		return exitOK
	}
	s, err := newService(set, stderr)
	if err == nil {
		err = s.listen()
	}
	if err != nil {
		fmt.Fprintln(stderr, "serve:", err)
		return exitFailed
	}
	if s.run(ctx) != nil {
		return exitCut
	}
	return exitOK
}

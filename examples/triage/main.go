// Triage reads Chinese SMS and writes, in the same order, what each of them claims, which
// story explains it best and what to do.
//
//	go run ./examples/triage [flags] [file ...]
//
// It reads the files, or standard input if there is none or the file is -. It recognises the
// forms listed in README.md, and UTF-8, UTF-16 and GB18030. On a terminal it answers with a
// table, anywhere else with JSON Lines: a dunsms.Report for each message, or the error of a
// line that it cannot read:
//
//	{"v":1,"line":2,"id":"b7","error":{"code":"not_utf8","message":"…"}}
//
// With -tokens, a notice has its tokens. A report has a comparison if something is known of
// the recipient. -output sets the form: table, json, compact, csv or explain.
//
// -report also writes a page of the worst messages. -matters reads the messages of each phone
// together and answers once for each matter; -evidence then writes a file for each, with its
// letters.
//
// Lines are numbered through all files; empty lines count, and have no answer. A summary goes
// to standard error, and a progress bar if that is a terminal and the input is files.
//
// The exit status is 0 if everything was read, 1 if some lines could not be read, 2 if the
// command line is wrong or the input or output failed, 130 after Ctrl-C or SIGTERM, and 141 if
// whatever read the output stopped reading.
//
// However a run ends, the answers that it wrote are whole: those to the first lines, just as
// another run writes them. Only if it is killed outright, or the machine fails, may the last
// line be cut off; a line without its end is no answer.
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
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/examples/internal/lenders"
	"github.com/dunsms/dunsms/parser"
)

// The exit statuses. The last two are what a shell reports for a program ended by a signal.
const (
	exitOK          = 0
	exitBadLines    = 1
	exitFailed      = 2
	exitInterrupted = 130
	exitBrokenPipe  = 141
)

func main() {
	ignoreWriteSignals()
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(200) // 3 MB more, a sixth faster on two cores
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second Ctrl-C ends a run that does not react to the first.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program apart from its process. It returns the exit status.
func run(ctx context.Context, args []string, stdin, stdout, stderr *os.File) int {
	s, err := parseArgs(args, stdout, stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		return exitFailed
	case s.version:
		fmt.Fprintln(stdout, "triage", dunsms.Version)
		return exitOK
	}
	s.settle(stdout)
	s.wait(stderr, stdin)
	in := input{files: s.files, stdin: stdin, options: inbox.Options{Form: s.form, Columns: s.columns}}
	size, err := in.size()
	if err == nil {
		s.me, err = readRecipient(s.recipient)
	}
	var checker *dunsms.Checker
	if err == nil {
		checker, err = newChecker(s)
	}
	var page *report
	if err == nil {
		page, err = newReport(s, checker)
	}
	defer page.discard()
	var kept *evidence
	if err == nil {
		kept, err = newEvidence(s)
	}
	if err != nil {
		fmt.Fprintln(stderr, "triage:", err)
		return exitFailed
	}
	out := newOutput(s.harmless(stdout), newBar(size, stdout, stderr))
	out.page = page
	answers := rendererOf(s, checker)
	out.table, _ = answers.(*table)
	err = out.write(answers.head())
	switch {
	case err != nil:
	case s.matters:
		err = out.byMatter(ctx, s, checker, in, kept)
	default:
		err = process(ctx, in.lines(), answerer(s, checker), out)
	}
	out.close()
	if err == nil {
		err = page.write(out.summary)
	}
	fmt.Fprintln(stderr, out.summary)
	s.hint(stderr)
	return statusOf(err, out.summary, stderr)
}

// statusOf returns the exit status of a run and says on w what ended it.
func statusOf(err error, sum summary, w io.Writer) int {
	switch {
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE):
		return exitBrokenPipe
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		fmt.Fprintf(w, "triage: %v: the answers before that are complete; free some space and run it again\n", err)
		return exitFailed
	case err != nil:
		fmt.Fprintln(w, "triage:", err)
		return exitFailed
	case sum.bad > 0:
		return exitBadLines
	}
	return exitOK
}

// newChecker returns the one checker of a run.
func newChecker(s settings) (*dunsms.Checker, error) {
	c := &dunsms.Checker{Lang: s.lang, Population: s.people}
	if s.lenders == "" {
		return c, nil
	}
	var err error
	if c.Lenders, err = lenders.ReadFile(s.lenders); err != nil {
		return nil, err
	}
	c.Parser, err = parser.New(parser.WithLenders(c.Lenders))
	return c, err
}

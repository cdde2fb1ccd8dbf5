// Triage reads Chinese SMS and writes what each of them claims, which story
// explains it best and what to do: JSON Lines in, JSON Lines out, in the same order.
//
//	go run ./examples/triage [flags] [file ...]
//
// It reads the files, or standard input where none (or -) is given, one
// message a line. Every line is answered with the JSON of a dunsms.Report, a bad
// one with its error:
//
//	{"v":1,"line":2,"id":"b7","error":{"code":"not_utf8","message":"…"}}
//
// The tokens of a notice are there with -tokens, the comparison where something of
// the recipient is given.
//
// -explain prints for a person instead: the text with what was found marked under
// it, the comparison, the weighing, the verdict, what to ask and what to do.
//
// Lines are numbered through all files; empty lines count and have no answer.
// A summary, and a progress bar where standard error is a terminal and the
// input is files, go to standard error.
//
// The exit status is 0 when all was read, 1 when some lines were bad, 2 on
// wrong use and where the input or the output fails, 130 after Ctrl-C or SIGTERM
// and 141 when the reader of the output went away.
//
// However a run ends, the answers that it wrote are whole: those to the first
// lines, as another run writes them. Only where it is killed, or the machine is,
// the last line may be cut off; a line without its end is no answer.
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

	"github.com/dunsms/dunsms/classify/remedy"
)

// The exit statuses. The last two are what a shell reports of a program that
// the signal ended.
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
	// A second Ctrl-C ends a run that does not heed the first.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// settings are what the command line says.
type settings struct {
	plain   bool // -format text
	tokens  bool
	explain bool
	lang    remedy.Lang
	lenders string // a file, or ""
	files   []string
}

// parseArgs reads the command line; on wrong use it has said so on w.
func parseArgs(args []string, w io.Writer) (settings, error) {
	var s settings
	flags := flag.NewFlagSet("triage", flag.ContinueOnError)
	flags.SetOutput(w)
	flags.Usage = func() {
		fmt.Fprintln(w, "usage: triage [flags] [file ...]")
		flags.PrintDefaults()
	}
	lang := flags.String("lang", "zh", "`language` of the steps and of -explain: zh or en")
	flags.BoolVar(&s.explain, "explain", false, "instead of JSON, say it for a person to read")
	flags.StringVar(&s.lenders, "lenders", "", "`file` of lenders that you know: a JSON list, or one JSON object a line,\nof name, aliases, hotlines, domains, senders")
	format := flags.String("format", "jsonl", "`form` of the input: jsonl, one JSON object a line, or text, one message a line")
	flags.BoolVar(&s.tokens, "tokens", false, "answer with the words of each message, too")
	if err := flags.Parse(args); err != nil {
		return s, err
	}
	s.plain, s.lang = *format == "text", remedy.Lang(*lang)
	var err error
	switch {
	case !s.plain && *format != "jsonl":
		err = errors.New("-format is jsonl or text")
	case s.lang != remedy.Chinese && s.lang != remedy.English:
		err = errors.New("-lang is zh or en")
	case s.explain && s.tokens:
		err = errors.New("-tokens is for JSON, not for -explain")
	}
	if err != nil {
		fmt.Fprintln(w, "triage:", err)
		return s, err
	}
	s.files = flags.Args()
	if len(s.files) == 0 {
		s.files = []string{stdinName}
	}
	return s, nil
}

// run is the program without its process. It returns the exit status.
func run(ctx context.Context, args []string, stdin, stdout, stderr *os.File) int {
	s, err := parseArgs(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitOK
	}
	if err != nil {
		return exitFailed
	}
	checker, err := newChecker(s)
	if err != nil {
		fmt.Fprintln(stderr, "triage:", err)
		return exitFailed
	}
	in := input{files: s.files, stdin: stdin}
	size, err := in.size()
	if err != nil {
		fmt.Fprintln(stderr, "triage:", err)
		return exitFailed
	}
	out := newOutput(stdout, newBar(size, stdout, stderr))
	err = process(ctx, in.lines(), answerer(s, checker), out)
	out.close()
	fmt.Fprintln(stderr, out.summary)
	switch {
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE):
		return exitBrokenPipe
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EFBIG):
		fmt.Fprintf(stderr, "triage: %v: the answers before that are whole; make room and run it again\n", err)
		return exitFailed
	case err != nil:
		fmt.Fprintln(stderr, "triage:", err)
		return exitFailed
	case out.summary.bad > 0:
		return exitBadLines
	}
	return exitOK
}

// Triage reads Chinese SMS and writes what each of them claims, which story
// explains it best and what to do: JSON Lines in, JSON Lines out, in the same order.
//
//	go run ./examples/triage [flags] [file ...]
//
// It reads the files, or standard input where none (or -) is given, in the forms of
// README.md, which it recognises as it does UTF-8, UTF-16 and GB18030. Every message is answered with a
// line, the JSON of a dunsms.Report, a bad one with its error:
//
//	{"v":1,"line":2,"id":"b7","error":{"code":"not_utf8","message":"…"}}
//
// The tokens of a notice are there with -tokens, the comparison where something of
// the recipient is given.
//
// -explain prints for a person instead: the text with what was found marked under
// it, the comparison, the weighing, the verdict, what to ask and what to do.
// -report writes a page of the worst messages beside the answers. -matters reads the
// messages of each phone together and answers matters instead, and -evidence keeps
// each of them with its letters.
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

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/arguments"
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/lenders"
	"github.com/dunsms/dunsms/examples/internal/sheet"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
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

// settings are what the command line says. The zero settings answer in JSON.
type settings struct {
	form      inbox.Form
	columns   sheet.Columns
	only      jsonl.Filter
	tokens    bool
	explain   bool
	lang      remedy.Lang
	matters   bool
	all       bool   // matters of all verdicts
	evidence  string // a folder, or ""
	force     bool   // evidence that is there may be replaced
	lenders   string // a file, or ""
	recipient string // a file, or ""
	report    string // a file, or ""
	files     []string

	me identity.Profile // what the file of the recipient says
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
	flags.BoolVar(&s.all, "all", false, "with -matters: also those that are no notice")
	headers := flags.String("columns", "", "the headers of the `columns` of a table, as in text=body,sender=from; with an empty\nheader for what it does not have. There is "+inbox.Columns().Names())
	flags.StringVar(&s.evidence, "evidence", "", "with -matters: write a zip file of each matter into this `folder`, with its messages, a\nrecord of it and its letters")
	flags.BoolVar(&s.explain, "explain", false, "instead of JSON, say it for a person to read")
	flags.BoolVar(&s.force, "f", false, "with -evidence and -report: replace files that are there")
	format := flags.String("format", string(inbox.Auto), "`form` of the input: jsonl, one JSON object a line; json, a list of them; text, one\nmessage a line; csv, a table with headers; xml, a backup of \"SMS Backup & Restore\" or\nof Windows Phone; vmsg; eml, a mail; auto, by what the file begins with")
	lang := flags.String("lang", "zh", "`language` of the steps, of -explain and of -report: zh or en")
	flags.StringVar(&s.lenders, "lenders", "", "`file` of lenders that you know: a JSON list, or one JSON object a line,\nof name, aliases, hotlines, domains, senders")
	flags.BoolVar(&s.matters, "matters", false, "read the messages of each phone together, and answer matters: one line for each, then\none that counts them")
	only := flags.String("only", "", "answer these `words` alone, kinds or verdicts, as in overdue,scam; bad lines are\nanswered all the same")
	flags.StringVar(&s.recipient, "recipient", "", "`file` of the recipient of all messages that name none: a JSON object\nof name, id_number, phones")
	flags.StringVar(&s.report, "report", "", "write a page, too, to this `file`: how many there are, and the worst with what to do")
	flags.BoolVar(&s.tokens, "tokens", false, "answer with the words of each message, too")
	var err error
	if s.files, err = arguments.Parse(flags, args); err != nil {
		return s, err
	}
	s.lang = remedy.Lang(*lang)
	if err = s.read(*format, *headers, *only); err != nil {
		fmt.Fprintln(w, "triage:", err)
		return s, err
	}
	if len(s.files) == 0 {
		s.files = []string{stdinName}
	}
	return s, nil
}

// read reads the flags that have a form of their own, and says which do not go
// together.
func (s *settings) read(format, headers, only string) (err error) {
	if s.form, err = inbox.ParseForm(format); err != nil {
		return err
	}
	if s.columns, err = inbox.Columns().Map(headers); err != nil {
		return err
	}
	if s.only, err = jsonl.ParseFilter(only); err != nil {
		return err
	}
	switch {
	case headers != "" && s.form == inbox.Auto:
		s.form = inbox.CSV
	case headers != "" && s.form != inbox.CSV:
		return errors.New("-columns is for -format csv")
	case s.lang != remedy.Chinese && s.lang != remedy.English:
		return errors.New("-lang is zh or en")
	case s.explain && s.tokens:
		return errors.New("-tokens is for JSON, not for -explain")
	case s.matters && (s.explain || s.tokens):
		return errors.New("-explain and -tokens are for messages, not for -matters")
	case !s.matters && (s.all || s.evidence != ""):
		return errors.New("-all and -evidence are for -matters")
	case s.force && s.evidence == "" && s.report == "":
		return errors.New("-f is for -evidence and -report")
	}
	return nil
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
	out := newOutput(stdout, newBar(size, stdout, stderr))
	out.page = page
	if s.matters {
		err = out.byMatter(ctx, s, checker, in, kept)
	} else {
		err = process(ctx, in.lines(), answerer(s, checker), out)
	}
	out.close()
	if err == nil {
		err = page.write(out.summary)
	}
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

// newChecker returns the one checker of a run.
func newChecker(s settings) (*dunsms.Checker, error) {
	c := &dunsms.Checker{Lang: s.lang}
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

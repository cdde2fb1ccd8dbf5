// Presend checks the notices that a lender is about to send against the records from which they
// were made. For each it says whether the text fits the record, which rules on debt collection it
// breaks, what makes it look like a scam, and how to put it right.
//
//	go run ./examples/presend [flags] [file]
//
// It reads a table with headers (CSV, tabs or semicolons; UTF-8, UTF-16 or GB18030) from a
// file or standard input. The table needs the columns text, name, id_number, phone and
// planned_at. -columns gives their headers, if they have other names, and must name the
// columns that the table does not have: what is missing is not checked.
//
// It answers with a table for people or, with -format, as JSON (one object for each row), as
// CSV or as a log of SARIF 2.1.0. None of them repeats any part of a text or a record: rows are
// numbers, places are offsets in the text, and wording has blanks. A summary goes to standard
// error.
//
// The exit status is 0 if nothing was found, 1 if something was found, 2 if the command line is
// wrong or something could not be read or written, 130 after Ctrl-C or SIGTERM, and 141 if
// whatever read the output stopped reading. Rows that were answered are whole.
package main

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/arguments"
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/examples/internal/lenders"
	"github.com/dunsms/dunsms/examples/internal/sheet"
	"github.com/dunsms/dunsms/parser"
)

// The exit statuses.
const (
	exitClean       = 0
	exitFindings    = 1
	exitFailed      = 2
	exitInterrupted = 130 // this and the next are what a shell reports for a program ended by a signal
	exitBrokenPipe  = 141
)

func main() {
	ignoreWriteSignals()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends a read that blocks
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// settings are what the command line says.
type settings struct {
	columns sheet.Columns
	ignore  []string // codes
	format  format
	lang    remedy.Lang
	lenders []parser.Lender
	file    string
	version bool
}

// stdinName stands for standard input.
const stdinName = "-"

// parseArgs reads the command line. If it is wrong, parseArgs has said so on w.
func parseArgs(args []string, w io.Writer) (settings, error) {
	var s settings
	flags := flag.NewFlagSet("presend", flag.ContinueOnError)
	flags.SetOutput(w)
	flags.Usage = func() {
		fmt.Fprint(w, usage)
		flags.PrintDefaults()
		fmt.Fprint(w, usageEnd)
	}
	headers := flags.String("columns", "", "which header in the table stands for which of the `columns`, as in\ntext=短信,name=客户姓名; leave a header empty if the table has no such column.\nRequired: text, name, id_number, phone and planned_at;\noptional: amount, days, periods, since, due and sender")
	form := flags.String("format", string(formatTable), "`form` of the output: table, for people; json, one object for each row; csv, one\nline for each finding; sarif, a log of SARIF 2.1.0")
	ignore := flags.String("ignore", "", "do not report these `codes`, as in LINK_SHORT,VISIT_EARLY")
	asJSON := flags.Bool("json", false, "the same as -format json")
	lang := flags.String("lang", "zh", "`language` of the output: zh or en")
	lenderFile := flags.String("lenders", "", "`file` of your own firms: a JSON list, or one JSON object a line, with name,\naliases, hotlines, domains and senders")
	flags.BoolVar(&s.version, "version", false, "print the version")
	files, err := arguments.Parse(flags, args)
	if err != nil {
		return s, err
	}
	s.lang, s.file = remedy.Lang(*lang), stdinName
	if len(files) > 0 {
		s.file = files[0]
	}
	if *asJSON {
		*form = string(formatJSON)
	}
	err = s.read(*form, *headers, *ignore, *lenderFile)
	if len(files) > 1 {
		err = errors.New("one file at a time")
	}
	if err != nil {
		fmt.Fprintln(w, "presend:", err)
	}
	return s, err
}

// read reads the flags that need parsing.
func (s *settings) read(form, headers, ignore, lenderFile string) (err error) {
	if s.format, err = parseFormat(form); err != nil {
		return err
	}
	if s.columns, err = columns.Map(headers); err != nil {
		return err
	}
	if s.lang != remedy.Chinese && s.lang != remedy.English {
		return errors.New("-lang must be zh or en")
	}
	if ignore != "" {
		s.ignore = strings.Split(strings.ReplaceAll(ignore, " ", ""), ",")
	}
	for _, code := range s.ignore {
		if !slices.Contains(presend.Codes(), code) {
			return fmt.Errorf("-ignore must be a list of codes; the codes are %s", strings.Join(presend.Codes(), ", "))
		}
	}
	if lenderFile != "" {
		s.lenders, err = lenders.ReadFile(lenderFile)
	}
	return err
}

// run is the program apart from its process. It returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s, err := parseArgs(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return exitClean
	}
	if err != nil {
		return exitFailed
	}
	if s.version {
		fmt.Fprintln(stdout, "presend", dunsms.Version)
		return exitClean
	}
	checker, err := newChecker(s)
	if err == nil && s.file != stdinName {
		var f *os.File
		if f, err = os.Open(s.file); err == nil {
			defer f.Close()
			stdin = f
		}
	}
	if err == nil {
		stdin, err = inbox.OpenText(s.file, stdin)
	}
	if err != nil {
		fmt.Fprintln(stderr, "presend:", err)
		return exitFailed
	}
	out := bufio.NewWriterSize(stdout, 64<<10)
	w := newWriter(s, out)
	sum := newSummary()
	for a, e := range answers(ctx, s, checker, stdin) {
		if err = e; err == nil {
			sum.count(a)
			err = w.write(a)
		}
		if err != nil {
			break
		}
	}
	status := statusOf(err, sum)
	err = cmp.Or(err, w.end(status), out.Flush())
	status = statusOf(err, sum)
	fmt.Fprintln(stderr, sum)
	if status == exitFailed && err != nil {
		fmt.Fprintln(stderr, "presend:", err)
	}
	return status
}

// statusOf returns the exit status of a run that ended with err.
func statusOf(err error, sum summary) int {
	switch {
	case errors.Is(err, context.Canceled):
		return exitInterrupted
	case errors.Is(err, syscall.EPIPE):
		return exitBrokenPipe
	case err != nil, sum.unreadable > 0:
		return exitFailed
	case sum.found > 0:
		return exitFindings
	}
	return exitClean
}

// newChecker returns the checker of a run.
func newChecker(s settings) (*presend.Checker, error) {
	p, err := parser.New(parser.WithLenders(s.lenders))
	return &presend.Checker{Parser: p, Lenders: s.lenders, Lang: s.lang, Ignore: s.ignore}, err
}

// Beam reads more messages than one machine can: the check of examples/triage as
// a step of an Apache Beam pipeline, on this machine or on as many as a runner has.
//
//	go run ./examples/beam -input 'in/*.jsonl.gz' -output out
//
// It reads all files that match -input, JSON Lines or arrays, gzip or not, and
// writes into -output
//
//	answers-00000-of-00008.jsonl   the answers of examples/triage, byte for byte
//	bad-00000-of-00008.jsonl       for each line that is no message: file, line, error
//	lenders-00000-of-00001.jsonl   by lender and day: messages, denials, kinds, verdicts
//	contacts-00000-of-00001.jsonl  by link host and callback number: whom it reached
//	matters-00000-of-00008.jsonl   with -matters, by recipient: what all of their messages say together
//
// The files get their names when all of them are complete. Answers are in no particular order;
// lines are numbered by file. Counters are metrics of the runner, with a summary on standard
// error.
//
// Beam's own flags, listed in README.md, choose another runner.
//
// The exit status is 0 if everything was read, 1 if some lines were bad, and 2 if the command line
// is wrong or the run fails.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

// The exit statuses.
const (
	exitOK       = 0
	exitBadLines = 1
	exitFailed   = 2
)

func main() {
	own, set := newFlags()
	set.VisitAll(func(f *flag.Flag) { flag.Var(f.Value, f.Name, f.Usage) })
	flag.Usage = func() { usage(flag.CommandLine.Output(), set) }
	flag.Parse()
	beam.Init() // a worker of Beam's image does not return from here
	if *provisionEndpoint != "" {
		os.Exit(runProcess(context.Background(), flag.Lookup("id").Value.String(), *provisionEndpoint, os.Stderr))
	}
	if inProgram() && !own.verbose {
		// Beam's log of each step is for debugging, and failures are also in the error. Other
		// runners show both only in their logs.
		slog.SetDefault(slog.New(slog.DiscardHandler))
	}
	os.Exit(run(context.Background(), own, flag.Args(), os.Stderr))
}

// run is the program apart from its process. It returns the exit status.
func run(ctx context.Context, f *flags, args []string, stderr io.Writer) int {
	o, err := f.settings(ctx, args)
	if err != nil {
		fmt.Fprintln(stderr, "beam:", err)
		return exitFailed
	}
	s, err := execute(ctx, o)
	switch {
	case errors.Is(err, errNotAwaited):
		fmt.Fprintln(stderr, "beam:", err)
		return exitOK
	case err != nil && f.verbose:
		fmt.Fprintln(stderr, "beam:", err)
		return exitFailed
	case err != nil:
		fmt.Fprintln(stderr, "beam:", cause(err))
		return exitFailed
	}
	fmt.Fprintln(stderr, s)
	if s.counts[badLinesMetric] > 0 {
		return exitBadLines
	}
	return exitOK
}

// cause returns what failed, without the enclosing steps that Beam names.
func cause(err error) string {
	text := err.Error()
	const before = "failed:\n"
	if i := strings.LastIndex(text, before); i >= 0 {
		text = text[i+len(before):]
	}
	return text
}

// errNotAwaited means that a run has no summary.
var errNotAwaited = errors.New("this program does not wait for the run: the runner has its counts")

// execute runs the pipeline to its end.
func execute(ctx context.Context, o settings) (summary, error) {
	p, s := beam.NewPipelineWithRoot()
	build(s, o)
	result, err := beamx.RunWithMetrics(ctx, p)
	switch {
	case err != nil:
		return summary{}, err
	case result == nil || *jobopts.Async:
		return summary{}, errNotAwaited
	}
	// A cancelled run ends without an error and without its output.
	if err := published(ctx, o); err != nil {
		return summary{}, err
	}
	return summarize(result.Metrics(), o), nil
}

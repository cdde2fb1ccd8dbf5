package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"

	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/lenders"
	"github.com/dunsms/dunsms/parser"
)

// settings are what the command line says and what identifies a run.
type settings struct {
	Input   string
	Output  string // a directory, without a slash at its end
	Shards  int
	Rows    int // the most rows of a table
	Gzip    bool
	Matters bool // whether to write matters as well
	Only    jsonl.Filter
	Lang    remedy.Lang
	Lenders []parser.Lender
	Run     string // tells the run from others
	Key     []byte // of the run, for recipientOf and ownerOf
}

// names returns the names of the sets of files that the run writes.
func (o settings) names() []string {
	if o.Matters {
		return outputNames
	}
	return slices.DeleteFunc(slices.Clone(outputNames), func(name string) bool { return name == mattersName })
}

// output describes a set of files; a table is one file.
func (o settings) output(name string) output {
	out := output{Dir: o.Output, Name: name, Run: o.Run, Shards: o.Shards, Gzip: o.Gzip}
	if name == lendersName || name == contactsName {
		out.Shards = 1
	}
	return out
}

// parted returns the sets of files that have no number of shards.
func (o settings) parted() (sets []output) {
	for _, name := range o.names() {
		if out := o.output(name); out.Shards == 0 {
			sets = append(sets, out)
		}
	}
	return sets
}

// flags are the flags of this program, besides those of Beam.
type flags struct {
	input, output, only, lang, lenders string
	shards, rows                       int
	gzip, matters, verbose             bool
}

// newFlags returns the flags, in a set of their own.
func newFlags() (*flags, *flag.FlagSet) {
	f, set := &flags{}, flag.NewFlagSet("beam", flag.ContinueOnError)
	set.StringVar(&f.input, "input", "", "`pattern` of the files to read: JSON Lines or arrays, gzip or not")
	set.StringVar(&f.output, "output", "", "`directory` for the files that are written; gs://bucket/directory and the like work too")
	set.IntVar(&f.shards, "shards", 8, "`number` of files with answers, of files with bad lines, and of files with matters; with 0, each bundle of the runner writes its own, which costs less")
	set.BoolVar(&f.gzip, "gzip", false, "compress the files with gzip")
	set.IntVar(&f.rows, "rows", 100_000, "the `number` of rows to which the tables of lenders and of contacts are limited; the first are kept")
	set.BoolVar(&f.matters, "matters", false, "also write what the messages of each recipient say together")
	set.StringVar(&f.only, "only", "", "answer only messages of these `kinds` or verdicts, as in overdue,scam; all are counted")
	set.StringVar(&f.lenders, "lenders", "", "`file` of lenders you know, in the form that examples/triage reads")
	set.StringVar(&f.lang, "lang", "zh", "`language` of the steps in the answers: zh or en")
	set.BoolVar(&f.verbose, "verbose", false, "let Beam log what it does")
	return f, set
}

// usage prints the flags of this program and leaves out Beam's many.
func usage(w io.Writer, own *flag.FlagSet) {
	fmt.Fprintln(w, "usage: beam -input pattern -output directory [flags] [Beam's flags]")
	own.SetOutput(w)
	own.PrintDefaults()
	fmt.Fprintln(w, "Beam's flags: -runner (without it prism, inside this program), -endpoint and others; see README.md")
}

// runnerNames are the built-in runners. If Beam does not know a runner, it ends the process with
// the status that here means bad lines.
var runnerNames = []string{"", "prism", "PrismRunner", "direct", "DirectRunner", "universal", "portable", "PortableRunner",
	"flink", "FlinkRunner", "spark", "SparkRunner", "dataflow", "DataflowRunner"}

// inProgram reports whether the flags of Beam keep the work within this process.
func inProgram() bool {
	if strings.EqualFold(*jobopts.EnvironmentType, "loopback") {
		return true
	}
	runner := strings.ToLower(*runners.Runner)
	return *jobopts.Endpoint == "" && (runner == "" || strings.HasPrefix(runner, "prism") || strings.HasPrefix(runner, "direct"))
}

// settings checks the flags, and that the directory has no files of another run.
func (f *flags) settings(ctx context.Context, args []string) (settings, error) {
	o := settings{
		Input: f.input, Output: strings.TrimRight(f.output, "/"), Shards: f.shards,
		Rows: f.rows, Gzip: f.gzip, Matters: f.matters, Lang: remedy.Lang(f.lang), Key: make([]byte, 32),
	}
	switch {
	case len(args) > 0:
		return o, errors.New("give the files with -input, in quotes")
	case f.input == "" || f.output == "":
		return o, errors.New("-input and -output are required")
	case strings.ContainsAny(f.output, `*?[\`):
		return o, errors.New("-output must be a directory, not a pattern")
	case o.Shards < 0 || o.Shards > maxShards:
		return o, fmt.Errorf("-shards must be from 0 to %d", maxShards)
	case o.Rows < 1:
		return o, errors.New("-rows must be 1 or more")
	case !slices.Contains(runnerNames, *runners.Runner):
		return o, fmt.Errorf("-runner must be one of%s", strings.Join(runnerNames, " "))
	case *jobopts.Async && inProgram():
		return o, errors.New("-async needs workers elsewhere: those inside this program end with it")
	case o.Lang != remedy.Chinese && o.Lang != remedy.English:
		return o, errors.New("-lang must be zh or en")
	}
	var err error
	if o.Only, err = jsonl.ParseFilter(f.only); err != nil {
		return o, err
	}
	fs, err := filesystem.New(ctx, o.Input)
	if err != nil {
		return o, err
	}
	fs.Close()
	if f.lenders != "" {
		if o.Lenders, err = lenders.ReadFile(f.lenders); err != nil {
			return o, err
		}
	}
	rand.Read(o.Key)
	run := make([]byte, 8)
	rand.Read(run)
	o.Run = hex.EncodeToString(run)
	return o, o.isFree(ctx)
}

// maxShards is the most shards that the names have room for.
const maxShards = 99_999

// isFree returns an error if the directory has files of another run, since two runs with different
// numbers of shards would be taken for one, or if no file can be written into it: now and not
// after hours of work. It does not notice a second run at the same time.
func (o settings) isFree(ctx context.Context) error {
	fs, err := filesystem.New(ctx, o.Output)
	if err != nil {
		return err
	}
	defer fs.Close()
	for _, name := range outputNames {
		found, err := fs.List(ctx, fmt.Sprintf("%s/%s-*-of-*", o.Output, name))
		if err != nil {
			return fmt.Errorf("list %s: %w", o.Output, err)
		}
		if slices.ContainsFunc(found, func(file string) bool { return !strings.HasSuffix(file, ".temp") }) {
			return fmt.Errorf("%s has the %s of another run: choose another directory, or empty it", o.Output, name)
		}
	}
	out := o.output(answersName)
	out.Shards = max(out.Shards, 1)
	probe, err := out.write(ctx, out.file(0), func(func([]byte) bool) {})
	if err != nil {
		return err
	}
	return remove(ctx, fs, probe)
}

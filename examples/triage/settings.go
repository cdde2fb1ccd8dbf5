package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/arguments"
	"github.com/dunsms/dunsms/examples/internal/inbox"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/sheet"
	"github.com/dunsms/dunsms/identity"
)

// settings are what the command line says. The zero settings answer in JSON.
type settings struct {
	form      inbox.Form
	columns   sheet.Columns
	output    outputForm
	fields    []field
	bom       bool
	only      jsonl.Filter
	tokens    bool
	lang      remedy.Lang
	matters   bool
	all       bool   // matters of all verdicts
	evidence  string // a folder, or ""
	force     bool   // existing files may be replaced
	lenders   string // a file, or ""
	recipient string // a file, or ""
	report    string // a file, or ""
	people    classify.Population
	version   bool
	files     []string

	me     identity.Profile // from the file of the recipient
	screen screen           // for a table
}

// raw are the values of flags that need parsing.
type raw struct {
	columns, fields, format, lang, only, output string
	explain                                     bool
}

// flagsOf returns the flags, which set s and r. Their help is in usage.go.
func flagsOf(s *settings, r *raw) *flag.FlagSet {
	flags := flag.NewFlagSet("triage", flag.ContinueOnError)
	flags.SetOutput(io.Discard) // parseArgs reports errors
	text := func(p *string, name, value string) { flags.StringVar(p, name, value, help[name]) }
	yes := func(p *bool, name string) { flags.BoolVar(p, name, false, help[name]) }
	text(&r.columns, "columns", "")
	text(&r.fields, "fields", "")
	text(&r.format, "format", string(inbox.Auto))
	text(&r.lang, "lang", string(remedy.Chinese))
	text(&r.only, "only", "")
	text(&r.output, "output", string(outputAuto))
	text(&s.evidence, "evidence", "")
	text(&s.lenders, "lenders", "")
	text(&s.recipient, "recipient", "")
	text(&s.report, "report", "")
	flags.TextVar(&s.people, "population", classify.PeopleWhoAsk, help["population"])
	yes(&r.explain, "explain")
	yes(&s.all, "all")
	yes(&s.bom, "bom")
	yes(&s.force, "f")
	yes(&s.matters, "matters")
	yes(&s.tokens, "tokens")
	yes(&s.version, "version")
	return flags
}

// parseArgs reads the command line. Requested help goes to stdout, errors to stderr.
func parseArgs(args []string, stdout, stderr io.Writer) (settings, error) {
	var s settings
	var r raw
	flags := flagsOf(&s, &r)
	flags.Usage = func() {}
	files, err := arguments.Parse(flags, args)
	if errors.Is(err, flag.ErrHelp) {
		writeUsage(stdout, flags)
		return s, err
	}
	if err != nil {
		fmt.Fprintf(stderr, "triage: %v\n%s", err, shortUsage)
		return s, err
	}
	s.files = files
	if s.version {
		return s, nil
	}
	if err = s.read(r); err != nil {
		fmt.Fprintln(stderr, "triage:", err)
		return s, err
	}
	if len(s.files) == 0 {
		s.files = []string{stdinName}
	}
	return s, nil
}

// read parses the flags that need it, and returns an error if flags do not go together.
func (s *settings) read(r raw) (err error) {
	if s.form, err = inbox.ParseForm(r.format); err != nil {
		return err
	}
	if s.columns, err = inbox.Columns().Map(r.columns); err != nil {
		return err
	}
	if s.only, err = jsonl.ParseFilter(r.only); err != nil {
		return err
	}
	if s.output, err = parseOutput(r.output); err != nil {
		return err
	}
	if s.fields, err = parseFields(r.fields); err != nil {
		return err
	}
	s.lang = remedy.Lang(r.lang)
	switch {
	case r.columns != "" && s.form == inbox.Auto:
		s.form = inbox.CSV
	case r.columns != "" && s.form != inbox.CSV:
		return errors.New("-columns works only with -format csv")
	case s.lang != remedy.Chinese && s.lang != remedy.English:
		return errors.New("-lang must be zh or en")
	case !s.matters && (s.all || s.evidence != ""):
		return errors.New("-all and -evidence work only with -matters")
	case s.force && s.evidence == "" && s.report == "":
		return errors.New("-f works only with -evidence or -report")
	}
	return s.readOutput(r)
}

// readOutput settles the form of the answers. A flag that is for one form only asks for that form.
func (s *settings) readOutput(r raw) error {
	for _, asks := range []struct {
		asked bool
		flag  string
		form  outputForm
	}{
		{r.explain, "-explain", outputExplain},
		{s.tokens, "-tokens", outputJSON},
		{r.fields != "", "-fields", outputCSV},
		{s.bom, "-bom", outputCSV},
	} {
		switch {
		case !asks.asked:
		case s.output == outputAuto:
			s.output = asks.form
		case s.output != asks.form:
			return fmt.Errorf("%s works with -output %s, not with %s", asks.flag, asks.form, s.output)
		}
	}
	switch s.output {
	case outputAuto, outputTable, outputJSON:
		if s.matters && s.tokens {
			return errors.New("-tokens does not work with -matters")
		}
	default:
		if s.matters {
			return fmt.Errorf("-matters answers as a table or as JSON, not as %s", s.output)
		}
	}
	return nil
}

// settle chooses the form of the answers by where they go, unless the command line has chosen it.
func (s *settings) settle(stdout *os.File) {
	s.screen = screenOf(stdout, os.Getenv)
	if s.output != outputAuto {
		return
	}
	s.output = outputJSON
	if isTerminal(stdout) {
		s.output = outputTable
	}
}

// wait says what the program is waiting for, if it reads from a terminal.
func (s *settings) wait(stderr, stdin *os.File) {
	if slices.Contains(s.files, stdinName) && isTerminal(stdin) && isTerminal(stderr) {
		fmt.Fprintln(stderr, "triage: reading from the keyboard; press Ctrl-D to end, or run triage -h for help")
	}
}

// hint tells the reader of a table where there is more.
func (s *settings) hint(stderr *os.File) {
	if s.output == outputTable && !s.matters && isTerminal(stderr) {
		fmt.Fprintln(stderr, words(s.lang).of("table", "hint"))
	}
}

// list formats words for people.
func list[W ~string](words []W) string {
	return strings.Join(strings.Fields(strings.Trim(fmt.Sprint(words), "[]")), ", ")
}

package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/dunsms/dunsms/examples/internal/inbox"
)

// shortUsage is printed if the command line is wrong.
const shortUsage = "usage: triage [flags] [file ...]\n       triage -h lists all flags, with examples\n"

// group is the flags of one purpose.
type group struct {
	title string
	flags []string
}

// groups are all flags, in the order in which they are shown.
var groups = []group{
	{"What is read", []string{"format", "columns", "recipient", "lenders", "population"}},
	{"What is answered", []string{"output", "explain", "fields", "bom", "tokens", "only", "lang"}},
	{"A page beside the answers", []string{"report", "f"}},
	{"Messages read together", []string{"matters", "all", "evidence"}},
	{"About the program", []string{"h", "version"}},
}

// help says what each flag is for. The word in back quotes is its value.
var help = map[string]string{
	"format":     "`form` of the input: jsonl, one JSON object a line; json, a list of them; text,\none message a line; csv, a table with headers; xml, a backup of \"SMS Backup &\nRestore\" or of Windows Phone; vmsg; eml, a mail. The default, auto, tells the\nform by how the file begins",
	"columns":    "the `headers` of your table, if they are not the usual ones, as in\ntext=body,sender=from. Leave a header empty if the table has no such column.\nThe columns are " + inbox.Columns().Names(),
	"recipient":  "`file` that says who received those messages that do not say so themselves: a\nJSON object with name, id_number and phones",
	"lenders":    "`file` of lenders you know: a JSON list, or one JSON object a line, with name,\naliases, hotlines, domains and senders",
	"population": "whose `messages` these are: people_who_ask, from people who are unsure about a\nmessage and ask (the default), or every_message, all that a phone receives",

	"output":  "`form` of the answers: table, a row for each message; json, all that is known,\none object a line; compact, only what programs act on, one object a line; csv,\na table with the columns of -fields; explain, a page for each message. The\ndefault, auto, is table on a terminal and json anywhere else",
	"explain": "the same as -output explain: first the verdict, the reason and what to do, last\nhow the evidence adds up",
	"fields":  "`columns` of -output csv, separated by commas",
	"bom":     "begin -output csv with a byte order mark, so that Excel reads it as UTF-8",
	"tokens":  "add to the JSON the words into which each message was cut",
	"only":    "answer only these `kinds` or verdicts, as in overdue,scam; lines that cannot be\nread are always answered",
	"lang":    "`language` of what people read: zh (the default) or en",

	"report": "also write a web page to this `file`: how many messages there are of each kind,\nand for the worst of them what to do",
	"f":      "let -report and -evidence replace files that are already there",

	"matters":  "read the messages of each phone together, and answer once for each matter (a\ndebt, real or claimed) instead of once for each message",
	"all":      "with -matters, include those that are not about an overdue debt",
	"evidence": "with -matters, write a zip file for each matter to this `folder`: its messages,\na record of what was found, and letters to send",

	"h":       "print this help",
	"version": "print the version",
}

const about = `triage reads Chinese text messages (SMS) about debts. It tells what each
one claims, whether it looks genuine, like a mistake, like identity theft or like
a scam, and what to do about it. It works offline: nothing leaves this machine.

usage: triage [flags] [file ...]

Without a file, or with -, it reads standard input. Answers go to standard output,
in the order of the messages; progress and a summary go to standard error.
`

const examples = `
Examples:
  triage phone.xml
        a row for each message in a phone's backup: verdict, lender, amount, what to do
  triage -explain -lang en -only overdue,scam phone.xml
        each notice and each scam in full, in English
  echo '【某某金融】您已逾期3天，请还款100元' | triage -format text -explain
        one message
  triage -output compact messages.jsonl > answers.jsonl
        JSON for another program
  triage -fields line,verdict,lender,amount,text -bom phone.xml > answers.csv
        for Excel or WPS
  triage -matters -report page.html -recipient me.json phone.xml
        a web page of all debts on a phone: who wants what, and how it unfolded
`

const exits = `
Exit status:
  0    everything was read
  1    some lines could not be read; their answers say why
  2    a mistake in the command line, or input or output failed
  130  interrupted by Ctrl-C or SIGTERM
  141  whatever read the answers stopped reading
`

// indent precedes the help of a flag.
const indent = "        "

// writeUsage writes what the program does, with all flags by purpose.
func writeUsage(w io.Writer, flags *flag.FlagSet) {
	var b strings.Builder
	b.WriteString(about + examples)
	for _, g := range groups {
		fmt.Fprintf(&b, "\n%s:\n", g.title)
		for _, name := range g.flags {
			value, text := flag.UnquoteUsage(&flag.Flag{Usage: help[name], Value: valueOf(flags, name)})
			fmt.Fprintf(&b, "  %s\n", strings.TrimSpace("-"+name+" "+value))
			b.WriteString(indent + strings.ReplaceAll(text, "\n", "\n"+indent) + "\n")
			if name == "fields" {
				b.WriteString(listOf("choose from ", fieldNames(fields)))
				b.WriteString(listOf("without it they are ", strings.Split(usualFields, ",")))
			}
		}
	}
	b.WriteString(exits)
	_, _ = io.WriteString(w, b.String()) // there is nowhere to report an error
}

// valueOf returns the value of a flag. For -h, which is not defined, it returns a boolean one.
func valueOf(flags *flag.FlagSet, name string) flag.Value {
	if f := flags.Lookup(name); f != nil {
		return f.Value
	}
	return flags.Lookup("version").Value
}

// listOf formats a list of words as lines of the page.
func listOf(title string, words []string) string {
	var b strings.Builder
	for _, l := range wrap(title+strings.Join(words, ", "), pageWidth-len(indent)) {
		b.WriteString(indent + strings.TrimRight(l, " ") + "\n")
	}
	return b.String()
}

// Command constants writes Go constants from a table. The first three columns of a row
// are the type, the name and the comment of a constant. The constants of a type are in
// the order of their rows: bits from 1 up if -bits lists the type, else numbers from 0.
//
//	go run ../constants -bits Sense,Mention -out sensenames.go data/senses.tsv
package main

import (
	"flag"
	"fmt"
	"go/format"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/internal/tsv"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("constants: ")
	bits := flag.String("bits", "", "`types` whose constants are bits")
	prefix := flag.String("prefix", "", "`Type=Prefix` of the constants of one type")
	out := flag.String("out", "", "`file` to write")
	columns := flag.Int("columns", 3, "`number` of columns of the table")
	flag.Parse()
	table := flag.Arg(0)
	text, err := os.ReadFile(table)
	if err != nil {
		log.Fatal(err)
	}
	source, err := format.Source(constants(os.Getenv("GOPACKAGE"), table, string(text), *columns, strings.Split(*bits, ","), *prefix))
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(*out, source, 0o644); err != nil {
		log.Fatal(err)
	}
}

// constants returns the Go source of the constants of a table.
func constants(pkg, table, text string, columns int, bits []string, prefix string) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "// Code generated from %s; DO NOT EDIT.\n\npackage %s\n", table, pkg)
	last := ""
	var rows strings.Builder
	for _, cells := range tsv.Rows(table, text, columns) {
		kind, name, says := cells[0], identifier(cells[1]), cells[2]
		fmt.Fprintf(&rows, "\t%q,\n", kind+" "+cells[1])
		if p, ok := strings.CutPrefix(prefix, kind+"="); ok {
			name = p + name
		}
		value := ""
		if kind != last {
			if last != "" {
				b.WriteString(")\n")
			}
			fmt.Fprintf(&b, "\n// The constants of %s.\nconst (\n", kind)
			value = " " + kind + " = iota"
			if slices.Contains(bits, kind) {
				value = " " + kind + " = 1 << iota"
			}
			last = kind
		}
		fmt.Fprintf(&b, "\t%s%s // %s\n", name, value, says)
	}
	b.WriteString(")\n")
	fmt.Fprintf(&b, "\n// generatedFrom are the types and names that the constants were made from.\nvar generatedFrom = []string{\n%s}\n", &rows)
	return []byte(b.String())
}

// identifier returns the Go form of a name: ask:give_code is AskGiveCode.
func identifier(name string) string {
	initialisms := map[string]string{"id": "ID", "qq": "QQ", "wechat": "WeChat"}
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '_' || r == ':' }) {
		if s, ok := initialisms[word]; ok {
			b.WriteString(s)
			continue
		}
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}

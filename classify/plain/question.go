package plain

import (
	"bytes"
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/classify/internal/table"
	"github.com/dunsms/dunsms/classify/remedy"
)

//go:embed questions.tsv
var questionsTable []byte

// The places in questions.tsv, in order of precedence.
const (
	placeNever = "never"
	placeFirst = "first"
	placeLast  = "last"
)

// placing is a row of questions.tsv.
type placing struct {
	place string
	facts []string
	when  []condition
}

// placings are the rows of questions.tsv.
var placings = sync.OnceValue(func() []placing {
	all, err := readPlacings(questionsTable)
	if err != nil { // a test reads the embedded table
		return nil
	}
	return all
})

func readPlacings(data []byte) (all []placing, err error) {
	numbers := map[string]int{}
	err = table.Rows(bytes.NewReader(data), 4, func(f []string) string {
		number, err := strconv.Atoi(f[1])
		when, broken := readWhen(f[3])
		facts := strings.Split(f[2], "|")
		unknown := func(fact string) bool { return words()[string(Fact)+"."+fact] == [2]string{} }
		numbers[f[0]]++
		switch {
		case !slices.Contains([]string{placeNever, placeFirst, placeLast}, f[0]):
			return "no such place"
		case err != nil || number != numbers[f[0]]:
			return "not the next number"
		case slices.ContainsFunc(facts, unknown) || !slices.IsSorted(facts):
			return "no such facts"
		case broken != "":
			return broken
		}
		all = append(all, placing{f[0], facts, when})
		return ""
	})
	return all, err
}

// ask returns the questions of an assessment in the order of questions.tsv.
func (c *circumstances) ask(lang remedy.Lang) []Question {
	var first, rest, last []Question
	for _, a := range c.a.AskNext {
		why := words()[string(FactWhy)+"."+a.Fact][column(lang)]
		q := Question{a.Fact, Name(Fact, a.Fact, lang), why}
		switch c.placeOf(a.Fact) {
		case placeNever:
		case placeFirst:
			first = append(first, q)
		case placeLast:
			last = append(last, q)
		default:
			rest = append(rest, q)
		}
	}
	return slices.Concat(first, rest, last)
}

// placeOf returns the place of a fact, "" if it has none of its own.
func (c *circumstances) placeOf(fact string) string {
	for _, place := range [...]string{placeNever, placeFirst, placeLast} {
		for _, p := range placings() {
			if p.place == place && slices.Contains(p.facts, fact) && c.fit(p.when) {
				return place
			}
		}
	}
	return ""
}

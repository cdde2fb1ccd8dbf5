package plain

import (
	"bytes"
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/internal/table"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

//go:embed headlines.tsv
var headlinesTable []byte

// The parts in headlines.tsv.
const (
	partGist     = "gist"
	partHeadline = "headline"
	partNow      = "now"
)

// saying is a row of headlines.tsv.
type saying struct {
	when []condition
	text [2]string
}

// sayings are the rows of headlines.tsv by part, in order.
var sayings = sync.OnceValue(func() map[string][]saying {
	all, err := readSayings(headlinesTable)
	if err != nil { // a test reads the embedded table
		return nil
	}
	return all
})

func readSayings(data []byte) (map[string][]saying, error) {
	all := map[string][]saying{}
	err := table.Rows(bytes.NewReader(data), 5, func(f []string) string {
		number, err := strconv.Atoi(f[1])
		when, broken := readWhen(f[2])
		switch {
		case f[0] != partGist && f[0] != partHeadline && f[0] != partNow:
			return "no such part"
		case err != nil || number != len(all[f[0]])+1:
			return "not the next number"
		case broken != "":
			return broken
		}
		all[f[0]] = append(all[f[0]], saying{when, [2]string{f[3], f[4]}})
		return ""
	})
	return all, err
}

// circumstances are what conditions are tested against.
type circumstances struct {
	a     *classify.Assessment
	n     *parser.Notice // nil: nothing is known of it
	steps []remedy.Step
}

// say returns the sentence of the first row of a part that fits.
func (c *circumstances) say(part string, lang remedy.Lang) string {
	rows := sayings()[part]
	for i := range rows {
		if s := &rows[i]; c.fit(s.when) {
			return s.text[column(lang)]
		}
	}
	return ""
}

// condition is one of the conditions under which a row fits.
type condition struct {
	holds  func(c *circumstances, value string) bool
	values []string // one of them must hold
	not    bool     // none of values may hold
}

// keys are the keys of conditions, with the group that their values are from; "" allows any value.
var keys = map[string]struct {
	holds func(c *circumstances, value string) bool
	group Group
}{
	"verdict":    {func(c *circumstances, v string) bool { return c.a.Verdict.String() == v }, Verdict},
	"confidence": {func(c *circumstances, v string) bool { return c.a.Confidence.String() == v }, Confidence},
	"sender":     {func(c *circumstances, v string) bool { return c.a.Sender.Status.String() == v }, Sender},
	"kind":       {func(c *circumstances, v string) bool { return c.n != nil && string(c.n.Kind) == v }, Kind},
	"likely":     {isLikely, Verdict},
	"evidence":   {hasEvidence, ""},
	"signal":     {hasSignal, Signal},
	"list":       {hasList, ""},
	"shows":      {shows, Notice},
}

func isLikely(c *circumstances, story string) bool {
	switch classify.Verdict(story) {
	case classify.Mistake:
		return c.a.LikelyMistake
	case classify.IdentityTheft:
		return c.a.LikelyIdentityTheft
	case classify.Scam:
		return c.a.LikelyScam
	}
	return c.a.Verdict.String() == story
}

func hasEvidence(c *circumstances, code string) bool {
	for i := range c.a.Evidence { // by index: each piece is large to copy
		if c.a.Evidence[i].Code == code {
			return true
		}
	}
	return false
}

func hasSignal(c *circumstances, t string) bool {
	return c.n != nil && slices.ContainsFunc(c.n.Signals, func(s parser.Signal) bool { return string(s.Type) == t })
}

// shows supports only the part "lender".
func shows(c *circumstances, part string) bool {
	return part == "lender" && c.n != nil && c.n.Lender != nil
}

func hasList(c *circumstances, list string) bool {
	for i := range c.steps {
		if c.steps[i].List == list {
			return true
		}
	}
	return false
}

// readWhen reads the conditions of a row. Broken is the rule that they break, "" for none.
func readWhen(s string) (when []condition, broken string) {
	if s == "-" {
		return nil, ""
	}
	for part := range strings.SplitSeq(s, ",") {
		name, values, ok := strings.Cut(part, "=")
		key, known := keys[strings.TrimSuffix(name, "!")]
		c := condition{holds: key.holds, not: strings.HasSuffix(name, "!"), values: strings.Split(values, "|")}
		if !ok || !known || !slices.IsSorted(c.values) {
			return nil, "no condition"
		}
		for _, v := range c.values {
			if _, named := words()[string(key.group)+"."+v]; v == "" || key.group != "" && !named {
				return nil, "no such word"
			}
		}
		when = append(when, c)
	}
	return when, ""
}

// fit reports whether all conditions hold.
func (c *circumstances) fit(when []condition) bool {
	for i := range when {
		w := &when[i]
		if slices.ContainsFunc(w.values, func(v string) bool { return w.holds(c, v) }) == w.not {
			return false
		}
	}
	return true
}

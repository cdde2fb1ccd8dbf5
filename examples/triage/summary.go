package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/parser"
)

// summary counts what was answered.
type summary struct {
	begin time.Time
	took  time.Duration
	kinds map[parser.Kind]int
	bad   int
}

func newSummary() summary {
	return summary{begin: time.Now(), kinds: map[parser.Kind]int{}}
}

// count notes one answer; an empty line is none.
func (s *summary) count(r reply) {
	switch {
	case r.bad:
		s.bad++
	case len(r.json) > 0:
		s.kinds[r.kind]++
	}
}

// close stops the clock.
func (s *summary) close() { s.took = time.Since(s.begin) }

// String is one line, such as
//
//	20 messages in 35ms, 571 a second: 9 overdue, 5 reminder, 2 receipt, 4 other; 1 bad line
func (s summary) String() string {
	order := []parser.Kind{parser.KindOverdue, parser.KindReminder, parser.KindReceipt, parser.KindOther}
	for _, k := range slices.Sorted(maps.Keys(s.kinds)) {
		if !slices.Contains(order, k) {
			order = append(order, k)
		}
	}
	messages := 0
	var kinds []string
	for _, k := range order {
		messages += s.kinds[k]
		kinds = append(kinds, fmt.Sprintf("%d %s", s.kinds[k], k))
	}
	return fmt.Sprintf("%s in %v, %.0f a second: %s; %s",
		plural(messages, "message"), s.took.Round(time.Millisecond), float64(messages)/max(s.took.Seconds(), 1e-6),
		strings.Join(kinds, ", "), plural(s.bad, "bad line"))
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

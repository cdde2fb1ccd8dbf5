package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/parser"
)

// summary counts what was answered.
type summary struct {
	begin    time.Time
	took     time.Duration
	kinds    map[parser.Kind]int
	verdicts map[classify.Verdict]int
	bad      int
}

func newSummary() summary {
	return summary{begin: time.Now(), kinds: map[parser.Kind]int{}, verdicts: map[classify.Verdict]int{}}
}

// count notes one answer; an empty line is none.
func (s *summary) count(r reply) {
	switch {
	case r.bad:
		s.bad++
	case len(r.out) > 0:
		s.kinds[r.kind]++
		s.verdicts[r.verdict]++
	}
}

// close stops the clock.
func (s *summary) close() { s.took = time.Since(s.begin) }

// String is one line, such as
//
//	8 messages in 35ms, 229 a second: 5 overdue, 1 reminder, 1 receipt, 1 other; 0 genuine, 2 mistake, 0 identity_theft, 3 scam, 1 undetermined, 2 not_a_notice; 1 bad line
func (s summary) String() string {
	messages := 0
	for _, n := range s.kinds {
		messages += n
	}
	return fmt.Sprintf("%s in %v, %.0f a second: %s; %s; %s",
		plural(messages, "message"), s.took.Round(time.Millisecond), float64(messages)/max(s.took.Seconds(), 1e-6),
		tally(s.kinds, parser.KindOverdue, parser.KindReminder, parser.KindReceipt, parser.KindOther),
		tally(s.verdicts, classify.Genuine, classify.Mistake, classify.IdentityTheft, classify.Scam, classify.Undetermined, classify.NotANotice),
		plural(s.bad, "bad line"))
}

// tally lists counts in the given order, then those of other words.
func tally[W ~string](counts map[W]int, order ...W) string {
	for _, w := range slices.Sorted(maps.Keys(counts)) {
		if !slices.Contains(order, w) {
			order = append(order, w)
		}
	}
	var parts []string
	for _, w := range order {
		parts = append(parts, fmt.Sprintf("%d %s", counts[w], w))
	}
	return strings.Join(parts, ", ")
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

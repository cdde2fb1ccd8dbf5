package parser

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/parser/internal/hardtest"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// reading is what the stages of Parse make of a message.
type reading struct {
	scan.Line
	facts
	notice *Notice
}

// stages are those of Parse, each with what the ones before it leave. The stages of
// Line.Read have a test of their own.
var stages = []struct {
	name string
	run  func(s *reading, text string)
}{
	{"validity", func(_ *reading, text string) { invalidAt(text) }},
	{"gate", func(_ *reading, text string) { standard().gate.Open(text) }},
	{"read", func(s *reading, text string) { s.Read(&standard().tables, text) }},
	{"lender", func(s *reading, _ string) { s.lender = findLender(&s.Line) }},
	{"debtor", func(s *reading, _ string) { s.debtor = findDebtor(&s.Line) }},
	{"sums", func(s *reading, _ string) { s.sums = findSums(&s.Line, nil) }},
	{"contacts", func(s *reading, _ string) { s.contacts = findContacts(&s.Line, &s.debtor) }},
	{"mentions", func(s *reading, _ string) { s.mentions = findMentions(&s.Line) }},
	{"overdue", func(s *reading, _ string) { s.overdue = findOverdue(&s.Line) }},
	{"due", func(s *reading, _ string) { s.due = findDue(&s.Line) }},
	{"notice", func(s *reading, _ string) { s.notice = s.facts.notice(&s.Line, lexicon.ForDebt) }},
}

// timed takes a message through the stages and returns what they make of it and how
// long each took.
func timed(text string) (s *reading, took []time.Duration) {
	s = new(reading)
	for _, stage := range stages {
		took = append(took, growth.Time(func() { stage.run(s, text) })...)
	}
	return s, took
}

// TestGateGrowth gives the gate texts in which nothing opens it.
func TestGateGrowth(t *testing.T) {
	gate := standard().gate
	for _, piece := range hardtest.Pieces {
		if gate.Open(strings.Repeat(piece, 4)) != lexicon.Shut {
			continue
		}
		growth.Linear(t, piece, []string{"gate"}, func(size int) []time.Duration {
			text := growth.Fill(piece, size)
			return growth.Time(func() { gate.Open(text) })
		})
	}
}

// TestStages checks that the stages together do what Parse does.
func TestStages(t *testing.T) {
	for name, text := range longTexts() {
		if !Relevant(text) {
			continue
		}
		want, err := Parse(text)
		require.NoError(t, err)
		s, _ := timed(text)
		require.Equal(t, want, s.notice, name)
	}
}

// TestGrowth reads repeats of each hard piece, and of words of each meaning, in
// messages of a debt.
func TestGrowth(t *testing.T) {
	var names []string
	for _, stage := range stages {
		names = append(names, stage.name)
	}
	const debt = "借款逾期"
	for _, piece := range slices.Concat(hardtest.Pieces, hardtest.CuePieces()) {
		growth.Linear(t, piece, names, func(size int) []time.Duration {
			_, took := timed(debt + growth.Fill(piece, size-len(debt)))
			return took
		})
	}
}

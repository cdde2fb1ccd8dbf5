package parser

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/growth"
)

// stages are those of read, each with what the ones before it leave.
var stages = []struct {
	name string
	run  func(s *reading, n *Notice, text string)
}{
	{"validity", func(_ *reading, _ *Notice, text string) { invalidAt(text) }},
	{"gate", func(s *reading, _ *Notice, text string) { s.p.gate.open(text) }},
	{"fold", func(s *reading, _ *Notice, text string) { s.fold(text) }},
	{"join", func(s *reading, _ *Notice, _ string) { s.join(s.p.lex.pairs) }},
	{"respell", func(s *reading, _ *Notice, _ string) { s.respell(spellingTable()) }},
	{"cut", func(s *reading, _ *Notice, _ string) { s.cut() }},
	{"frame", func(s *reading, _ *Notice, _ string) { s.frame() }},
	{"scan", func(s *reading, _ *Notice, _ string) { s.scan() }},
	{"index", func(s *reading, _ *Notice, _ string) { s.indexItems() }},
	{"tokens", func(s *reading, n *Notice, _ string) { n.Tokens = s.tokens() }},
	{"signatures", func(s *reading, n *Notice, _ string) { n.Signatures = s.foundSignatures() }},
	{"lender", func(s *reading, n *Notice, _ string) { n.Lender = s.lender() }},
	{"debtor", func(s *reading, n *Notice, _ string) { s.findDebtor(n) }},
	{"amounts", func(s *reading, n *Notice, _ string) { s.findAmounts(n) }},
	{"contacts", func(s *reading, n *Notice, _ string) { s.findContacts(n) }},
	{"mentions", func(s *reading, n *Notice, _ string) { s.findMentions(n) }},
	{"kind", func(s *reading, n *Notice, _ string) { s.settle(n) }},
}

// timed takes a message through the stages and returns how long each took.
func timed(s *reading, n *Notice, text string) []time.Duration {
	var took []time.Duration
	for _, stage := range stages {
		took = append(took, growth.Time(func() { stage.run(s, n, text) })...)
	}
	return took
}

// TestStages holds the list of stages to Parse.
func TestStages(t *testing.T) {
	s := &reading{p: standard()}
	for _, text := range longTexts() {
		if !Relevant(text) {
			continue
		}
		want, err := Parse(text)
		require.NoError(t, err)
		var got Notice
		timed(s, &got, text)
		require.Equal(t, want, &got)
	}
}

// TestGrowth reads repeats of each hard piece, and of words of each meaning, in
// messages of a debt.
func TestGrowth(t *testing.T) {
	var names []string
	for _, stage := range stages {
		names = append(names, stage.name)
	}
	s := &reading{p: standard()}
	const debt = "借款逾期"
	for _, piece := range slices.Concat(hardPieces, cuePieces()) {
		growth.Linear(t, piece, names, func(size int) []time.Duration {
			return timed(s, new(Notice), debt+growth.Fill(piece, size-len(debt)))
		})
	}
}

// cuePieces are a word of each sort of the table: what it means, the role it
// gives, how many parts it has. The parts of a word stand side by side.
func cuePieces() []string {
	type sort struct {
		means meaning
		role  uint8
		parts int
	}
	seen := map[sort]bool{}
	var pieces []string
	for _, row := range builtinCues() {
		if k := (sort{row.means, row.role, len(row.parts)}); !seen[k] {
			seen[k] = true
			var b strings.Builder
			for _, words := range row.parts {
				b.WriteString(string(words[0]))
			}
			pieces = append(pieces, b.String())
		}
	}
	return pieces
}

package scan

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/parser/internal/hardtest"
)

// stages are those of Read, each with what the ones before it leave.
var stages = []struct {
	name string
	run  func(l *Line, text string)
}{
	{"fold", func(l *Line, text string) { l.Fold(text, l.tables.Cues.Pairs, l.tables.Words.Knows, units{}) }},
	{"cut", func(l *Line, _ string) { l.cut() }},
	{"frame", func(l *Line, _ string) { l.frame() }},
	{"scan", func(l *Line, _ string) { l.scan() }},
	{"index", func(l *Line, _ string) { l.index() }},
}

// timed takes a text through the stages and returns how long each took.
func timed(l *Line, text string) (took []time.Duration) {
	for _, stage := range stages {
		took = append(took, growth.Time(func() { stage.run(l, text) })...)
	}
	return took
}

// TestStages checks that the stages together do what Read does.
func TestStages(t *testing.T) {
	for i, text := range corpus.Texts(t) {
		l := &Line{tables: tables()}
		timed(l, text)
		require.True(t, shown(read(text)) == shown(l), "text %d", i)
	}
}

// TestGrowth reads repeats of each hard piece, and of words of each meaning.
func TestGrowth(t *testing.T) {
	var names []string
	for _, stage := range stages {
		names = append(names, stage.name)
	}
	l := &Line{tables: tables()}
	const debt = "借款逾期"
	for _, piece := range slices.Concat(hardtest.Pieces, hardtest.CuePieces()) {
		growth.Linear(t, piece, names, func(size int) []time.Duration {
			return timed(l, debt+growth.Fill(piece, size-len(debt)))
		})
	}
}

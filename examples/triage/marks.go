package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/examples/internal/marked"
	"github.com/dunsms/dunsms/parser"
)

// mark is something that was found in a text. Its tone is one of those below, each of which has a
// colour on a page.
type mark = marked.Mark

// The tones.
const (
	toneWho    = "who"
	toneSum    = "sum"
	toneTime   = "time"
	toneReach  = "reach" // numbers, links and accounts: never to be used
	tonePush   = "push"  // threats and asks
	toneSignal = "signal"
)

// marksOf returns what is found in n, in the order of the text, with one mark for each place.
func marksOf(n *parser.Notice, w words) []mark {
	var all []mark
	var tone string
	add := func(f parser.Found, name string) { all = append(all, mark{Span: f.Span, Tone: tone, Name: name}) }
	tone = toneWho
	if n.Lender != nil {
		add(n.Lender.Found, w.name(plain.Notice, "lender"))
	}
	for _, f := range n.Signatures {
		if n.Lender == nil || n.Lender.Span != f.Span {
			add(f, w.name(plain.Notice, "signatures"))
		}
	}
	if n.Name != nil {
		add(n.Name.Found, w.name(plain.Notice, "name"))
	}
	if n.MaskedID != nil {
		add(*n.MaskedID, w.name(plain.Notice, "masked_id"))
	}
	if n.Phone != nil {
		add(*n.Phone, w.name(plain.Notice, "phone"))
	}
	tone = toneSum
	for _, m := range n.Amounts {
		name := w.name(plain.Role, string(m.Role))
		if n.Amount != nil && n.Amount.Span == m.Span {
			name = w.name(plain.Notice, "amount") + " (" + name + ")"
		}
		add(m.Found, name)
	}
	tone = toneTime
	if n.Overdue != nil {
		add(n.Overdue.Found, w.name(plain.Notice, "overdue"))
	}
	if n.Due != nil {
		add(n.Due.Found, w.name(plain.Notice, "due"))
	}
	tone = toneReach
	for _, f := range n.Phones {
		add(f, w.name(plain.Notice, "phones"))
	}
	for _, f := range n.URLs {
		add(f, w.name(plain.Notice, "urls"))
	}
	for _, a := range n.Accounts {
		add(a.Found, w.name(plain.Account, string(a.Type)))
	}
	tone = tonePush
	for _, t := range n.Threats {
		add(t.Found, w.name(plain.Threat, string(t.Type)))
	}
	for _, a := range n.Asks {
		add(a.Found, w.name(plain.Ask, string(a.Type)))
	}
	tone = toneSignal
	for _, s := range n.Signals {
		name := w.name(plain.Signal, string(s.Type))
		if s.Fold != "" {
			name += " (" + w.name(plain.Fold, string(s.Fold)) + ")"
		}
		add(s.Found, name)
	}
	return merge(all)
}

// merge sorts marks and joins those in the same place.
func merge(all []mark) []mark {
	slices.SortStableFunc(all, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	var merged []mark
	for _, m := range all {
		if last := len(merged) - 1; last >= 0 && merged[last].Span == m.Span {
			if merged[last].Name != m.Name {
				merged[last].Name += " + " + m.Name
			}
			continue
		}
		merged = append(merged, m)
	}
	return merged
}

// drawMarked writes a text in lines of at most pageWidth columns, and under each line what was
// found there.
func drawMarked(b *strings.Builder, text string, marks []mark) {
	offset := 0
	for _, l := range wrap(text, pageWidth) {
		line := strings.TrimSuffix(l, "\n")
		b.WriteString(strings.TrimRight(strings.Map(visible, line), " ") + "\n")
		drawMarks(b, line, offset, marks)
		offset += len(l)
		for len(marks) > 0 && marks[0].Span.End <= offset {
			marks = marks[1:]
		}
	}
}

// track is two rows under a line: marks and their names.
type track struct {
	marks, names strings.Builder
	end          int // the first free column
}

// drawMarks writes the marks of a line that begins at offset of its text, side by side if there is
// room, else below each other.
func drawMarks(b *strings.Builder, line string, offset int, marks []mark) {
	var tracks []*track
	for _, m := range marks {
		from, to := max(m.Span.Start-offset, 0), min(m.Span.End-offset, len(line))
		if m.Span.Start >= offset+len(line) {
			break
		}
		if from >= to {
			continue
		}
		name := m.Name
		if m.Span.Start < offset {
			name = "..." // named above
		}
		start := width(strings.Map(visible, line[:from]))
		length := max(width(strings.Map(visible, line[from:to])), 1)
		at := max(min(start, pageWidth-width(name)), 0)
		i := slices.IndexFunc(tracks, func(t *track) bool { return t.end <= min(start, at) })
		if i < 0 {
			i = len(tracks)
			tracks = append(tracks, new(track))
		}
		t := tracks[i]
		put(&t.marks, start, strings.Repeat("^", length))
		put(&t.names, at, name)
		t.end = max(start+length, at+width(name)) + 1
	}
	for _, t := range tracks {
		b.WriteString(t.marks.String() + "\n" + t.names.String() + "\n")
	}
}

// put writes s at a column of a row that ends before that column.
func put(row *strings.Builder, column int, s string) {
	row.WriteString(strings.Repeat(" ", max(column-width(row.String()), 0)) + s)
}

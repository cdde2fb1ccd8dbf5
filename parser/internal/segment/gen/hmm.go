package main

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// hmm is jieba's HMM table in thousandths, rounded to whole numbers: sums are
// then exact, and cppjieba reads no decimal point, which its atof would take
// from the locale.
type hmm struct {
	start [4]float64
	trans [4][4]float64
	emit  [4]map[rune]uint16 // negated
}

// minDouble is cppjieba's logarithm of zero.
const minDouble = -3.14e+100

const hmmHead = `# The HMM table of jieba: log probabilities in thousandths, rounded, sorted.
# Copyright (c) 2013 Sun Junyi, MIT License. Made by go generate.
# States: B, E, M, S. Rows: start, transition from each state, emission of each.
`

// readHMM reads jieba's HMM table: the start, the transitions of each state, the
// emissions of each.
func readHMM(text string) (*hmm, error) {
	var rows []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			rows = append(rows, line)
		}
	}
	if len(rows) != 9 {
		return nil, fmt.Errorf("HMM: %d rows", len(rows))
	}
	m := &hmm{}
	for i, row := range rows[:5] {
		to := &m.start
		if i > 0 {
			to = &m.trans[i-1]
		}
		if _, err := fmt.Sscan(row, &to[0], &to[1], &to[2], &to[3]); err != nil {
			return nil, err
		}
		for state, p := range to {
			if p != minDouble {
				to[state] = math.Round(1000 * p)
			}
		}
	}
	for state, row := range rows[5:] {
		emit, err := readEmissions(row)
		if err != nil {
			return nil, err
		}
		m.emit[state] = emit
	}
	return m, nil
}

// readEmissions reads the emissions of one state: 一:-3.14,丁:-8.2,….
func readEmissions(row string) (map[rune]uint16, error) {
	emit := map[rune]uint16{}
	for item := range strings.SplitSeq(row, ",") {
		char, value, _ := strings.Cut(item, ":")
		r, size := utf8.DecodeRuneInString(char)
		p, err := strconv.ParseFloat(value, 64)
		if err != nil || size != len(char) || r > 0xffff || p >= -0.001 || p < -65 {
			return nil, fmt.Errorf("HMM: item %q", item)
		}
		emit[r] = uint16(math.Round(-1000 * p))
	}
	return emit, nil
}

// text writes the table for cppjieba.
func (m *hmm) text() string {
	var b strings.Builder
	b.WriteString(hmmHead)
	for _, row := range append([][4]float64{m.start}, m.trans[:]...) {
		for state, p := range row {
			if state > 0 {
				b.WriteByte(' ')
			}
			if p == minDouble {
				b.WriteString("-314e98")
			} else {
				fmt.Fprintf(&b, "%.0f", p)
			}
		}
		b.WriteByte('\n')
	}
	for _, emit := range m.emit {
		for i, r := range slices.Sorted(maps.Keys(emit)) {
			if i > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, "%c:-%d", r, emit[r])
		}
		b.WriteByte('\n')
	}
	return b.String()
}

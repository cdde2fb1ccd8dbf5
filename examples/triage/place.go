package main

import (
	"slices"

	"github.com/dunsms/dunsms"
)

// place is where a message is in the files.
type place struct {
	Message int `json:"message"` // its line, counted through all files
	File    int `json:"file"`    // from 1, in the order of the command line
	Line    int `json:"line"`    // its line within the file
}

// places knows how many lines come before each file. If it is nil or has one file, it gives no
// places: the line is enough.
type places struct{ before []int }

// begin notes that another file begins after that many lines.
func (p *places) begin(before int) {
	if p != nil {
		p.before = append(p.before, before)
	}
}

// of returns the place of a line, nil if the line is enough.
func (p *places) of(line int) *place {
	if p == nil || len(p.before) < 2 {
		return nil
	}
	file, _ := slices.BinarySearch(p.before, line)
	return &place{line, file, line - p.before[file-1]}
}

// all returns the places of the messages of a matter.
func (p *places) all(m *dunsms.MatterReport) (all []place) {
	for _, line := range memberLines(m) {
		if at := p.of(line); at != nil {
			all = append(all, *at)
		}
	}
	return all
}

// memberLines returns the lines of the messages of a matter, in order.
func memberLines(m *dunsms.MatterReport) (lines []int) {
	for i := range m.Members {
		lines = append(lines, m.Members[i].Messages...)
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

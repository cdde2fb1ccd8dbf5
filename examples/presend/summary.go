package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"
)

// summary counts rows and findings.
type summary struct {
	begin                    time.Time
	clean, found, unreadable int
	codes                    map[string]int
}

func newSummary() summary { return summary{begin: time.Now(), codes: map[string]int{}} }

// count counts a row.
func (s *summary) count(a answer) {
	switch {
	case a.Problem != "":
		s.unreadable++
	case len(a.Findings) > 0:
		s.found++
	default:
		s.clean++
	}
	for _, f := range a.Findings {
		s.codes[f.Code]++
	}
}

// String returns one line, the codes found most often first.
func (s summary) String() string {
	text := fmt.Sprintf("%d checked in %v: %d clean, %d with findings, %d unreadable",
		s.clean+s.found+s.unreadable, time.Since(s.begin).Round(time.Millisecond), s.clean, s.found, s.unreadable)
	order := slices.SortedFunc(maps.Keys(s.codes), func(a, b string) int {
		if d := s.codes[b] - s.codes[a]; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	for i, c := range order {
		sign := ", "
		if i == 0 {
			sign = "; "
		}
		text += fmt.Sprintf("%s%d %s", sign, s.codes[c], c)
	}
	return text
}

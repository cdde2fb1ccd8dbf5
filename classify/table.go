package classify

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed evidence.tsv
var evidenceTable string

// row is a line of evidence.tsv.
type row struct {
	code, group string
	rank        int  // of the group
	weights     bits // 0 if the table has "~"
	strong      bool // a cue of 5 bits or more
	zh, en      string
	when        string
}

// rows are the lines of evidence.tsv by code. A line that cannot be read is left out; a test
// checks that there is none.
var rows = sync.OnceValue(func() map[string]*row {
	all := make(map[string]*row)
	for line := range strings.Lines(evidenceTable) {
		if r, ok := parseRow(strings.TrimSuffix(line, "\n")); ok {
			all[r.code] = &r
		}
	}
	return all
})

func parseRow(line string) (r row, ok bool) {
	cells := strings.Split(line, "\t")
	if strings.HasPrefix(line, "#") || len(cells) != 9 {
		return r, false
	}
	for i := range stories {
		cell := cells[2+i]
		if cell == "~" {
			continue
		}
		w, err := strconv.ParseFloat(cell, 64)
		if err != nil {
			return r, false
		}
		r.weights[i] = w
	}
	r.strong = r.weights[scam] >= strongCue
	r.code, r.group, r.zh, r.en, r.when = cells[0], cells[1], cells[6], cells[7], cells[8]
	r.rank = groupRank(r.group)
	return r, true
}

//go:embed shorteners.txt
var shortenerTable string

// shorteners are the hosts of shorteners.txt.
var shorteners = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool)
	for line := range strings.Lines(shortenerTable) {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			set[line] = true
		}
	}
	return set
})

//go:embed signatures.tsv
var signatureTable string

// posing are the words of signatures.tsv by sort.
var posing = sync.OnceValue(func() map[string][]string { return bySort(signatureTable) })

//go:embed hosts.tsv
var hostsTable string

// hosts are the words of hosts.tsv by sort.
var hosts = sync.OnceValue(func() map[string][]string { return bySort(hostsTable) })

// bySort reads a table of words and their sorts.
func bySort(table string) map[string][]string {
	sorts := make(map[string][]string)
	for line := range strings.Lines(table) {
		word, sort, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if ok && word[0] != '#' {
			sorts[sort] = append(sorts[sort], word)
		}
	}
	return sorts
}

package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// entry is a word with its frequency, scaled so that all frequencies add up to sum, and
// the weight that cppjieba gives it: log(freq/sum).
type entry struct {
	word   string
	freq   uint32
	weight float64
}

// sum is the sum of the frequencies in dict.utf8. It is a power of two, so that
// freq/sum is exact.
const sum = 1 << 30

// Private-use characters that have the frequencies of the words left out. They are
// in no other word, so that their weights change no cut.
const (
	filler    = "\ue000"
	minFiller = "\ue001" // has the frequency of the rarest of jieba's words
)

// dict is the part of jieba's dictionary that is kept.
type dict struct {
	entries []entry // the rarest first
	total   uint64  // of all frequencies in jieba's dictionary
	min     float64 // least weight: that of a character that is not a word
}

// readDict returns the n most frequent words. Their weights are those of the whole
// dictionary.
func readDict(text string, n int) (*dict, error) {
	type row struct {
		word string
		freq uint64
	}
	var rows []row
	d := &dict{}
	for line := range strings.Lines(text) {
		fields := strings.Fields(line)
		if len(fields) != 3 {
			return nil, fmt.Errorf("dictionary: row %d has %d fields", len(rows)+1, len(fields))
		}
		freq, err := strconv.ParseUint(fields[1], 10, 32)
		if err != nil {
			return nil, err
		}
		rows = append(rows, row{fields[0], freq})
		d.total += freq
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(b.freq, a.freq), strings.Compare(a.word, b.word))
	})
	least := scale(rows[len(rows)-1].freq, d.total)
	rows = rows[:min(n, len(rows))]
	rest := int64(sum)
	var e entry
	for i, r := range rows {
		if i == 0 || r.freq != rows[i-1].freq {
			e = safe("", scale(r.freq, d.total))
		}
		e.word = r.word
		d.entries = append(d.entries, e)
		rest -= int64(e.freq)
	}
	if rest < sum/1000 {
		return nil, fmt.Errorf("dictionary: %d words leave nothing of the sum", n)
	}
	for f := least; ; f++ {
		small := safe(minFiller, f)
		if big := safe(filler, uint32(rest)-small.freq); int64(big.freq+small.freq) == rest {
			d.entries = append(d.entries, small, big)
			break
		}
	}
	slices.SortFunc(d.entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.freq, b.freq), strings.Compare(a.word, b.word))
	})
	d.min = d.entries[0].weight
	return d, nil
}

func scale(freq, total uint64) uint32 { return uint32((freq*sum + total/2) / total) }

// safe returns word with the lowest frequency, not under freq, whose logarithm is so
// near a float64 that every machine's log returns that float64.
func safe(word string, freq uint32) entry {
	for ; ; freq++ {
		exact := logOf(freq)
		w, _ := exact.Float64()
		ulp := math.Abs(math.Nextafter(w, math.Inf(1)) - w)
		if off := exact.Sub(exact, newFloat(w)); math.Abs(toFloat(off)) <= ulp/5 {
			return entry{word, freq, w}
		}
	}
}

// wholeFreq is the least frequency in jieba's corpus of a word to be cut whole. It is
// that of everyday words, so that the word wins against what its first or last
// character may form with a neighbour.
const wholeFreq = 20_000

// floorRung returns the index of the rung of wholeFreq.
func floorRung(ladder []entry, total uint64) int {
	least := scale(wholeFreq, total)
	return slices.IndexFunc(ladder, func(r entry) bool { return r.freq >= least })
}

// makeLadder returns the frequencies that words outside the dictionary may have, 16 to
// the octave.
func makeLadder() []entry {
	var ladder []entry
	for step := 0; ; step++ {
		freq := math.Round(16 * math.Exp2(float64(step)/16))
		if freq > math.MaxInt32-100 { // cppjieba reads an int
			return ladder
		}
		ladder = append(ladder, safe("", uint32(freq)))
	}
}

package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
)

// wholeFreq is the least frequency in jieba's corpus of a word to be cut
// whole: that of everyday words, so that it wins against what its first or
// last character may form with a neighbour.
const wholeFreq = 20_000

// readLexicon returns the words of lexicon.txt and those that the rows of
// cues.tsv stand for, sorted.
func readLexicon(file, cues string) ([]string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	words := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		word := strings.TrimSpace(line)
		if word == "" || word[0] == '#' {
			continue
		}
		if !fit(word) {
			return nil, fmt.Errorf("%s: %q is no word for the dictionary", file, word)
		}
		words[word] = true
	}
	table, err := os.ReadFile(cues)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	for row, err := range lexicon.Rows(bytes.NewReader(table)) {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", cues, err)
		}
		for _, word := range slices.Concat(row.Parts...) {
			if fit(word) {
				words[word] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(words)), nil
}

// fit reports whether word may stand in the dictionary: it has two runes or
// more, one of them not ASCII, none at which text is always parted, and no two
// of ASCII side by side that are no letters: a run of such is cut without
// looking at the dictionary. A "…" stands for other characters.
func fit(word string) bool {
	ascii, figure := true, false
	for _, r := range word {
		before := figure
		figure = '!' <= r && r <= '~' && !('a' <= r|0x20 && r|0x20 <= 'z')
		if before && figure {
			return false
		}
		if unicode.IsSpace(r) || unicode.IsControl(r) || r > 0xffff || strings.ContainsRune("，。…", r) {
			return false
		}
		ascii = ascii && r < utf8.RuneSelf
	}
	return !ascii && utf8.RuneCountInString(word) > 1
}

// weigh puts each word on the lowest rung of the ladder on which it is cut
// whole: not under wholeFreq, and over the best path through the dictionary.
func weigh(words []string, d *dict, ladder []entry) []entry {
	weights := map[string]float64{}
	for _, e := range d.entries {
		weights[e.word] = e.weight
	}
	floor := ladder[floorRung(ladder, d.total):]
	var entries []entry
	for _, word := range words {
		over := split(word, weights, d.min)
		i := slices.IndexFunc(floor, func(r entry) bool { return r.weight > over })
		entries = append(entries, entry{word, floor[i].freq, floor[i].weight})
	}
	return entries
}

// floorRung returns the index of the rung of wholeFreq.
func floorRung(ladder []entry, total uint64) int {
	least := scale(wholeFreq, total)
	return slices.IndexFunc(ladder, func(r entry) bool { return r.freq >= least })
}

// split returns the weight of the best path over word, the word as a whole
// included.
func split(word string, weights map[string]float64, least float64) float64 {
	runes := []rune(word)
	best := make([]float64, len(runes)+1)
	for i := len(runes) - 1; i >= 0; i-- {
		best[i] = best[i+1] + least
		for j := i + 1; j <= len(runes); j++ {
			if w, ok := weights[string(runes[i:j])]; ok {
				best[i] = max(best[i], best[j]+w)
			}
		}
	}
	return best[0]
}

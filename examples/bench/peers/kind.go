package main

import (
	_ "embed"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

//go:embed keywords.txt
var keywordsFile string

// keywords returns the words of keywords.txt.
func keywords() []string {
	var words []string
	for line := range strings.Lines(keywordsFile) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			words = append(words, line)
		}
	}
	return words
}

// filter returns a function that takes a message for overdue that has so many
// different ones of words.
func filter(words []string, least int) func(string) bool {
	return func(text string) bool {
		n := 0
		for _, w := range words {
			if strings.Contains(text, w) {
				n++
			}
		}
		return n >= least
	}
}

// scoreOverdue scores who is taken for overdue; messages with two right kinds are left out,
// as they are on the card.
func scoreOverdue(rows []row, isOverdue func(string) bool) (s score) {
	for i := range rows {
		if rows[i].isDoubtful() {
			continue
		}
		switch got, want := isOverdue(rows[i].Text), rows[i].Kind == "overdue"; {
		case got && want:
			s.hit++
		case got:
			s.extra++
		case want:
			s.missed++
		}
	}
	return s
}

// card is what internal/train measured of dunsms on held-out lots.
type card struct {
	HeldOut struct {
		Rows  int
		Kinds map[string]struct {
			Wanted            int
			Precision, Recall float64
		}
	} `json:"held_out"`
	Chosen map[string]struct {
		Wanted  int
		F1      float64
		ByRules float64 `json:"by_rules"`
	}
}

func readCard() (card, error) {
	var c card
	text, err := os.ReadFile(filepath.Join(root(), "internal", "train", "card.json"))
	if err != nil {
		return c, err
	}
	return c, json.Unmarshal(text, &c)
}

// f1 of the card's overdue.
func (c card) overdueF1() float64 {
	k := c.HeldOut.Kinds["overdue"]
	return 2 * k.Precision * k.Recall / (k.Precision + k.Recall)
}

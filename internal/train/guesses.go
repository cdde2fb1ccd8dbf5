package main

import (
	"bufio"
	"encoding/json"
	"os"
)

// writeGuesses writes a line of JSON for each guess: what the label says about the message,
// and what a model says that saw nothing of its lot.
func writeGuesses(file string, guesses []guess, t temperatures) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	e := json.NewEncoder(w)
	for i := range guesses {
		g := &guesses[i]
		kind, p := g.kind(t.Kind)
		if err := e.Encode(struct {
			Lot             string  `json:"lot"`
			ID              string  `json:"id"`
			Text            string  `json:"text"`
			Origin          string  `json:"origin"`
			Kind            string  `json:"kind"`
			KindProbability float64 `json:"kind_probability"`
			ScamProbability float64 `json:"scam_probability"`
		}{g.lot, g.ID, g.Text, g.Origin, kinds[kind], p, g.scam(t.Scam)}); err != nil {
			return err
		}
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

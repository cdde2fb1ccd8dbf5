package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"

	"github.com/dunsms/dunsms/internal/train/linear"
)

// cardFile is the model's card, next to this program.
const cardFile = "card.json"

// card says what the committed model was made from, and how well it reads.
type card struct {
	Corpus       string                   `json:"corpus"` // hash of the messages
	Models       string                   `json:"models"` // hash of the models' files
	Settings     linear.Settings          `json:"settings"`
	Least        int                      `json:"least"`     // messages that must have a feature
	Keep         int                      `json:"keep"`      // features that are kept for the kinds
	KeepScam     int                      `json:"keep_scam"` // features that are kept for a scam
	Often        int                      `json:"often"`     // models whose mean is taken
	Caution      float64                  `json:"caution"`   // see fit
	Penalty      float64                  `json:"penalty"`   // of the model of threats and asks
	Temperatures temperatures             `json:"temperatures"`
	Measured     string                   `json:"measured"` // hash of the messages that the figures are about
	HeldOut      *figures                 `json:"held_out"` // each lot read by a model that saw nothing of it
	Said         []saidFigures            `json:"said"`     // threats and asks, read in the same way
	Chosen       map[string]chosenFigures `json:"chosen"`   // what is owed, and days past due, read in the same way
}

func readCard() (*card, error) {
	data, err := os.ReadFile(cardFile)
	if err != nil {
		return nil, err
	}
	c := new(card)
	return c, json.Unmarshal(data, c)
}

func (c *card) write() error {
	data, err := json.MarshalIndent(c, "", "\t")
	if err != nil {
		return err
	}
	return os.WriteFile(cardFile, append(data, '\n'), 0o644)
}

// hashOfFiles returns the hash of the files that match patterns, in their order.
func hashOfFiles(patterns ...string) (string, error) {
	h := sha256.New()
	for _, pattern := range patterns {
		files, err := filepath.Glob(pattern)
		if err != nil {
			return "", err
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				return "", err
			}
			h.Write([]byte(filepath.Base(file)))
			h.Write(data)
		}
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

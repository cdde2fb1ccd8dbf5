package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/dunsms/dunsms/parser"
)

// peer is one of those that are compared.
type peer struct {
	name string
	// ask has the peer read messages, for so many seconds of CPU over and over, or once and
	// tell what it finds.
	ask func(question) (answer, error)
	// has are the features that it has.
	has []string
}

type (
	question struct {
		Messages []string `json:"messages"`
		Seconds  float64  `json:"seconds"`
	}
	answer struct {
		Version string             `json:"version"`
		Found   []found            `json:"found"`
		Took    map[string]float64 `json:"took"` // nanoseconds of CPU a message
	}
)

// peers returns them all; python is a command.
func peers(python string) []peer {
	return []peer{
		{"dunsms", dunsms, []string{"amounts", "ids", "phones", "links", "hosts"}},
		{"JioNLP", func(q question) (answer, error) {
			return process(q, "pip install -r requirements.txt", python, "peers.py")
		}, []string{"amounts", "ids", "phones", "links", "hosts"}},
		{"Recognizers-Text", func(q question) (answer, error) {
			if _, err := os.Stat(filepath.Join(here(), "..", "node_modules")); err != nil {
				return answer{}, errors.New("npm install has not been run in examples/bench")
			}
			return process(q, "npm install in examples/bench", "node", "recognizers.js")
		}, []string{"amounts", "phones", "links", "hosts"}},
		{"godlp", func(q question) (answer, error) {
			return process(q, "go mod download in examples/bench/peers/godlp", "go", "-C", "godlp", "run", ".")
		}, []string{"ids", "phones", "hosts"}},
	}
}

// process asks a program: JSON in, JSON out.
func process(q question, need, name string, args ...string) (answer, error) {
	in, err := json.Marshal(q)
	if err != nil {
		return answer{}, err
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return answer{}, fmt.Errorf("there is no %s", name)
	}
	cmd := exec.Command(path, args...)
	var notes bytes.Buffer
	cmd.Dir, cmd.Stdin, cmd.Stderr = here(), bytes.NewReader(in), &notes
	cmd.Env = append(os.Environ(), "GOWORK=off", "PYTHONDONTWRITEBYTECODE=1")
	text, err := cmd.Output()
	if err != nil {
		return answer{}, fmt.Errorf("%w: %s; it needs %s", err, lastLine(notes.Bytes()), need)
	}
	var a answer
	if err := json.Unmarshal(text, &a); err != nil {
		return answer{}, err
	}
	if q.Seconds == 0 && len(a.Found) != len(q.Messages) {
		return answer{}, fmt.Errorf("%d answers to %d messages", len(a.Found), len(q.Messages))
	}
	return a, nil
}

func lastLine(b []byte) []byte {
	b = bytes.TrimSpace(b)
	return b[bytes.LastIndexByte(b, '\n')+1:]
}

// dunsms is asked in this process; how long it takes is measured elsewhere.
func dunsms(q question) (answer, error) {
	a := answer{Version: "this tree"}
	for _, text := range q.Messages {
		n, err := parser.Parse(text)
		if err != nil {
			return answer{}, err
		}
		a.Found = append(a.Found, notice(n))
	}
	return a, nil
}

// notice returns what is compared of a notice. A masked amount has no value.
func notice(n *parser.Notice) found {
	var f found
	for _, m := range n.Amounts {
		if m.Precision == parser.PrecisionMasked {
			continue
		}
		p := pieces(m.Found)[0]
		p.Values = []string{yuanOf(m.Fen)}
		if m.MaxFen != 0 {
			p.Values = append(p.Values, yuanOf(m.MaxFen))
		}
		f.Amounts = append(f.Amounts, p)
	}
	if n.MaskedID != nil {
		f.IDs = pieces(*n.MaskedID)
	}
	f.Phones, f.URLs = pieces(n.Phones...), pieces(n.URLs...)
	return f
}

func pieces(of ...parser.Found) []piece {
	var list []piece
	for _, f := range of {
		list = append(list, piece{Start: f.Span.Start, End: f.Span.End})
	}
	return list
}

func yuanOf(fen int64) string { return strconv.FormatFloat(float64(fen)/100, 'f', 2, 64) }

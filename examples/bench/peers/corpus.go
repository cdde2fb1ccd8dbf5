package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// newest are the lots that were written last.
var newest = []string{
	"adverts8", "asks8", "debtscam8", "extort8", "otherscam8", "pairs8", "street8",
	"adverts9", "inboxes9", "namedscam9", "pairs9", "rough9",
}

// notices are lots of lenders' own notices, of which the newest have few.
var notices = []string{"lenders3", "notices4", "old4", "plain6"}

// row is a labelled message.
type row struct {
	ID        string     `json:"id"`
	Text      string     `json:"text"`
	Kind      string     `json:"kind"`
	KindAlt   []string   `json:"kind_alt"`
	Amounts   [][]string `json:"amounts"` // text and role
	MaskedID  string     `json:"masked_id"`
	Phones    []string   `json:"phones"`
	URLs      []string   `json:"urls"`
	Ambiguous []string   `json:"ambiguous"` // keys that are not to be scored

	forIDs bool // it is read for ID numbers alone
}

// isDebt reports whether the message is about a debt that is, was or will be due.
func (r *row) isDebt() bool { return r.Kind != "other" }

// isDoubtful reports whether two kinds are right.
func (r *row) isDoubtful() bool {
	return len(r.KindAlt) > 0 || slices.Contains(r.Ambiguous, "kind")
}

// root is the folder of the module dunsms.
func root() string { return filepath.Join(here(), "..", "..", "..") }

// here is the folder of this file.
func here() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Dir(file)
}

// readLots reads lots by name; all where there is none.
func readLots(lots []string) ([]row, error) {
	corpus := filepath.Join(root(), "testdata", "corpus")
	var files []string
	for _, lot := range lots {
		files = append(files, filepath.Join(corpus, lot+".jsonl"))
	}
	if len(lots) == 0 {
		var err error
		if files, err = filepath.Glob(filepath.Join(corpus, "*.jsonl")); err != nil {
			return nil, err
		}
	}
	var rows []row
	for _, name := range files {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		rows, err = readRows(f, rows)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", strings.TrimSuffix(filepath.Base(name), ".jsonl"), err)
		}
	}
	return rows, nil
}

// readForIDs returns the messages that name an identity document in the lots that are
// neither in lots nor in view when rules were written. There are few in any lot.
func readForIDs(lots []string) ([]row, error) {
	files, err := filepath.Glob(filepath.Join(root(), "testdata", "corpus", "*.jsonl"))
	if err != nil {
		return nil, err
	}
	var rest []string
	for _, name := range files {
		if lot := strings.TrimSuffix(filepath.Base(name), ".jsonl"); !slices.Contains(lots, lot) && !inView(lot) {
			rest = append(rest, lot)
		}
	}
	if len(rest) == 0 {
		return nil, nil
	}
	rows, err := readLots(rest)
	rows = slices.DeleteFunc(rows, func(r row) bool { return !namesDocument(r.Text) })
	for i := range rows {
		rows[i].forIDs = true
	}
	return rows, err
}

// inView reports whether a lot is one of the 21 that were in view: the first, whose names
// have no number or 2, and three by which words for threats and asks were added.
func inView(lot string) bool {
	switch lot {
	case "creditors10", "said10", "said11":
		return true
	}
	number := strings.TrimLeft(lot, "abcdefghijklmnopqrstuvwxyz")
	return number == "" || number == "2"
}

// namesDocument reports whether a text names an identity document.
func namesDocument(text string) bool {
	for _, word := range []string{"身份", "证件", "證件", "证号", "ID"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// readRows adds the rows of a lot.
func readRows(f *os.File, rows []row) ([]row, error) {
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		var r row
		if err := json.Unmarshal(s.Bytes(), &r); err != nil {
			return nil, err
		}
		rows = append(rows, r)
	}
	return rows, s.Err()
}

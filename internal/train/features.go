package main

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
)

// vocabulary are the features that occur often enough, by hash.
type vocabulary struct {
	hashes []uint32 // sorted
	index  map[uint32]int32
}

// hashesOf returns the hashes of the features of each row, sorted, each once. The parser's
// test TestFeatures writes them.
func hashesOf(rows []*row) ([][]uint32, error) {
	dir, err := os.MkdirTemp("", "features")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	in, out := filepath.Join(dir, "messages.jsonl"), filepath.Join(dir, "features")
	f, err := os.Create(in)
	if err != nil {
		return nil, err
	}
	w := json.NewEncoder(f)
	for _, r := range rows {
		if err := w.Encode(map[string]string{"text": r.Text}); err != nil {
			return nil, err
		}
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	test := exec.Command("go", "test", "./parser", "-run=^TestFeatures$", "-count=1", "-args", "-messages", in, "-features", out)
	test.Dir = top
	if said, err := test.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("TestFeatures: %w\n%s", err, said)
	}
	return readHashes(out, len(rows))
}

// readHashes reads what TestFeatures wrote.
func readHashes(file string, rows int) ([][]uint32, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := bufio.NewReader(f)
	lists := make([][]uint32, rows)
	for i := range lists {
		var n uint32
		if err := binary.Read(r, binary.LittleEndian, &n); err != nil {
			return nil, err
		}
		lists[i] = make([]uint32, n)
		if err := binary.Read(r, binary.LittleEndian, lists[i]); err != nil {
			return nil, err
		}
		slices.Sort(lists[i])
		lists[i] = slices.Compact(lists[i])
	}
	return lists, nil
}

// newVocabulary returns the features that at least least rows have.
func newVocabulary(lists [][]uint32, least int) *vocabulary {
	counts := map[uint32]int{}
	for _, list := range lists {
		for _, h := range list {
			counts[h]++
		}
	}
	v := &vocabulary{index: map[uint32]int32{}}
	for h, n := range counts {
		if n >= least {
			v.hashes = append(v.hashes, h)
		}
	}
	slices.Sort(v.hashes)
	for i, h := range v.hashes {
		v.index[h] = int32(i)
	}
	return v
}

// of returns the indexes of those features that v has.
func (v *vocabulary) of(list []uint32) []int32 {
	var found []int32
	for _, h := range list {
		if i, ok := v.index[h]; ok {
			found = append(found, i)
		}
	}
	return found
}

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

// hashesOf returns for each row the hashes of its features, sorted, each once. The
// parser's test TestFeatures writes them.
func hashesOf(rows []*row) ([][]uint32, error) {
	lists := make([][]uint32, len(rows))
	return lists, written(rows, "./parser", "TestFeatures", "-features", func(r *bufio.Reader) error {
		for i := range lists {
			var n uint32
			if err := binary.Read(r, binary.LittleEndian, &n); err != nil {
				return err
			}
			lists[i] = make([]uint32, n)
			if err := binary.Read(r, binary.LittleEndian, lists[i]); err != nil {
				return err
			}
			slices.Sort(lists[i])
			lists[i] = slices.Compact(lists[i])
		}
		return nil
	})
}

// written runs a test of a package, which writes what it says about the texts of rows into
// the file that its flag names, and calls read with that file.
func written(rows []*row, pkg, test, flag string, read func(*bufio.Reader) error) error {
	dir, err := os.MkdirTemp("", "train")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	in, out := filepath.Join(dir, "messages.jsonl"), filepath.Join(dir, "written")
	f, err := os.Create(in)
	if err != nil {
		return err
	}
	w := json.NewEncoder(f)
	for _, r := range rows {
		if err := w.Encode(map[string]string{"text": r.Text, "kind": r.Kind}); err != nil {
			return err
		}
	}
	if err := f.Close(); err != nil {
		return err
	}
	run := exec.Command("go", "test", pkg, "-run=^"+test+"$", "-count=1", "-args", "-messages", in, flag, out)
	run.Dir = top
	if said, err := run.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", test, err, said)
	}
	if f, err = os.Open(out); err != nil {
		return err
	}
	defer f.Close()
	return read(bufio.NewReader(f))
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

// of returns the indexes in v of the features of list that v has.
func (v *vocabulary) of(list []uint32) []int32 {
	var found []int32
	for _, h := range list {
		if i, ok := v.index[h]; ok {
			found = append(found, i)
		}
	}
	return found
}

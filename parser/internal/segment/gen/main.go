// Command gen makes the embedded dictionary of package segment from the files
// of the gojieba module. Run it with
//
//	go generate ./parser/internal/segment
//
// It writes, under data: dict.utf8 and hmm.utf8 for gojieba, and plain.bin for
// the plain engine.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gen: ")
	n := flag.Int("n", 12_000, "how many of jieba's words to keep")
	out := flag.String("out", "data", "where to write")
	flag.Parse()
	if err := run(*n, *out); err != nil {
		log.Fatal(err)
	}
}

func run(n int, out string) error {
	dir, err := moduleDir()
	if err != nil {
		return err
	}
	source := func(name string) (string, error) {
		data, err := os.ReadFile(filepath.Join(dir, "deps/cppjieba/dict", name))
		return string(data), err
	}
	dictText, err := source("jieba.dict.utf8")
	if err != nil {
		return err
	}
	hmmText, err := source("hmm_model.utf8")
	if err != nil {
		return err
	}
	dict, err := readDict(dictText, n)
	if err != nil {
		return err
	}
	model, err := readHMM(hmmText)
	if err != nil {
		return err
	}
	plain, err := encode(dict, model, makeLadder())
	if err != nil {
		return err
	}
	for name, data := range map[string]string{
		"dict.utf8": lines(dict.entries),
		"hmm.utf8":  model.text(),
		"plain.bin": plain,
	} {
		if err := os.WriteFile(filepath.Join(out, name), []byte(data), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func moduleDir() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	if err != nil {
		return "", fmt.Errorf("finding gojieba: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// lines writes entries in the form of jieba's dictionary, sorted: words of one
// beginning then lie side by side in cppjieba's trie, which is read faster.
func lines(entries []entry) string {
	entries = slices.SortedFunc(slices.Values(entries), func(a, b entry) int { return strings.Compare(a.word, b.word) })
	var b strings.Builder
	for _, e := range entries {
		fmt.Fprintf(&b, "%s %d x\n", e.word, e.freq)
	}
	return b.String()
}

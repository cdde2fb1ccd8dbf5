// Package corpus gives tests the messages of the project's tables and, if they lie
// beside the checkout, those of the material on which the project is measured.
package corpus

import (
	"bufio"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// tables are the files with messages, named from the top of the checkout; each
// pattern must find one.
var tables = []string{
	"testdata/*.jsonl", "testdata/*/*.jsonl", "classify/testdata/*.jsonl", "classify/conduct/testdata/cases.tsv",
}

// beside are files that not everybody has.
const beside = "../shared/devset/*.jsonl"

// Row is a line of a table: a JSON object, or for a table of columns its last
// column as {"text":…}.
type Row map[string]any

// Rows returns the lines of all tables, file by file.
func Rows(t testing.TB) []Row {
	t.Helper()
	var rows []Row
	for _, pattern := range append(tables, beside) {
		files, err := filepath.Glob(filepath.Join(top(t), pattern))
		if err != nil || len(files) == 0 && pattern != beside {
			t.Fatalf("no file for %s", pattern)
		}
		for _, file := range files {
			from := len(rows)
			if rows = appendFile(t, rows, file); filepath.Base(filepath.Dir(file)) == many {
				rows = everyTenth(rows, from)
			}
		}
	}
	return rows
}

// many is the folder of testdata from which every tenth message is taken: all of
// them would make tests slow.
const many = "corpus"

// everyTenth keeps every tenth of the rows from index from on.
func everyTenth(rows []Row, from int) []Row {
	kept := rows[:from]
	for i := from; i < len(rows); i += 10 {
		kept = append(kept, rows[i])
	}
	return kept
}

// top returns the top of the checkout.
func top(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal("no working directory")
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.work")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("no go.work above the package")
		}
		dir = filepath.Dir(dir)
	}
}

// appendFile reads a file. The error for a line that cannot be read names only its
// place.
func appendFile(t testing.TB, rows []Row, file string) []Row {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal("a table cannot be opened")
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	number := 0
	for lines.Scan() {
		number++
		row := Row{}
		switch {
		case filepath.Ext(file) == ".tsv":
			if strings.HasPrefix(lines.Text(), "#") {
				continue
			}
			row["text"] = lines.Text()[strings.LastIndexByte(lines.Text(), '\t')+1:]
		case json.Unmarshal(lines.Bytes(), &row) != nil:
			t.Fatalf("%s: line %d cannot be read", filepath.Base(file), number)
		}
		rows = append(rows, row)
	}
	if lines.Err() != nil {
		t.Fatalf("%s cannot be read", filepath.Base(file))
	}
	return rows
}

// Texts returns the texts of all messages, each once.
func Texts(t testing.TB) []string {
	t.Helper()
	return Strings(t, "text")
}

// Strings returns what the rows hold under any of the keys, at any depth, each
// string once and in the order of the rows.
func Strings(t testing.TB, keys ...string) []string {
	t.Helper()
	var found []string
	seen := map[string]bool{}
	for _, row := range Rows(t) {
		for _, key := range keys {
			walk(map[string]any(row), key, false, func(s string) {
				if !seen[s] {
					seen[s] = true
					found = append(found, s)
				}
			})
		}
	}
	return found
}

// walk calls f with every string under key; under says whether v itself is under
// it.
func walk(v any, key string, under bool, f func(string)) {
	switch v := v.(type) {
	case string:
		if under {
			f(v)
		}
	case []any:
		for _, e := range v {
			walk(e, key, under, f)
		}
	case map[string]any:
		for _, k := range slices.Sorted(maps.Keys(v)) {
			walk(v[k], key, k == key, f)
		}
	}
}

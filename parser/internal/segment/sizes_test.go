//go:build linux && cgo && !purego

package segment

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"
)

var sizes = flag.Bool("sizes", false, "print the table of dictionary sizes of the package comment")

// TestSizes prints what each size of the dictionary costs and how near its
// words come to those of the whole dictionary, the domain's words added to both.
func TestSizes(t *testing.T) {
	if !*sizes {
		t.Skip("a measurement: run with -sizes")
	}
	if dir := os.Getenv("SEGMENT_SIZE_DIR"); dir != "" {
		load(t, dir)
		return
	}
	groups := map[string][]string{}
	for group, pattern := range map[string]string{
		"project": "testdata/sms/*.jsonl",
		"others":  "../shared/devset/[gr]e*.jsonl",
	} {
		files, err := filepath.Glob(filepath.Join("../../..", pattern))
		require.NoError(t, err)
		for _, file := range files {
			eachText(t, file, func(text string) { groups[group] = append(groups[group], strings.ReplaceAll(text, "\x00", " ")) })
		}
	}
	whole := wholeDict(t)
	for _, n := range []int{10_000, 12_000, 20_000, 30_000, 40_000, 80_000, 0} {
		dir := whole
		if n > 0 {
			dir = generate(t, n)
		}
		ms, kB := 1e9, 0
		for range 5 {
			cmd := exec.Command(os.Args[0], "-test.run=^TestSizes$", "-sizes")
			cmd.Env = append(os.Environ(), "SEGMENT_SIZE_DIR="+dir)
			out, err := cmd.Output()
			require.NoError(t, err)
			var m float64
			_, err = fmt.Sscan(string(out), &m, &kB)
			require.NoError(t, err)
			ms = min(ms, m)
		}
		row := fmt.Sprintf("%d words: %.0f ms, %.0f MB", n, ms, float64(kB)/1024)
		for _, group := range []string{"project", "others"} {
			row += fmt.Sprintf(", %s (%d) %s", group, len(groups[group]), compare(openDir(dir), openDir(whole), groups[group]))
		}
		t.Log(row)
	}
}

// generate makes the dictionary of the n most frequent words.
func generate(t *testing.T, n int) string {
	t.Helper()
	dir := t.TempDir()
	out, err := exec.Command("go", "run", "./gen", "-n", strconv.Itoa(n), "-out", dir).CombinedOutput()
	require.NoError(t, err, "%s", out)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "lexicon.utf8"), userDict(1<<30), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "idf"), []byte(idfFile), 0o600))
	return dir
}

// wholeDict makes a folder of all of jieba's words, its own HMM table and the
// domain's, whose frequencies are on another scale: jieba's sum is total.
func wholeDict(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, to := range map[string]string{"jieba.dict.utf8": "dict.utf8", "hmm_model.utf8": "hmm.utf8"} {
		require.NoError(t, os.Symlink(filepath.Join(dictDir(t), name), filepath.Join(dir, to)))
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "lexicon.utf8"), userDict(dictionary().domain().tables.total), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "idf"), []byte(idfFile), 0o600))
	return dir
}

// userDict is the domain's words on a scale on which all words have total.
func userDict(total uint64) []byte {
	var b []byte
	for _, e := range dictionary().domain().entries {
		b = fmt.Appendln(b, e.word, uint64(e.rung.freq)*total>>30, "x")
	}
	return b
}

func openDir(dir string) *gojieba.Jieba {
	path := func(name string) string { return filepath.Join(dir, name) }
	return gojieba.NewJieba(path("dict.utf8"), path("hmm.utf8"), path("lexicon.utf8"), path("idf"), path("idf"))
}

// load prints the milliseconds and the kB that loading dir takes.
func load(t *testing.T, dir string) {
	before, start := resident(t), time.Now()
	j := openDir(dir)
	took := time.Since(start)
	fmt.Println(float64(took.Microseconds())/1000, resident(t)-before)
	j.Free()
}

// compare counts the boundaries between words that want sets and got has too,
// and those that got sets alone.
func compare(got, want *gojieba.Jieba, texts []string) string {
	total, both, alone := 0, 0, 0
	for _, text := range texts {
		wanted := got.Tokenize(text, gojieba.DefaultMode, true)
		found := make([]int, len(wanted))
		for i, w := range wanted {
			found[i] = w.End
		}
		alone += len(found)
		for _, w := range want.Tokenize(text, gojieba.DefaultMode, true) {
			total++
			if _, ok := slices.BinarySearch(found, w.End); ok {
				both++
				alone--
			}
		}
	}
	got.Free()
	want.Free()
	return fmt.Sprintf("%.2f%% kept, %.2f%% more", 100*float64(both)/float64(max(total, 1)), 100*float64(alone)/float64(max(total, 1)))
}

//go:build cgo && !purego

package segment

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// callersWords is a user dictionary in each form.
const callersWords = `花呗逾期
小贷公司 30
星河分期 100 nz
债
欠 5
云A
` + "𠮷野家"

// both returns the two engines with the same words.
func both(t testing.TB, words string) (withCgo, withoutCgo *Segmenter) {
	t.Helper()
	s, err := withWords(words)
	require.NoError(t, err)
	require.Equal(t, "gojieba", s.Engine())
	return s, withoutJieba(s)
}

// TestAgreeOnCorpora cuts every message of the project's test data, and of the
// measuring corpora where they lie beside the module, with both engines.
func TestAgreeOnCorpora(t *testing.T) {
	var files []string
	for _, pattern := range []string{"testdata/sms/*.jsonl", "../shared/devset/*.jsonl"} {
		found, err := filepath.Glob(filepath.Join("../../..", pattern))
		require.NoError(t, err)
		files = append(files, found...)
	}
	require.NotEmpty(t, files)
	for _, words := range []string{"", callersWords} {
		cgo, plain := both(t, words)
		for _, file := range files {
			n, differ := 0, 0
			eachText(t, file, func(text string) {
				n++
				if !assert.ObjectsAreEqual(cgo.Cut(nil, text), plain.Cut(nil, text)) {
					differ++
				}
			})
			assert.Zero(t, differ, "%s: of %d messages, cut differently", filepath.Base(file), n)
		}
	}
}

func eachText(t testing.TB, file string, f func(text string)) {
	t.Helper()
	in, err := os.Open(file)
	require.NoError(t, err)
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var row struct{ Text string }
		require.NoError(t, json.Unmarshal(lines.Bytes(), &row), "a row of %s", filepath.Base(file))
		f(row.Text)
	}
	require.NoError(t, lines.Err())
}

// TestAgreeOnRandomText cuts text made of the dictionary's own characters and
// words, where ambiguous paths are many, and of what is between them.
func TestAgreeOnRandomText(t *testing.T) {
	var all, pieces []string
	for line := range strings.Lines(dictFile) {
		word, _, _ := strings.Cut(line, " ")
		all = append(all, word)
	}
	for _, e := range dictionary().domain().entries {
		all = append(all, e.word)
	}
	for _, word := range all {
		r := []rune(word)
		pieces = append(pieces, word, string(r[0]), string(r[len(r)-1]))
	}
	between := []string{"a", "Z", "7", ".", " ", "，", "。", "\n", "\x00", "【", "*", "￥", "龘", "😀", "𠮷", "债", "\ue000"}
	rng := rand.New(rand.NewPCG(1, 2))
	cgo, plain := both(t, callersWords)
	bare := withoutJieba(standard())
	for range 4000 {
		var text strings.Builder
		for range 1 + rng.IntN(60) {
			if rng.IntN(8) == 0 {
				text.WriteString(between[rng.IntN(len(between))])
			} else {
				text.WriteString(pieces[rng.IntN(len(pieces))])
			}
		}
		require.Equal(t, cgo.Cut(nil, text.String()), plain.Cut(nil, text.String()))
		require.Equal(t, standard().Cut(nil, text.String()), bare.Cut(nil, text.String()))
	}
}

// TestAgreeOnEveryWord cuts each word of the dictionary by itself, and each of
// the domain's must be whole.
func TestAgreeOnEveryWord(t *testing.T) {
	plain := withoutJieba(standard())
	for line := range strings.Lines(dictFile) {
		word, _, _ := strings.Cut(line, " ")
		require.Equal(t, standard().Cut(nil, word), plain.Cut(nil, word), word)
	}
	require.Greater(t, len(dictionary().domain().entries), 4000)
	for _, e := range dictionary().domain().entries {
		require.Equal(t, []string{e.word}, words(standard(), e.word))
		require.Equal(t, []string{e.word}, words(plain, e.word))
	}
}

// TestFreed makes Segmenters and drops them: gojieba's finalizer must give
// back the C++ side of each, about 9 MB.
func TestFreed(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("reads the resident memory from /proc")
	}
	make10 := func() {
		for range 10 {
			s, err := withWords("期逾贷")
			require.NoError(t, err)
			require.Equal(t, "gojieba", s.Engine())
			runtime.GC()
		}
	}
	make10()
	before := resident(t)
	make10()
	make10()
	assert.Less(t, resident(t)-before, 60<<10, "kB more after 20 more")
}

// resident returns the process's resident memory in kB.
func resident(t *testing.T) int {
	t.Helper()
	status, err := os.ReadFile("/proc/self/status")
	require.NoError(t, err)
	_, rest, _ := strings.Cut(string(status), "VmRSS:")
	kB, err := strconv.Atoi(strings.Fields(rest)[0])
	require.NoError(t, err)
	return kB
}

// TestNeighbours checks the examples of the package comment.
func TestNeighbours(t *testing.T) {
	for _, s := range engines(standard()) {
		assert.Contains(t, words(s, "猫还款"), "还款")
		assert.NotContains(t, words(s, "归还款项"), "还款")
	}
}

//go:build cgo && !purego

package segment

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
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
	s, err := New(strings.NewReader(words))
	require.NoError(t, err)
	require.Equal(t, "gojieba", s.Engine())
	return s, &Segmenter{plain: s.plain}
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

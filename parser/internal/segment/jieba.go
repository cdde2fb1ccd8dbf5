//go:build cgo && !purego

package segment

import (
	_ "embed"
	"runtime"
	"strconv"
	"strings"

	"github.com/yanyiwu/gojieba"
)

// The files gojieba reads. It wants IDF and stop words too, which only its
// keyword extraction uses: one word does.
var (
	//go:embed data/dict.utf8
	dictFile string
	//go:embed data/hmm.utf8
	hmmFile string
	//go:embed data/lexicon.utf8
	lexiconFile string
)

const idfFile = "x 1\n"

// jieba cuts with gojieba.
type jieba struct{ j *gojieba.Jieba }

// newJieba returns nil where the files that gojieba reads cannot be made.
func newJieba(entries []entry) *jieba {
	f, err := makeFiles(dictFile, hmmFile, userFile(entries), idfFile)
	if err != nil {
		return nil
	}
	defer f.remove()
	return &jieba{gojieba.NewJieba(f.paths[0], f.paths[1], f.paths[2], f.paths[3], f.paths[3])}
}

// userFile is the lexicon with the caller's words after it: the later of two
// equal words stands. All three fields are written, since cppjieba takes the
// second of two for a tag.
func userFile(entries []entry) string {
	if len(entries) == 0 {
		return lexiconFile
	}
	var b strings.Builder
	b.WriteString(lexiconFile)
	for _, e := range entries {
		b.WriteString(e.word + " " + strconv.FormatUint(uint64(e.rung.freq), 10) + " x\n")
	}
	return b.String()
}

// cut cuts valid UTF-8 without NUL.
func (c *jieba) cut(dst []int32, text string) []int32 {
	for _, w := range c.j.Tokenize(text, gojieba.DefaultMode, true) {
		dst = append(dst, int32(w.End))
	}
	// Without this the finalizer could free the C++ side under Tokenize.
	runtime.KeepAlive(c.j)
	return dst
}

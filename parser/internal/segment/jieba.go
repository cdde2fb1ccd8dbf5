//go:build cgo && !purego

package segment

import (
	_ "embed"
	"runtime"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yanyiwu/gojieba"
)

// The files gojieba reads. It wants IDF and stop words too, which only its
// keyword extraction uses: one word does.
var (
	//go:embed data/dict.utf8
	dictFile string
	//go:embed data/hmm.utf8
	hmmFile string
)

const idfFile = "x 1\n"

// jieba cuts with gojieba.
type jieba struct{ j *gojieba.Jieba }

// newJieba loads jieba's own words. It returns nil where the files that gojieba
// reads cannot be made.
func newJieba(callers []entry) *jieba {
	f, err := makeFiles(dictFile, hmmFile, singlesFile(callers), idfFile)
	if err != nil {
		return nil
	}
	defer f.remove()
	return &jieba{gojieba.NewJieba(f.paths[0], f.paths[1], f.paths[2], f.paths[3], f.paths[3])}
}

// singlesFile returns a user dictionary of the caller's words of one character:
// cppjieba keeps only those that it reads from a file from its HMM. All three fields
// are written, because it takes the second of two for a tag.
func singlesFile(callers []entry) string {
	var b strings.Builder
	for _, e := range callers {
		if utf8.RuneCountInString(e.word) == 1 {
			b.WriteString(e.word + " " + strconv.FormatUint(uint64(e.rung.freq), 10) + " x\n")
		}
	}
	return b.String()
}

// add adds words. Of two equal ones the later counts.
func (c *jieba) add(entries []entry) {
	for _, e := range entries {
		c.j.AddWordEx(e.word, int(e.rung.freq), "x")
	}
}

// cut cuts text, which must be valid UTF-8 without NUL.
func (c *jieba) cut(dst []int32, text string) []int32 {
	for _, w := range c.j.Tokenize(text, gojieba.DefaultMode, true) {
		dst = append(dst, int32(w.End))
	}
	// Without this the finalizer could free the C++ side under Tokenize.
	runtime.KeepAlive(c.j)
	return dst
}

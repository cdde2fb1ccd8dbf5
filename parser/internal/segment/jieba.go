//go:build cgo && !purego

package segment

import (
	_ "embed"
	"runtime"
	"slices"
	"strconv"

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

// newJieba returns nil where the files that gojieba reads cannot be made.
func newJieba(domain, callers []entry) *jieba {
	f, err := makeFiles(dictFile, hmmFile, userFile(domain, callers), idfFile)
	if err != nil {
		return nil
	}
	defer f.remove()
	return &jieba{gojieba.NewJieba(f.paths[0], f.paths[1], f.paths[2], f.paths[3], f.paths[3])}
}

// userFile is a user dictionary of the domain's words with the caller's after
// them: the later of two equal words stands. All three fields are written, since
// cppjieba takes the second of two for a tag.
func userFile(domain, callers []entry) string {
	var b []byte
	for _, e := range slices.Concat(domain, callers) {
		b = append(b, e.word...)
		b = append(b, ' ')
		b = strconv.AppendUint(b, uint64(e.rung.freq), 10)
		b = append(b, " x\n"...)
	}
	return string(b)
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

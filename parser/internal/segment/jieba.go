//go:build cgo && !purego

package segment

/*
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// What gojieba's jieba.h declares, of which its Go functions are wrappers.
typedef void* Jieba;
typedef struct { size_t offset, len; } Word;
typedef enum { DefaultMode } TokenizeMode;
Jieba NewJieba(const char* dict, const char* hmm, const char* user, const char* idf, const char* stop);
void FreeJieba(Jieba);
void AddWordEx(Jieba, const char* word, int freq, const char* tag);
Word* Tokenize(Jieba, const char* text, TokenizeMode, int hmm);

// cut writes the ends of the words of text, which must have room, and returns how many
// there are.
#cgo noescape cut
#cgo nocallback cut
static int cut(Jieba j, _GoString_ text, int32_t* ends) {
	size_t len = _GoStringLen(text);
	char* copy = malloc(len + 1); // ends in NUL
	memcpy(copy, _GoStringPtr(text), len);
	copy[len] = 0;
	Word* words = Tokenize(j, copy, DefaultMode, 1);
	int n = 0;
	for (; words[n].len > 0; n++) {
		ends[n] = words[n].offset + words[n].len;
	}
	free(words);
	free(copy);
	return n;
}
*/
import "C"

import (
	_ "embed"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
	"unsafe"

	_ "github.com/yanyiwu/gojieba" // has the C functions
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

// jieba cuts with gojieba. It calls gojieba's C functions, because Tokenize in Go takes a
// third more time to make words with strings, while only their ends are wanted.
type jieba struct{ handle C.Jieba }

// newJieba loads jieba's own words. It returns nil where the files that gojieba
// reads cannot be made.
func newJieba(callers []entry) *jieba {
	f, err := makeFiles(dictFile, hmmFile, singlesFile(callers), idfFile)
	if err != nil {
		return nil
	}
	defer f.remove()
	var paths [4]*C.char
	for i := range paths {
		paths[i] = C.CString(f.paths[i])
		defer C.free(unsafe.Pointer(paths[i]))
	}
	c := &jieba{C.NewJieba(paths[0], paths[1], paths[2], paths[3], paths[3])}
	runtime.AddCleanup(c, func(handle C.Jieba) { C.FreeJieba(handle) }, c.handle)
	return c
}

// singlesFile returns a user dictionary of the caller's words of one character: cppjieba
// keeps from its HMM only those that it reads from a file. All three fields are written,
// because of two fields it takes the second for a tag.
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
	tag := C.CString("x")
	defer C.free(unsafe.Pointer(tag))
	for _, e := range entries {
		word := C.CString(e.word)
		C.AddWordEx(c.handle, word, C.int(e.rung.freq), tag)
		C.free(unsafe.Pointer(word))
	}
}

// cut cuts text, which must be valid UTF-8 without NUL, and not empty.
func (c *jieba) cut(dst []int32, text string) []int32 {
	n := len(dst)
	dst = slices.Grow(dst, len(text))[:n+len(text)]
	n += int(C.cut(c.handle, text, (*C.int32_t)(&dst[n])))
	runtime.KeepAlive(c) // or else the cleanup could free the C++ side under cut
	return dst[:n]
}

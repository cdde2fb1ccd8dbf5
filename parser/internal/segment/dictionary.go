package segment

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// lexicon has words of the domain that are no cues, one a line.
//
//go:embed lexicon.txt
var lexicon string

// Dictionary is the embedded dictionary with words of the domain, each of which
// is cut whole. Make one with [NewDictionary]; it is safe for concurrent use.
type Dictionary struct {
	domain   []entry
	tables   *tables // with the domain's words
	standard func() *Segmenter
}

// NewDictionary returns the embedded dictionary with lexicon.txt and the words
// given. A word that would not be looked for is passed over: one of a single
// character, of ASCII alone, with a mark at which text is always parted.
func NewDictionary(domain []string) *Dictionary {
	words := append(lexiconWords(lexicon), domain...)
	words = slices.DeleteFunc(words, func(word string) bool { return !fit(word) })
	t, nodes := newTables(plainBin, words)
	d := &Dictionary{make([]entry, len(words)), t, nil}
	for i, word := range words { // all of them before one can weigh on another
		d.domain[i] = entry{word, t.wholeRung(word)}
	}
	for i, e := range d.domain {
		t.weigh(nodes[i], e.rung.weight)
	}
	d.standard = sync.OnceValue(func() *Segmenter { return d.build(nil) })
	return d
}

// lexiconWords returns the words of a file such as lexicon.txt.
func lexiconWords(file string) []string {
	var words []string
	n := 0
	for line := range strings.Lines(file) {
		n++
		word := strings.TrimSpace(line)
		if word == "" || word[0] == '#' {
			continue
		}
		if !fit(word) {
			panic(fmt.Sprintf("segment: lexicon.txt, line %d: no word for the dictionary", n))
		}
		words = append(words, word)
	}
	return words
}

// fit reports whether word may stand in the dictionary: it has two runes or
// more, one of them not ASCII, none at which text is always parted, and no two
// of ASCII side by side that are no letters: a run of such is cut without
// looking at the dictionary. A "…" stands for other characters.
func fit(word string) bool {
	ascii, before := true, false
	for _, r := range word {
		now := r < utf8.RuneSelf && figure(byte(r))
		switch {
		case before && now, r > 0xffff, r == utf8.RuneError, r == '…':
			return false
		case separator(r), unicode.IsSpace(r), unicode.IsControl(r):
			return false
		}
		ascii, before = ascii && r < utf8.RuneSelf, now
	}
	return !ascii && utf8.RuneCountInString(word) > 1
}

// Segmenter returns a Segmenter that knows the caller's words beside the
// dictionary's. The reader gives one word a line, in the form of jieba's user
// dictionary: `word`, `word freq`, `word tag` or `word freq tag`, where freq
// counts occurrences in jieba's corpus of 60 million words (0 or none: chosen
// so that the word is cut whole) and a tag, ASCII letters, is not used. Empty
// lines are skipped. A line that cannot be used is a [*WordError]; an error of
// the reader is passed on. A Segmenter without words of the caller's is made
// once.
func (d *Dictionary) Segmenter(words io.Reader) (*Segmenter, error) {
	if words == nil {
		return d.standard(), nil
	}
	entries, err := d.tables.readWords(words)
	if err != nil {
		return nil, err
	}
	if len(entries) == 0 {
		return d.standard(), nil
	}
	return d.build(entries), nil
}

func (d *Dictionary) build(callers []entry) *Segmenter {
	return &Segmenter{
		dictionary: d.tables,
		plain:      d.newPlain(callers),
		jieba:      loadJieba(d.domain, callers),
		shortens:   !slices.ContainsFunc(callers, func(e entry) bool { return hindersGaps(e.word) }),
	}
}

// loadJieba is newJieba, but in tests of what is cut without it.
var loadJieba = newJieba

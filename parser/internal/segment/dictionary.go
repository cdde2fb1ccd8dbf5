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

// lexicon has words of the domain that are not cues, one per line.
//
//go:embed lexicon.txt
var lexicon string

// Dictionary is the embedded dictionary with added words of the domain, each of which
// is cut whole. Make one with [NewDictionary]; it is safe for concurrent use.
type Dictionary struct {
	domain   func() weighed
	standard func() *Segmenter
}

// weighed are the domain's words, and tables that include them.
type weighed struct {
	entries []entry
	tables  *tables
}

// NewDictionary returns the embedded dictionary with the words of lexicon.txt and of
// domain. A word that would never be looked up is skipped: one of a single character,
// of ASCII alone, or with a mark at which text is always split. The function domain is
// called at first use, while gojieba loads; nil gives no words.
func NewDictionary(domain func() []string) *Dictionary {
	d := &Dictionary{domain: sync.OnceValue(func() weighed {
		if domain == nil {
			return weigh(nil)
		}
		return weigh(domain())
	})}
	d.standard = sync.OnceValue(func() *Segmenter { return d.build(nil) })
	return d
}

// weigh gives each word of the domain its frequency.
func weigh(domain []string) weighed {
	words := slices.Grow(lexiconWords(lexicon), len(domain))
	for _, word := range domain {
		if fit(word) {
			words = append(words, word)
		}
	}
	slices.Sort(words) // words with the same beginning are then side by side in the engines' tries
	t, nodes := newTables(plainBin, words)
	entries := make([]entry, len(words))
	for i, word := range words { // add all words before one can affect another's weight
		entries[i] = entry{word, t.wholeRung(word)}
	}
	kept := entries[:0]
	for i, e := range entries {
		if n := &t.nodes[nodes[i]]; n.weight != e.rung.weight { // else the word is there twice
			n.weight = e.rung.weight
			kept = append(kept, e)
		}
	}
	return weighed{kept, t}
}

// lexiconWords returns the words of a file such as lexicon.txt. It panics if a word is
// not fit.
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

// fit reports whether word can be in the dictionary: it has two runes or more, one of
// them not ASCII, none at which text is always split, and no two neighbouring figures
// or marks of ASCII, because runs of those are cut without the dictionary. "…" stands
// for other characters.
func fit(word string) bool {
	n, ascii, before := 0, true, false
	for _, r := range word {
		now := figure(r)
		switch {
		case before && now, r > 0xffff, r == utf8.RuneError, r == '…':
			return false
		case separator(r), unicode.IsSpace(r), unicode.IsControl(r):
			return false
		}
		n, ascii, before = n+1, ascii && r < utf8.RuneSelf, now
	}
	return n > 1 && !ascii
}

// Segmenter returns a Segmenter that knows the caller's words in addition to the
// dictionary's. The reader gives one word per line, in the form of jieba's user
// dictionary: `word`, `word freq`, `word tag` or `word freq tag`. freq counts
// occurrences in jieba's corpus of 60 million words; with 0 or none the word is cut
// whole. A tag, of ASCII letters, is not used. Empty lines are skipped. The error is a
// [*WordError] for a line that cannot be used; an error of the reader is wrapped. The
// Segmenter without words of the caller is made once.
func (d *Dictionary) Segmenter(words io.Reader) (*Segmenter, error) {
	if words == nil {
		return d.standard(), nil
	}
	entries, err := d.readWords(words)
	if err != nil {
		return nil, err
	}
	if len(entries) == 0 {
		return d.standard(), nil
	}
	return d.build(entries), nil
}

// build returns a Segmenter. It weighs the domain's words while gojieba loads.
func (d *Dictionary) build(callers []entry) *Segmenter {
	go func() {
		defer func() { _ = recover() }() // a panic is raised again below
		d.domain()
	}()
	j := loadJieba(callers)
	domain := d.domain()
	if j != nil {
		j.add(domain.entries)
		j.add(callers)
	}
	return &Segmenter{
		dictionary: domain.tables,
		plain:      domain.newPlain(callers),
		jieba:      j,
		shortens:   !slices.ContainsFunc(callers, func(e entry) bool { return hindersGaps(e.word) }),
	}
}

// loadJieba is newJieba, except in tests of what is cut without it.
var loadJieba = newJieba

package names

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/words.tsv
var wordTable string

// words are the words of words.tsv by use.
type words struct {
	collector, relative, title *runes.Trie
	male, female               *runes.Trie
	neverIn, neverLast         *runes.Set
}

var loadWords = sync.OnceValue(func() *words { return newWords(wordTable) })

func newWords(table string) *words {
	const name = "words.tsv"
	var w words
	tries := map[string]**runes.Trie{"collector": &w.collector, "relative": &w.relative, "title": &w.title, "male": &w.male, "female": &w.female}
	sets := map[string]**runes.Set{"never_in": &w.neverIn, "never_last": &w.neverLast}
	for line, cells := range tsv.Rows(name, table, 2) {
		if set, ok := sets[cells[0]]; ok {
			*set = runes.NewSet(cells[1])
			continue
		}
		trie, ok := tries[cells[0]]
		if !ok {
			tsv.Broken(name, line, "unknown use")
		}
		var list [][]rune
		for word := range strings.SplitSeq(cells[1], "|") {
			list = append(list, []rune(word))
		}
		*trie = runes.NewTrie(list)
	}
	return &w
}

// beginsWord reports whether r[i:] begins with a word of t.
func beginsWord(t *runes.Trie, r []rune, i int) bool {
	value, _ := t.Longest(r, i)
	return value != 0
}

// isWord reports whether r is a word of t.
func isWord(t *runes.Trie, r []rune) bool {
	value, end := t.Longest(r, 0)
	return value != 0 && end == len(r)
}

func isTitle(r []rune, i int) bool     { return beginsWord(loadWords().title, r, i) }
func isCollector(r []rune, i int) bool { return beginsWord(loadWords().collector, r, i) }
func isRelative(r []rune, i int) bool  { return beginsWord(loadWords().relative, r, i) }

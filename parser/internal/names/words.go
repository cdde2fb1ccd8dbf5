package names

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/words.tsv
var wordTable string

// words are the words of words.tsv by use, and those that cues have.
type words struct {
	collector, familiar, female, male, noName                      *runes.Trie
	counts, foreign, neverEnd, neverIn, neverLast, nick, particles *runes.Set
	title, relative                                                *runes.Trie // of cues
}

var embeddedWords = lazy.New(func() *words {
	w := newWords(wordTable)
	w.addCues(lexicon.BuiltinCues())
	return w
})

func newWords(table string) *words {
	const name = "words.tsv"
	var w words
	tries := map[string]**runes.Trie{
		"collector": &w.collector, "familiar": &w.familiar, "female": &w.female, "male": &w.male, "no_name": &w.noName,
	}
	sets := map[string]**runes.Set{
		"counts": &w.counts, "foreign": &w.foreign, "never_end": &w.neverEnd, "never_in": &w.neverIn, "never_last": &w.neverLast,
		"nickname": &w.nick, "particle": &w.particles,
	}
	uses := len(tries) + len(sets)
	last := 0
	for line, cells := range tsv.Rows(name, table, 2) {
		last = line
		set, isSet := sets[cells[0]]
		trie, isTrie := tries[cells[0]]
		list := strings.Split(cells[1], "|")
		switch {
		case !isSet && !isTrie:
			tsv.Broken(name, line, "unknown use")
		case isSet && *set != nil || isTrie && *trie != nil:
			tsv.Broken(name, line, "use stands twice")
		case slices.Contains(list, ""):
			tsv.Broken(name, line, "empty word")
		case isSet:
			*set = runes.NewSet(cells[1])
			uses--
		default:
			*trie = trieOf(list)
			uses--
		}
	}
	if uses > 0 {
		tsv.Broken(name, last, "a use is missing")
	}
	return &w
}

// addCues adds the titles and the relatives that cues name. A title of one character
// is left out, because it may end a name: 王某君. A word that means a relative after 其
// also means one after a name and 的: 其朋友, 王明的朋友.
func (w *words) addCues(cues []lexicon.CueRow) {
	var titles, relatives [][]rune
	for _, row := range cues {
		for _, word := range row.Parts[0] {
			if row.Senses&lexicon.Title != 0 && len(word) > 1 {
				titles = append(titles, word)
			}
			if row.Senses&lexicon.Relation != 0 && word[0] == '其' {
				relatives = append(relatives, word[1:])
			}
		}
	}
	w.title, w.relative = runes.NewTrie(titles), runes.NewTrie(relatives)
}

func trieOf(list []string) *runes.Trie {
	var words [][]rune
	for _, word := range list {
		words = append(words, []rune(word))
	}
	return runes.NewTrie(words)
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

func isTitle(r []rune, i int) bool     { return beginsWord(embeddedWords.Get().title, r, i) }
func isCollector(r []rune, i int) bool { return beginsWord(embeddedWords.Get().collector, r, i) }
func isRelative(r []rune, i int) bool  { return beginsWord(embeddedWords.Get().relative, r, i) }

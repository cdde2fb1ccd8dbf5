package fold

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/lookalike.tsv
var lookAlikeTable string

//go:embed data/pinyin.tsv
var pinyinTable string

// spellings maps disguised spellings of words to the words.
type spellings struct {
	written *runes.Trie
	all     []Spelling // by the spelling's value in written, less one
	hidden  [][]rune   // the words of the pinyin table

	ordinary map[string]bool // words that the dictionary lacks
}

// Spelling is a disguised spelling of a word and the word, both folded.
type Spelling struct{ Written, Plain []rune }

// Spellings returns all spellings that folding replaces. The caller must not change them.
func Spellings() []Spelling { return loadSpellings().all }

// loadSpellings returns the spellings, made at first use: the look-alikes as listed,
// and the words of the pinyin table with one or more characters in pinyin, 逾qi, yu期,
// yuqi.
var loadSpellings = sync.OnceValue(func() *spellings { return newSpellings(lookAlikeTable, pinyinTable) })

func newSpellings(lookAlikes, pinyins string) *spellings {
	var b spellingBuilder
	ordinary := map[string]bool{}
	for _, cells := range tsv.Rows("lookalike.tsv", lookAlikes, 3) {
		if cells[2] == "none" {
			ordinary[cells[0]] = true
			continue
		}
		b.add(cells[0], cells[1])
	}
	var hidden [][]rune
	for line, cells := range tsv.Rows("pinyin.tsv", pinyins, 2) {
		word, pinyin := []rune(cells[0]), strings.Fields(cells[1])
		if len(word) != len(pinyin) {
			tsv.Broken("pinyin.tsv", line, "not a syllable for each character")
		}
		hidden = append(hidden, word)
		b.splice(word, pinyin)
	}
	words := make([][]rune, len(b.all))
	for i := range b.all {
		words[i] = b.all[i].Written
	}
	return &spellings{runes.NewTrie(words), b.all, hidden, ordinary}
}

// spellingBuilder collects spellings.
type spellingBuilder struct {
	all     []Spelling
	scratch Text
}

// add folds and adds a spelling.
func (b *spellingBuilder) add(written, plain string) {
	b.all = append(b.all, Spelling{slices.Clone(b.scratch.Word(written)), slices.Clone(b.scratch.Word(plain))})
}

// splice adds the spellings of word with some of its characters in pinyin; of words of
// more than three characters, only those with one or all in pinyin. A single one may also
// be its initial.
func (b *spellingBuilder) splice(word []rune, pinyin []string) {
	n := len(word)
	all := 1<<n - 1
	for choice := 1; choice <= all; choice++ {
		single := choice&(choice-1) == 0
		if n > 3 && !single && choice != all {
			continue
		}
		var full, initial strings.Builder
		for i, r := range word {
			if choice>>i&1 == 0 {
				full.WriteRune(r)
				initial.WriteRune(r)
				continue
			}
			full.WriteString(pinyin[i])
			initial.WriteByte(pinyin[i][0])
		}
		b.add(full.String(), string(word))
		if single && n > 1 {
			b.add(initial.String(), string(word))
		}
	}
}

// respell replaces disguised spellings by the words they stand for: 逾qi, 加薇.
func (t *Text) respell(s *spellings, knows Knows) {
	r, copied, hit := t.Runes, 0, false
	out := &t.spare
	for i := 0; i < len(r); {
		if node := s.written.Root(r[i]); node == 0 || !s.written.Leads(node, r, i+1) {
			i++
			continue
		}
		v, end := s.longest(knows, r, i)
		if v == nil {
			i++
			continue
		}
		if !hit {
			hit = true
			out.runes, out.start, out.end = out.runes[:0], out.start[:0], out.end[:0]
		}
		out.runes = append(append(out.runes, r[copied:i]...), v...)
		out.start = append(out.start, t.Start[copied:i]...)
		out.end = append(out.end, t.End[copied:i]...)
		for k := range v { // the last rune stands for the rest of the source
			from, to := min(i+k, end-1), min(i+k, end-1)
			if k == len(v)-1 {
				to = end - 1
			}
			out.start, out.end = append(out.start, t.Start[from]), append(out.end, t.End[to])
		}
		t.hide(LookAlike, i, end)
		i, copied = end, end
	}
	if !hit {
		return
	}
	out.runes = append(out.runes, r[copied:]...)
	out.start = append(out.start, t.Start[copied:]...)
	out.end = append(out.end, t.End[copied:]...)
	t.Runes, out.runes = out.runes, t.Runes
	t.Start, out.start = out.start, t.Start
	t.End, out.end = out.end, t.End
}

// longest returns the word for the longest spelling that begins at r[i], and the end of
// the spelling; nil and i if there is none or ordinary words meet there. Letters count
// only if no other letter or digit, and no link, adjoins them.
func (s *spellings) longest(knows Knows, r []rune, i int) (plain []rune, end int) {
	if runes.IsLetter(r[i]) && i > 0 && (runes.IsAlnum(r[i-1]) || isJoiner(r[i-1])) {
		return nil, i
	}
	v, end := s.written.Longest(r, i)
	if v == 0 {
		return nil, i
	}
	if runes.IsLetter(r[end-1]) && lettersGoOn(r, end) {
		return nil, i
	}
	if runes.HasAt(r, end, "://") {
		return nil, i // a scheme: weixin://
	}
	if plain = s.all[v-1].Plain; s.isOrdinary(knows, r, i, end, plain) {
		return nil, i
	}
	return plain, end
}

// lettersGoOn reports whether the letters that end at i go on as a longer word or a link.
func lettersGoOn(r []rune, i int) bool {
	next := runes.At(r, i)
	return runes.IsLetter(next) && !beginsCurrency(r, i) || isJoiner(next) && runes.AlnumAt(r, i+1) && next != ':'
}

// beginsCurrency reports whether the letters at i begin an amount: 罚xiRMB80.
func beginsCurrency(r []rune, i int) bool {
	return i+3 < len(r) && (string(r[i:i+3]) == "rmb" || string(r[i:i+3]) == "cny") && !runes.IsLetter(r[i+3])
}

// isJoiner reports whether r may join the parts of a link.
func isJoiner(r rune) bool {
	return r < 0x80 && strings.ContainsRune("/.:-_@?=&%", r)
}

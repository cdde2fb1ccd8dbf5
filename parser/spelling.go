package parser

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/lookalike.tsv
var lookAlikeTable string

//go:embed data/pinyin.tsv
var pinyinTable string

// spellings maps words as senders spell them to pass a filter to plain ones.
type spellings struct {
	written *trie
	all     []spelling // by the value of written, less one
	hidden  [][]rune   // the words of the pinyin table
}

// spelling is a word as it is written and as it is meant.
type spelling struct{ written, plain []rune }

// spellingTable is made of the look-alikes as they are listed, and of the words
// of the pinyin table with one or more characters in pinyin: 逾qi, yu期, yuqi.
var spellingTable = sync.OnceValue(func() *spellings {
	var b spellingBuilder
	for line := range strings.Lines(lookAlikeTable) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) >= 2 && line[0] != '#' {
			b.add(f[0], f[1])
		}
	}
	var hidden [][]rune
	for line := range strings.Lines(pinyinTable) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) >= 2 && line[0] != '#' {
			hidden = append(hidden, []rune(f[0]))
			b.splice([]rune(f[0]), strings.Fields(f[1]))
		}
	}
	words := make([][]rune, len(b.all))
	for i := range b.all {
		words[i] = b.all[i].written
	}
	return &spellings{newTrie(words), b.all, hidden}
})

type spellingBuilder struct {
	all     []spelling
	scratch folded
}

func (b *spellingBuilder) add(written, plain string) {
	b.all = append(b.all, spelling{b.scratch.foldWord(written), b.scratch.foldWord(plain)})
}

// splice adds word with each choice of its characters in pinyin; of longer
// words, with one character or all of them. One character may be its initial.
func (b *spellingBuilder) splice(word []rune, pinyin []string) {
	n := len(word)
	if n != len(pinyin) {
		return
	}
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

// longest returns the plain form and the end of the longest spelling at r[i:],
// nil if there is none. Letters count only where no other letter or digit, and
// no link, goes on beside them.
func (s *spellings) longest(r []rune, i int) (plain []rune, end int) {
	if s.written.root(r[i]) == 0 || isLatin(r[i]) && i > 0 && (isLatinOrDigit(r[i-1]) || isJoiner(r[i-1])) {
		return nil, i
	}
	v, end := s.written.longest(r, i)
	if v == 0 {
		return nil, i
	}
	if isLatin(r[end-1]) && end < len(r) && (isLatin(r[end]) && !beginsCurrency(r, end) || isJoiner(r[end]) && end+1 < len(r) && isLatinOrDigit(r[end+1]) && r[end] != ':') {
		return nil, i
	}
	return s.all[v-1].plain, end
}

// beginsCurrency tells whether the letters at i are those of an amount: 罚xiRMB80.
func beginsCurrency(r []rune, i int) bool {
	return i+3 < len(r) && (string(r[i:i+3]) == "rmb" || string(r[i:i+3]) == "cny") && !isLatin(r[i+3])
}

func isLatin(r rune) bool { return 'a' <= r && r <= 'z' }

func isLatinOrDigit(r rune) bool { return isLatin(r) || '0' <= r && r <= '9' }

// isJoiner tells the characters that join the parts of a link.
func isJoiner(r rune) bool {
	return r < 0x80 && strings.ContainsRune("/.:-_@?=&%", r)
}

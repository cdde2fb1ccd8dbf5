package parser

import (
	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/runes"

	_ "embed"
	"strings"
	"sync"
)

//go:embed data/lenders.tsv
var lenderTable string

// Lender is an institution that lends, or that buys or collects debts, as a
// caller knows it.
type Lender struct {
	// Name is the canonical name, which Notice.Lender.Canonical gives.
	Name string `json:"name"`
	// Aliases are other names under which it signs.
	Aliases []string `json:"aliases,omitempty"`
	// Hotlines, Domains and Senders are its own numbers and hosts. The parser
	// does not use them; a weighing of the message does.
	Hotlines []string `json:"hotlines,omitempty"`
	Domains  []string `json:"domains,omitempty"`
	Senders  []string `json:"senders,omitempty"`
}

// lenderIndex finds names of lenders.
type lenderIndex struct {
	words *runes.Trie
	names []lenderAlias // by the value of words, less one
}

// lenderAlias is a name under which a lender signs.
type lenderAlias struct {
	canonical string
	signed    bool // an ordinary word too: counts in a signature, or behind 在 or 您的
}

// builtinLenders is the index of the embedded table.
var builtinLenders = sync.OnceValue(func() *lenderIndex {
	return newLenderIndex(nil)
})

// newLenderIndex makes an index of the embedded table and the caller's lenders,
// whose names come before ours.
func newLenderIndex(own []Lender) *lenderIndex {
	var words [][]rune
	var f fold.Text
	x := &lenderIndex{}
	add := func(name, canonical string, signed bool) {
		words = append(words, f.Word(name))
		x.names = append(x.names, lenderAlias{canonical, signed})
	}
	for _, l := range own {
		add(l.Name, l.Name, false)
		for _, a := range l.Aliases {
			add(a, l.Name, false)
		}
	}
	for _, f := range runes.Rows("lenders.tsv", lenderTable, 7) {
		signed := "|" + f[6] + "|"
		add(f[0], f[0], strings.Contains(signed, "|"+f[0]+"|"))
		for a := range strings.SplitSeq(f[2], "|") {
			add(a, f[0], strings.Contains(signed, "|"+a+"|"))
		}
		for a := range strings.SplitSeq(f[3], "|") {
			name, _, _ := strings.Cut(a, " ")
			add(name, f[0], false)
		}
	}
	x.words = runes.NewTrie(words)
	return x
}

// at returns the longest name at r[i:], nil if there is none. 中国银行 in 中国银行业
// is no name.
func (x *lenderIndex) at(r []rune, i int) (name *lenderAlias, end int) {
	v, end := x.words.Longest(r, i)
	if v == 0 || r[end-1] == '行' && runes.At(r, end) == '业' {
		return nil, i
	}
	return &x.names[v-1], end
}

package lexicon

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/lenders.tsv
var lenderTable string

// Lenders is an index of lenders' names.
type Lenders struct {
	words *runes.Trie
	names []LenderName // by the word's value in the trie, less one
}

// LenderName is a name that a lender signs with.
type LenderName struct {
	Canonical  string // the institution's name in the table
	OnlySigned bool   // also an ordinary word: counts only in a signature, or after 在 or 您的
}

// OwnName is a name of a lender that the caller adds, with the lender's canonical name.
type OwnName struct{ Name, Canonical string }

// BuiltinLenders returns the index of the embedded table, made at first use.
var BuiltinLenders = sync.OnceValue(func() *Lenders {
	return NewLenders(nil)
})

// NewLenders returns an index of the embedded table and of the caller's names, which
// take precedence.
func NewLenders(own []OwnName) *Lenders { return newLenders(lenderTable, own) }

func newLenders(table string, own []OwnName) *Lenders {
	var words [][]rune
	var scratch fold.Text
	var memory arena[rune]
	x := &Lenders{}
	add := func(name, canonical string, signed bool) {
		words = append(words, memory.put(scratch.Word(name)))
		x.names = append(x.names, LenderName{canonical, signed})
	}
	for _, n := range own {
		add(n.Name, n.Canonical, false)
	}
	for _, cells := range tsv.Rows("lenders.tsv", table, 7) {
		canonical, onlySigned := cells[0], strings.Split(cells[6], "|")
		add(canonical, canonical, slices.Contains(onlySigned, canonical))
		for alias := range strings.SplitSeq(cells[2], "|") {
			add(alias, canonical, slices.Contains(onlySigned, alias))
		}
		for former := range strings.SplitSeq(cells[3], "|") {
			name, _, _ := strings.Cut(former, " ")
			add(name, canonical, false)
		}
	}
	x.words = runes.NewTrie(words)
	return x
}

// MayBegin reports whether a name may begin with r.
func (x *Lenders) MayBegin(r rune) bool { return x.words.Begins(r) }

// At returns the longest name that begins at r[i] and its end, or nil and i. 中国银行
// in 中国银行业 is not a name.
func (x *Lenders) At(r []rune, i int) (name *LenderName, end int) {
	v, end := x.words.Longest(r, i)
	if v == 0 || r[end-1] == '行' && runes.At(r, end) == '业' {
		return nil, i
	}
	return &x.names[v-1], end
}

// WithoutProduct returns the end of the name r[i:end] without a product at its end,
// such as 信用卡 or 借款, if what is left is a lender's name: then the lender is named,
// not the product.
func (x *Lenders) WithoutProduct(r []rune, i, end int) int {
	cut := LenderProduct.EndingAt(r, end)
	if cut == end || cut <= i+1 {
		return end
	}
	if v, at := x.words.Longest(r[:cut], i); v == 0 || at != cut || x.names[v-1].OnlySigned {
		return end
	}
	return cut
}

package lexicon

import (
	"slices"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/fold"
	"github.com/dunsms/dunsms/parser/internal/runes"

	_ "embed"
	"strings"
	"sync"
)

//go:embed data/lenders.tsv
var lenderTable string

// Lenders finds names of lenders.
type Lenders struct {
	words *runes.Trie
	names []LenderName // by the value of words, less one
}

// LenderName is a name under which a lender signs.
type LenderName struct {
	Canonical  string
	OnlySigned bool // an ordinary word too: counts in a signature, or behind 在 or 您的
}

// OwnName is a name of a caller's lender.
type OwnName struct{ Name, Canonical string }

// BuiltinLenders is the index of the embedded table.
var BuiltinLenders = sync.OnceValue(func() *Lenders {
	return NewLenders(nil)
})

// NewLenders makes an index of the embedded table and of the caller's names, which
// come before ours.
func NewLenders(own []OwnName) *Lenders { return newLenders(lenderTable, own) }

func newLenders(table string, own []OwnName) *Lenders {
	var words [][]rune
	var scratch fold.Text
	x := &Lenders{}
	add := func(name, canonical string, signed bool) {
		words = append(words, scratch.Word(name))
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

// At returns the longest name at r[i:], nil if there is none. 中国银行 in 中国银行业
// is no name.
func (x *Lenders) At(r []rune, i int) (name *LenderName, end int) {
	v, end := x.words.Longest(r, i)
	if v == 0 || r[end-1] == '行' && runes.At(r, end) == '业' {
		return nil, i
	}
	return &x.names[v-1], end
}

// WithoutProduct cuts 信用卡 or 借款 off the end of the name r[i:end] where a lender's
// name is left: it is the bank that is named.
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

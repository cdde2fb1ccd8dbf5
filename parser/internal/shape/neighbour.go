package shape

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/neighbours.tsv
var neighbourTable string

// neighbours are the words of data/neighbours.tsv by place.
type neighbours struct {
	link               *runes.Trie // spelled backwards
	sum, call, goingOn *runes.Set
}

// Load reads the tables and makes the patterns now, which otherwise the first reader of each does.
func Load() {
	loadNeighbours()
	topLevel()
	landlinePattern()
	landlineAbroadPattern()
}

var loadNeighbours = sync.OnceValue(func() *neighbours { return newNeighbours(neighbourTable) })

func newNeighbours(table string) *neighbours {
	const name = "neighbours.tsv"
	var links [][]rune
	var sums, calls, goingOn string
	for line, cells := range tsv.Rows(name, table, 3) {
		switch cells[0] {
		case "link":
			word := []rune(cells[1])
			slices.Reverse(word)
			links = append(links, word)
		case "sum":
			sums += cells[1]
		case "call":
			calls += cells[1]
		case "goes on":
			goingOn += cells[1]
		default:
			tsv.Broken(name, line, "unknown place")
		}
	}
	return &neighbours{runes.NewTrie(links), runes.NewSet(sums), runes.NewSet(calls), runes.NewSet(goingOn)}
}

// leadsToLink reports whether a word that comes before links ends before r[i]. A character that
// names also begin with, such as 上 or 网, is no such word by itself.
func leadsToLink(r []rune, i int) bool {
	value, _ := loadNeighbours().link.LongestBefore(r, i)
	return value != 0
}

// followsSum reports whether the word that ends before r[i] is one that an amount, a
// code or a serial number follows: 欠款95588, 金额:95588, 验证码95588, 尾号95588.
func followsSum(r []rune, i int) bool { return loadNeighbours().sum.Has(runes.At(r, i-1)) }

// followsCall reports whether a word for calling is among the four runes before i:
// 拨打, 致电, 客服热线, 电话号.
func followsCall(r []rune, i int) bool {
	calls := loadNeighbours().call
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		if calls.Has(r[j]) {
			return true
		}
	}
	return false
}

// textGoesOn reports whether the text continues at i after a link: 登录jiexin.公司还款.
func textGoesOn(r []rune, i int) bool {
	return !runes.HanAt(r, i) || loadNeighbours().goingOn.Has(r[i])
}

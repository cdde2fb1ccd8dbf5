package calendar

import (
	_ "embed"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

//go:embed data/after_units.tsv
var afterUnitTable string

// loadAfterUnits returns the set of the characters of after_units.tsv.
var loadAfterUnits = sync.OnceValue(func() *runes.Set { return newAfterUnits(afterUnitTable) })

func newAfterUnits(table string) *runes.Set {
	return runes.NewSet(tsv.Characters("after_units.tsv", table, 4, 1))
}

// UnitGoesOn reports whether right, on the line after left, begins with a unit of the
// number at the end of left: 3 and 天内, not 3 and 期数.
func UnitGoesOn(left, right []rune) bool {
	if !runes.DigitAt(left, len(left)-1) {
		return false
	}
	next := runes.At(right, 1)
	switch runes.At(right, 0) {
	case '月', '年':
		return runes.IsDigit(next)
	case '天', '日', '号', '期':
		return !runes.IsHan(next) && next != ':' || loadAfterUnits().Has(next)
	}
	return false
}

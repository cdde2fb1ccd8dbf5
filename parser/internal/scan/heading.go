package scan

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// heading is a heading that gives sums their unit or their currency, from its end on and as
// far as it reaches:
//
//   - one that 单位 introduces, or that is the currency of an account, to the end of the
//     sentence: 欠款明细(单位:万元):本金3.50,罚息0.12; 美元账户应还50.00,最低5.00;
//   - one that is at the end of its line, or that a colon follows and no number, likewise:
//     本金(万元)\n3.5;
//   - any other, to the end of its clause: 逾期金额(万元)3.5.
//
// The end of a line does not end a heading without a sum so far, nor a heading of the first
// two sorts. The next heading ends any. The zero heading gives nothing.
type heading struct {
	number.Heading
	start, end int32
	far        bool // it reaches to the end of the sentence
	valued     bool // a sum has followed
}

// headingAt reads the heading at i and returns its end, or i if there is none.
func (l *Line) headingAt(i int) int {
	h, end := number.ReadHeading(l.Runes, i)
	if end == i {
		return i
	}
	l.heading = heading{Heading: h, start: int32(i), end: int32(end), far: h.Labeled || l.headsItems(end)}
	return end
}

// headsItems reports whether a colon or the end of the line is at i, and no number follows
// it.
func (l *Line) headsItems(i int) bool {
	i = runes.SkipSpace(l.Runes, i)
	if c := l.Rune(i); c != ':' && c != '\n' {
		return false
	}
	for range 3 {
		if c := l.Rune(i); c == ':' || c == ' ' || c == '\n' {
			i++
		}
	}
	c := l.Rune(i)
	return !runes.IsDigit(c) && c != '¥'
}

// labelOf returns what the label right before the number at i says about it: 逾期天数:97.
func (l *Line) labelOf(i int) Context {
	for n := 0; n < maxFiller; n++ {
		switch l.Rune(i - 1) {
		case ':', ' ', '\n', '为':
			i--
		}
	}
	return l.Before(BesideHeading, i)
}

// headingOf returns the heading that a number at i is under, with Direct set. A number
// whose label says that it gives days or counts something is under no heading.
func (l *Line) headingOf(i int) number.Heading {
	h := l.heading.Heading
	if h != (number.Heading{}) {
		if l.labelOf(i).Has(Days | Counts) {
			return number.Heading{}
		}
		h.Direct = l.heading.end > 0 && l.IsFiller(l.heading.end, int32(i))
	}
	return h
}

// endsAt ends h if it does not reach beyond c.
func (h *heading) endsAt(c rune) {
	if !runes.EndsClause(c) {
		return
	}
	switch c {
	case '\n':
		if h.far || !h.valued {
			return
		}
	case '，', ',', ';', '；', '[', ']':
		if h.far {
			return
		}
	}
	*h = heading{}
}

package fold

import (
	"strings"

	"github.com/dunsms/dunsms/parser/internal/runes"
)

// joining is what becomes of a line break.
type joining uint8

const (
	apart  joining = iota // it ends a line
	joined                // it is within a number, and drops out
	masked                // it may be within a number or between two: a mask takes its place, so that neither half is read
)

// lines makes one rune of several line breaks and the blanks around them, and none of a
// break within a number: 3,0\n00.00元.
func (t *Text) lines() {
	if !t.broken {
		return
	}
	n := 0
	for i := 0; i < len(t.Runes); {
		end, breaks := t.blanksEnd(i)
		if !breaks {
			for end = max(end, i+1); i < end; i++ {
				t.move(n, i)
				n++
			}
			continue
		}
		how := atBreak(t.Runes[:n], t.Runes[end:])
		if how != joined {
			t.Runes[n], t.Start[n], t.End[n] = '\n', t.Start[i], t.End[end-1]
			if how == masked {
				t.Runes[n] = '*'
			}
			n++
		}
		i = end
	}
	t.cut(n)
}

// blanksEnd returns the end of the blanks and line breaks at i, and whether a break is
// among them.
func (t *Text) blanksEnd(i int) (end int, breaks bool) {
	for end = i; end < len(t.Runes); end++ {
		switch t.Runes[end] {
		case '\n':
			breaks = true
		case ' ':
		default:
			return end, breaks
		}
	}
	return end, breaks
}

// atBreak returns what becomes of the line break between left and right.
func atBreak(left, right []rune) joining {
	last, first := runes.At(left, len(left)-1), runes.At(right, 0)
	digit := runes.IsDigit(last)
	switch {
	case digit && runes.IsDigit(first):
		return betweenDigits(newDigits(left), right)
	case digit && (first == '.' || isComma(first)):
		return joinedIf(goesOn(first, right[1:]) && newDigits(left).whole())
	case last == '年' || last == '月':
		return joinedIf(runes.DigitAt(left, len(left)-2) && beginsDay(right))
	case runes.IsDigit(first):
		return joinedIf(last == '¥' || runes.DigitAt(left, len(left)-2) && goesOn(last, right))
	}
	return joinedIf((digit || isBig(last) && first == '元') && beginsUnit(right))
}

// isBig reports whether c is a unit at the end of a Chinese number.
func isBig(c rune) bool {
	switch c {
	case '十', '百', '千', '万', '拾', '佰', '仟':
		return true
	}
	return false
}

func joinedIf(within bool) joining {
	if within {
		return joined
	}
	return apart
}

func isComma(c rune) bool { return c == ',' || c == '，' }

// goesOn reports whether digits go on as right after the mark at the end of a line, or
// at the beginning of the next.
func goesOn(mark rune, right []rune) bool {
	const most = 4
	n := runes.DigitsWithin(right, 0, most)
	switch mark {
	case ',', '，':
		return n == 3
	case '.':
		return 0 < n && n <= 2 && !runes.IsAlnum(runes.At(right, n)) && runes.At(right, n) != '.'
	case '-', '/', '~':
		return n > 0
	}
	return false
}

// digits are the digits at the end of a line.
type digits struct {
	label  rune // the character before them, or before a colon and blanks
	mark   rune // what divides them from other digits: 2026-03-20, 12:30; 0 if nothing does
	n      int  // how many, with their marks
	group  int  // digits after the last comma, or 0 if there is none
	places int  // digits after the point, or 0 if there is none
}

// mostDigits is how many digits a sum has at most; more are an account or a phone number.
const mostDigits = 9

// newDigits returns the digits at the end of r.
func newDigits(r []rune) (d digits) {
	run := 0 // digits since the mark read last
	i := len(r) - 1
	for ; i >= max(0, len(r)-2*mostDigits); i-- {
		c := r[i]
		if runes.IsDigit(c) {
			run++
			continue
		}
		if !isComma(c) && c != '.' || !runes.DigitAt(r, i-1) {
			break
		}
		switch {
		case d.group > 0 || d.places > 0:
		case c == '.':
			d.places = run
		default:
			d.group = run
		}
		run = 0
	}
	d.n = len(r) - 1 - i
	if runes.DigitAt(r, i-1) {
		d.mark = runes.At(r, i)
	}
	for runes.At(r, i) == ':' || runes.At(r, i) == ' ' {
		i--
	}
	d.label = runes.At(r, i)
	return d
}

// whole reports whether the digits may be the beginning of a sum, and are no part of a
// date or a time, and no code: 尾号1234.
func (d digits) whole() bool {
	switch d.label {
	case '号', '码', '第', '_', '-', '/':
		return false
	}
	return d.mark == 0 && d.n <= mostDigits && d.places < 2 && !runes.IsLetter(d.label)
}

// dates reports whether the digits and the n after the line break, before the rune after,
// are a year, a month or a day: 20\n26-03-2\n0.
func (d digits) dates(n int, after rune) bool {
	switch after {
	case '-', '/', '年':
		if d.mark == 0 && d.n+n == 4 {
			return true
		}
	case '月', '日', '号':
	default:
		if runes.IsAlnum(after) || after == '.' || after == ':' {
			return false
		}
	}
	return strings.ContainsRune("-/年月", d.mark) && d.n == 1 && n == 1
}

// betweenDigits returns what becomes of a line break between the digits d and those that
// right begins with. They are one number if one of them is none by itself: 3,0 and 00.00.
func betweenDigits(d digits, right []rune) joining {
	n := runes.DigitsWithin(right, 0, mostDigits)
	end, fraction := n, 0
	if runes.At(right, n) == '.' {
		end = runes.DigitsWithin(right, n+1, 2)
		fraction = end - n - 1
	}
	after := runes.At(right, runes.SkipSpace(right, end))
	if !d.whole() {
		return joinedIf(d.dates(n, after))
	}
	money := after == '元' || after == '圆' || after == '块' || after == '万'
	switch {
	case d.group > 0 && d.group+n == 3, d.places == 1 && n == 1 && fraction == 0 && !runes.IsHan(after) == !money:
		return joined
	case right[0] == '0' && (n > 1 && (fraction == 2 || after == '天') || money && (n > 1 || fraction == 0)), d.dates(n, after):
		return joined
	case money && d.label != '数', d.label == '¥' && n < 3 && runes.EndsClause(after), d.n < 3 && n < 3 && after == '天':
		return masked
	}
	return apart
}

// beginsUnit reports whether r begins with a unit that belongs to a number before it, and
// with no word that only begins like one: 3000, 元整 but not 3, 期数.
func beginsUnit(r []rune) bool {
	next := runes.At(r, 1)
	switch runes.At(r, 0) {
	case '元', '圆', '块':
		return !strings.ContainsRune("旦宵月素首老气件凶", next)
	case '万', '千', '百':
		return next == '元' || !runes.IsHan(next)
	case '月', '年':
		return runes.IsDigit(next)
	case '天', '日', '号', '期':
		return !runes.IsHan(next) && next != ':' || strings.ContainsRune("前起内了止至到的未请还已欠应", next)
	}
	return false
}

// beginsDay reports whether r begins with the month or the day that belongs to a year or
// a month before it.
func beginsDay(r []rune) bool {
	n := runes.DigitsWithin(r, 0, 2)
	if n == 0 || n > 2 {
		return false
	}
	switch runes.At(r, n) {
	case '月', '日', '号':
		return true
	}
	return false
}

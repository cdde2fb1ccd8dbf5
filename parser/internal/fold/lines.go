package fold

import "github.com/dunsms/dunsms/parser/internal/runes"

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
	digits := runes.IsDigit(last)
	switch {
	case digits && runes.IsDigit(first):
		return betweenDigits(newDigits(left), right)
	case digits && (first == '.' || isComma(first)):
		return joinedIf(goesOn(first, right[1:]) && newDigits(left).whole())
	case runes.IsDigit(first) && runes.DigitAt(left, len(left)-2):
		return joinedIf(goesOn(last, right))
	case last == '¥' && runes.IsDigit(first), digits && beginsUnit(right):
		return joined
	case last == '年' || last == '月':
		return joinedIf(runes.DigitAt(left, len(left)-2) && beginsDay(right))
	}
	return apart
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
	before rune // the character before them
	n      int  // how many, with their marks
	group  int  // digits after the last comma, or 0 if there is none
	places int  // digits after the point, or 0 if there is none
}

// mostDigits is how many digits a sum has at most; more are an account or a phone number.
const mostDigits = 9

// newDigits returns the digits at the end of r.
func newDigits(r []rune) (d digits) {
	run := 0 // digits since the end of r or the mark read last
	i := len(r) - 1
	for ; i >= max(0, len(r)-2*mostDigits); i-- {
		switch c := r[i]; {
		case runes.IsDigit(c):
			run++
			continue
		case isComma(c) && d.group == 0 && runes.DigitAt(r, i-1):
			d.group = run
		case c == '.' && d.places == 0 && d.group == 0 && runes.DigitAt(r, i-1):
			d.places = run
		case isComma(c) && runes.DigitAt(r, i-1):
		default:
			d.before = c
			d.n = len(r) - 1 - i
			return d
		}
		run = 0
	}
	d.n = len(r) - 1 - i
	return d
}

// whole reports whether the digits may be the beginning of a number, and are no part of
// a date, a time or a code.
func (d digits) whole() bool {
	switch d.before {
	case '-', '/', ':', '年', '月', '_':
		return false
	}
	return d.n <= mostDigits && d.places < 2 && !runes.IsLetter(d.before)
}

// betweenDigits returns what becomes of a line break between the digits d and those that
// right begins with. They are one number if one of them is none by itself: 3,0 and 00.00.
func betweenDigits(d digits, right []rune) joining {
	if !d.whole() {
		return apart
	}
	n := runes.DigitsWithin(right, 0, mostDigits)
	end, fraction := n, 0
	if runes.At(right, n) == '.' {
		end = runes.DigitsWithin(right, n+1, 2)
		fraction = end - n - 1
	}
	after := runes.At(right, runes.SkipSpace(right, end))
	money := after == '元' || after == '圆' || after == '块' || after == '万'
	switch {
	case d.group > 0 && d.group+n == 3, d.places == 1 && n == 1 && fraction == 0 && !runes.IsHan(after) == !money:
		return joined
	case right[0] == '0' && (money || fraction == 2):
		return joined
	case money, d.before == '¥' && n < 3 && runes.EndsClause(after), d.n < 3 && n < 3 && after == '天':
		return masked
	}
	return apart
}

// beginsUnit reports whether r begins with a unit that belongs to a number before it, and
// with no word that only begins like one: 3000, 元整 but not 3, 期数.
func beginsUnit(r []rune) bool {
	next := runes.At(r, 1)
	switch runes.At(r, 0) {
	case '元', '圆', '块', '天':
		return !runes.IsHan(next) || endsUnit(next)
	case '万', '千', '百':
		return next == '元' || !runes.IsHan(next)
	case '月':
		return runes.IsDigit(next)
	case '日', '号':
		return !runes.IsHan(next) && next != ':' || endsUnit(next)
	case '年':
		return runes.IsDigit(next)
	case '期':
		return !runes.IsHan(next) && next != ':'
	}
	return false
}

// endsUnit reports whether c goes on after a unit, and does not make another word of it.
func endsUnit(c rune) bool {
	switch c {
	case '前', '起', '内', '整', '了', '止', '至', '到', '的', '未', '请', '还':
		return true
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

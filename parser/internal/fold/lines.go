package fold

import "github.com/dunsms/dunsms/parser/internal/runes"

// Units knows the units of numbers.
type Units interface {
	// Counts reports whether c after digits says that they are money: 元, 万.
	Counts(c rune) bool
	// GoesOn reports whether right, on the line after left, begins with a unit of the
	// number at the end of left: 3000 and 元整, not 3 and 期数.
	GoesOn(left, right []rune) bool
}

// joining is what becomes of a line break.
type joining uint8

const (
	apart  joining = iota // it ends a line
	joined                // it is within a number, and drops out
	masked                // it may be within a number or between two: a mask takes its place, so that neither part is read
)

// lines puts one rune in place of several line breaks and the blanks around them, and
// none in place of a break within a number: 3,0\n00.00元.
func (t *Text) lines(units Units) {
	if !t.seen.has(markBreak) {
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
		how := atBreak(units, t.Runes[:n], t.Runes[end:])
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
func atBreak(units Units, left, right []rune) joining {
	last, first := runes.At(left, len(left)-1), runes.At(right, 0)
	digit := runes.IsDigit(last)
	switch {
	case digit && runes.IsDigit(first):
		return betweenDigits(units, newDigits(left), right)
	case digit && isMark(first):
		return joinedIf(goesOn(first, right[1:]) && newDigits(left).whole())
	case last == '年' || last == '月':
		return joinedIf(runes.DigitAt(left, len(left)-2) && beginsDay(right))
	case runes.IsDigit(first):
		return joinedIf(last == '¥' || runes.DigitAt(left, len(left)-2) && goesOn(last, right))
	}
	return joinedIf(units.GoesOn(left, right))
}

func joinedIf(within bool) joining {
	if within {
		return joined
	}
	return apart
}

// isMark reports whether c divides the digits of a sum.
func isMark(c rune) bool { return c == '.' || runes.IsComma(c) }

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

// beginsDay reports whether r begins with the month or the day that belongs to a year or
// a month before r.
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

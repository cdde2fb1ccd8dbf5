package identity

import "time"

// Counting the numbers that fit a mask.
//
// A number is read from left to right by a state machine. Its state is what the rest
// of the number depends on: the province digit, the digits of the year, whether it
// is a leap year, how long the month is; the sum of the check digit mod 11; and,
// where runs of stars have no known length, how many of the shown characters have
// been matched. The count of each state after a character is the sum over the states
// and digits before it that lead there. No number is tried.

// Candidates returns how many numbers fit m: those with a province, any other region
// digits, a birth date from 1900 to 2026 and the right check digit. 0 means that no
// such number can exist, or that m is zero. It does not allocate.
func (m MaskedID) Candidates() uint64 {
	if m.n == 0 {
		return 0
	}
	p := newPlaces(m)
	var a, b tally
	now, next := &a, &b
	now.add(0, p.start, &sums{0: 1})
	for pos := range idLength - 1 {
		next.reset()
		for i := range now.used {
			p.step(pos, &now.rows[i], next)
		}
		now, next = next, now
	}
	var n uint64
	for i := range now.used {
		n += p.last(&now.rows[i])
	}
	return n
}

// sums counts numbers by their weighted digit sum mod 11.
type sums [11]uint64

// tallyRow counts the numbers so far that have come to one state.
type tallyRow struct {
	date, place uint8 // states of nextDate and places
	count       sums
}

// tally is the states reached; there are at most 16 of the first kind and 18 of
// the second.
type tally struct {
	rows [16 * idLength]tallyRow
	used int
	at   [16][idLength + 1]int16 // row of a state, plus one
}

func (t *tally) reset() {
	for i := range t.used {
		t.at[t.rows[i].date][t.rows[i].place] = 0
	}
	t.used = 0
}

// add counts c under the state.
func (t *tally) add(date, place uint8, c *sums) {
	at := &t.at[date][place]
	if *at == 0 {
		t.rows[t.used] = tallyRow{date, place, *c}
		t.used++
		*at = int16(t.used)
		return
	}
	row := &t.rows[*at-1]
	for i := range c {
		row.count[i] += c[i]
	}
}

// step adds to next what follows from row with each digit at pos.
func (p *places) step(pos int, row *tallyRow, next *tally) {
	from, to := byte(0), byte(9)
	if c := p.fixed[pos]; c != hidden {
		if c == 'X' {
			return
		}
		from, to = c-'0', c-'0'
	}
	for d := from; d <= to; d++ {
		date, ok := nextDate(pos, row.date, d)
		if !ok {
			continue
		}
		place, ok := p.next(pos, row.place, d+'0')
		if !ok {
			continue
		}
		var c sums
		k := int(d*checkWeights[pos]) % 11
		copy(c[k:], row.count[:11-k])
		copy(c[:k], row.count[11-k:])
		next.add(date, place, &c)
	}
}

// last counts the numbers of row that a check digit completes.
func (p *places) last(row *tallyRow) (n uint64) {
	for sum, count := range row.count {
		c := checkDigits[sum]
		if fixed := p.fixed[idLength-1]; fixed != hidden && fixed != c {
			continue
		}
		if place, ok := p.next(idLength-1, row.place, c); ok && p.done(place) {
			n += count
		}
	}
	return n
}

// nextDate is the machine of province and birth date. Its state before the
// character at pos is:
//
//	1       the first digit of the province
//	7       the first digit of the year
//	8       the century: 0 for 19, 1 for 20
//	9       the decades since 1900
//	10      1 in a leap year
//	11      twice that, plus the first digit of the month
//	12      the days of the month, less 28
//	13      four times that, plus the first digit of the day
//	others  0
func nextDate(pos int, state, d uint8) (next uint8, ok bool) {
	switch pos {
	case 0:
		return d, 0 < d && d <= 8
	case 1:
		return 0, isProvince(state+'0', d+'0')
	case 6:
		return d, d == 1 || d == 2
	case 7:
		return state - 1, state == 1 && d == 9 || state == 2 && d == 0
	case 8:
		decade := state*10 + d
		return decade, decade <= (lastBirthYear-1900)/10
	case 9:
		year := 1900 + int(state)*10 + int(d)
		if isLeap(year) {
			return 1, year <= lastBirthYear
		}
		return 0, year <= lastBirthYear
	case 10:
		return state*2 + d, d <= 1
	case 11:
		month := time.Month(state%2*10 + d)
		if month < 1 || month > 12 {
			return 0, false
		}
		return uint8(daysIn(month, state >= 2) - 28), true
	case 12:
		return state*4 + d, d <= 3
	case 13:
		day := state%4*10 + d
		return 0, 1 <= day && day <= 28+state/4
	}
	return 0, true
}

package calendar

import (
	"github.com/dunsms/dunsms/parser/internal/number"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// withRest returns d with the smaller units that follow it: 半 and 零3个月 after a
// year, 零5天 after a month.
func (d Duration) withRest(r []rune, end int) (Duration, int) {
	if d.Unit == Year && runes.At(r, end) == '半' {
		d.Months += 6
		return d, end + 1
	}
	for unit := d.Unit; unit == Year || unit == Month; {
		n, u, after := readRest(r, end, unit)
		switch u.Unit {
		case Month:
			d.Months += n
		case Day:
			d.Days += n
		default:
			return d, end
		}
		unit, end = u.Unit, after
	}
	return d, end
}

// readRest reads at i the months or days that follow a duration in a larger unit.
// u.Unit is NoUnit if there are none.
func readRest(r []rune, i int, larger Unit) (n int, u timeUnit, end int) {
	p := runes.SkipSpace(r, i)
	linked := runes.At(r, p) == '零' || runes.At(r, p) == '又'
	if linked {
		p++
	}
	v, q := number.Read(r, p)
	if q == p || !counts(v) || v.Ranged || v.Value.Scale > 0 {
		return 0, timeUnit{}, i
	}
	u, end = readTimeUnit(r, runes.SkipSpaces(r, q))
	month := u.Unit == Month && larger == Year && (u.counted || linked)
	day := u.Unit == Day && fits(v, u, r, p, end)
	if u.half || u.vague || !month && !day {
		return 0, timeUnit{}, i
	}
	return int(v.Value.Whole()), u, end
}

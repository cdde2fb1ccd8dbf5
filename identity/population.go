package identity

import (
	_ "embed"
	"slices"
	"strconv"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
)

//go:embed population.tsv
var populationText string

// population says how likely a random adult's ID number is to show given digits.
type population struct {
	province [100]float64 // by the first two digits
	codes    []int32      // region codes, sorted
	before   []float64    // the chance of all codes before one; has one more element than codes
	born     [lastBirthYear - firstBirthYear + 1]float64
}

// The chances of what is in no list. A number can have any region digits, year,
// month or day, if only through a wrong record, so no chance is zero.
const (
	offList = 0.03  // of a province's numbers have a region code in no list
	offAge  = 0.005 // are born in years that the census table does not have
	offRule = 0.001 // show what no number has: a 13th month, a wrong check digit
)

var people = sync.OnceValue(func() *population {
	p := &population{}
	for _, f := range tsv.Rows("population.tsv", populationText, 3) {
		key, _ := strconv.Atoi(f[1])
		millions, _ := strconv.ParseFloat(f[2], 64)
		if f[0] == "province" {
			p.province[key] = millions
			continue
		}
		for year := key; year < key+5 && year <= lastBirthYear; year++ {
			p.born[year-firstBirthYear] = millions
		}
	}
	scale(p.province[:], 1)
	scale(p.born[:], 1-offAge)
	for i := range p.born {
		p.born[i] += offAge / float64(len(p.born))
	}
	p.addCodes()
	return p
})

// scale multiplies list so that its sum is total.
func scale(list []float64, total float64) {
	sum := 0.0
	for _, v := range list {
		sum += v
	}
	for i := range list {
		list[i] *= total / sum
	}
}

// addCodes shares out the chance of a province evenly among its present and
// former counties.
func (p *population) addCodes() {
	var counties [100]float64
	for _, r := range regionRows() {
		code := r.code
		if grouping := code%100 == 0 && code < 810000; grouping || len(p.codes) > 0 && code == p.codes[len(p.codes)-1] {
			continue
		}
		p.codes = append(p.codes, code)
		counties[code/10000]++
	}
	sum := 0.0
	p.before = append(p.before, 0)
	for _, code := range p.codes {
		sum += (1 - offList) * p.province[code/10000] / counties[code/10000]
		p.before = append(p.before, sum)
	}
}

// region returns the chance of those of the first six characters that are shown.
func (p *population) region(c []byte) float64 {
	n, prefix := 0, int32(0)
	for n < 6 && c[n] != hidden {
		prefix = prefix*10 + int32(c[n]-'0')
		n++
	}
	chance := 1.0
	for _, d := range c[n:6] {
		if d != hidden {
			chance /= 10
		}
	}
	if n == 0 {
		return chance
	}
	width, open := int32(1), offList // open: the chance of a code in no list
	for range 6 - n {
		width *= 10
	}
	low, _ := slices.BinarySearch(p.codes, prefix*width)
	high, _ := slices.BinarySearch(p.codes, (prefix+1)*width)
	listed := p.before[high] - p.before[low]
	if n < 2 {
		return chance * (listed/(1-offList) + offRule)
	}
	for range n - 2 {
		open /= 10
	}
	return chance * (listed + open*(p.province[prefix*width/10000]+offRule))
}

// birthYear returns the chance of those of the four characters that are shown.
func (p *population) birthYear(c []byte) float64 {
	if allHidden(c) {
		return 1
	}
	if c[0] != hidden && c[1] != hidden && c[2] != hidden && c[3] != hidden {
		if i := int(number(c)) - firstBirthYear; i >= 0 && i < len(p.born) {
			return p.born[i]
		}
		return offRule
	}
	chance := offRule
	for i, v := range p.born {
		if y := firstBirthYear + i; shows(c, y/100, 0) && shows(c, y%100, 2) {
			chance += v
		}
	}
	return chance
}

// shows reports whether the two characters at i can be the digits of n.
func shows(c []byte, n, i int) bool {
	return (c[i] == hidden || int(c[i]-'0') == n/10) && (c[i+1] == hidden || int(c[i+1]-'0') == n%10)
}

// oneOf returns the chance of those of two characters that are shown. They write
// a number from 1 to n, each equally likely.
func oneOf(c []byte, n int) float64 {
	if allHidden(c) {
		return 1
	}
	fit := 0
	for i := 1; i <= n; i++ {
		if shows(c, i, 0) {
			fit++
		}
	}
	return max(float64(fit)/float64(n), offRule)
}

func allHidden(c []byte) bool {
	for _, d := range c {
		if d != hidden {
			return false
		}
	}
	return true
}

package identity

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// randomID draws a number with any region digits under a province.
func randomID(rnd *rand.Rand) ID {
	provinces := provincesByTrial()
	day := time.Date(firstBirthYear, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, rnd.IntN(daysInAll()))
	y, mo, d := day.Date()
	body := provinces[rnd.IntN(len(provinces))]
	body = body*10_000 + rnd.Uint64N(10_000)
	body = body*100_000_000 + uint64(y*10_000+int(mo)*100+d)
	return ID{body*1000 + rnd.Uint64N(1000)}
}

// provincesByTrial lists the pairs of digits that begin a number.
func provincesByTrial() (list []uint64) {
	for a := range byte(10) {
		for b := range byte(10) {
			if isProvince(a+'0', b+'0') {
				list = append(list, uint64(a)*10+uint64(b))
			}
		}
	}
	return list
}

// daysInAll counts the birth dates with the standard library's calendar.
func daysInAll() int {
	first := time.Date(firstBirthYear, 1, 1, 0, 0, 0, 0, time.UTC)
	end := time.Date(lastBirthYear+1, 1, 1, 0, 0, 0, 0, time.UTC)
	return int(end.Sub(first) / (24 * time.Hour))
}

func TestProvincesAreThoseOfTheLists(t *testing.T) {
	listed := map[int32]bool{}
	for _, r := range regionRows() {
		listed[r.code/10000] = true
	}
	require.Len(t, listed, 34)
	for _, p := range provincesByTrial() {
		assert.True(t, listed[int32(p)])
	}
	assert.Len(t, provincesByTrial(), 34)
}

func TestCandidatesOfOpenMasks(t *testing.T) {
	days := uint64(daysInAll())
	leapDays := uint64(0)
	for y := firstBirthYear; y <= lastBirthYear; y++ {
		if isLeap(y) {
			leapDays++
		}
	}
	tests := []struct {
		mask string
		want uint64
		why  string
	}{
		{"******************", 34 * 10_000 * days * 1000, "every number"},
		{"11****************", 10_000 * days * 1000, "one province"},
		{"110101************", days * 1000, "one county"},
		{"110101********7758", 0, "filled in below: see TestCandidatesByTail"},
		{"******19900307****", 34 * 10_000 * 1000, "one day"},
		{"******1990********", 34 * 10_000 * 365 * 1000, "a common year"},
		{"******1992********", 34 * 10_000 * 366 * 1000, "a leap year"},
		{"**********0229****", 34 * 10_000 * leapDays * 1000, "29 February"},
		{"**********0230****", 0, "30 February"},
		{"**********13******", 0, "no 13th month"},
		{"******1899********", 0, "before 1900"},
		{"******2027********", 0, "after the last year"},
		{"99****************", 0, "no such province"},
		{"7*****************", 0, "no province begins with 7"},
		{"***********X******", 0, "X is read as hidden there, the rest too"},
		{"110101199003074514", 1, "whole"},
		{"110101199003074515", 0, "whole, wrong check digit"},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			m, err := ParseMaskedID(tt.mask)
			require.NoError(t, err)
			want := tt.want
			switch tt.mask {
			case "110101********7758":
				want = candidatesByTail(t, "110101", "7758")
			case "***********X******":
				want = 34 * 10_000 * days * 1000
			}
			assert.Equal(t, want, m.Candidates())
		})
	}
}

// candidatesByTail tries every birth date.
func candidatesByTail(t *testing.T, region, tail string) (n uint64) {
	t.Helper()
	day := time.Date(firstBirthYear, 1, 1, 0, 0, 0, 0, time.UTC)
	for ; day.Year() <= lastBirthYear; day = day.AddDate(0, 0, 1) {
		if slowValid(region + day.Format("20060102") + tail) {
			n++
		}
	}
	return n
}

// bruteForce tries all characters for the hidden ones.
func bruteForce(mask string) (n uint64) {
	i := strings.IndexByte(mask, '*')
	if i < 0 {
		if slowValid(mask) {
			return 1
		}
		return 0
	}
	digits := "0123456789"
	if i == idLength-1 {
		digits = "0123456789X"
	}
	for _, c := range digits {
		n += bruteForce(mask[:i] + string(c) + mask[i+1:])
	}
	return n
}

func TestCandidatesEqualBruteForce(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 1))
	zeros := 0
	for i := range 200 {
		d := randomID(rnd).digits()
		for range 1 + rnd.IntN(4) {
			d[rnd.IntN(idLength)] = hidden
		}
		if i%10 == 0 { // up to 6 on some: a million trials each
			for range 2 {
				d[rnd.IntN(idLength)] = hidden
			}
		}
		if i%4 == 0 { // a shown digit that need not be right
			d[rnd.IntN(idLength-1)] = '0' + byte(rnd.IntN(10))
		}
		m, err := ParseMaskedID(string(d[:]))
		require.NoError(t, err)
		want := bruteForce(string(d[:]))
		require.Equal(t, want, m.Candidates(), "mask %d", i)
		if want == 0 {
			zeros++
		}
	}
	assert.NotZero(t, zeros, "impossible masks are among them")
}

// A run of stars of unknown length: each of its lengths is tried, and a number
// that fits several counts once.
func TestCandidatesOfRunsOfUnknownLength(t *testing.T) {
	for _, mask := range []string{
		"110101*9003*4514", "110101199003*4*4", "11010*990*0745*4", "1101011*9*030745*", "*0101199003*451*",
		"11*10119900307*5*4", "11010119*0*0*4514", "1*0101*9003*7451*", "110101199003*11*4",
	} {
		m, err := ParseMaskedID(mask)
		require.NoError(t, err)
		if m.n == idLength {
			require.Equal(t, bruteForce(mask), m.Candidates())
			continue
		}
		seen := map[string]bool{}
		for _, wide := range widen(mask) {
			collect(wide, seen)
		}
		require.NotEmpty(t, seen)
		assert.Equal(t, uint64(len(seen)), m.Candidates(), mask)
		for s := range seen {
			id, err := ParseID(s)
			require.NoError(t, err)
			require.Equal(t, Agree, m.Fits(id))
		}
	}
}

// widen returns the masks of 18 characters that mask can mean.
func widen(mask string) (list []string) {
	if len(mask) == idLength {
		return []string{mask}
	}
	seen := map[string]bool{}
	for i := range mask {
		if mask[i] == hidden {
			seen[mask[:i]+"*"+mask[i:]] = true
		}
	}
	for m := range seen {
		list = append(list, widen(m)...)
	}
	return list
}

func collect(mask string, seen map[string]bool) {
	i := strings.IndexByte(mask, '*')
	if i < 0 {
		if slowValid(mask) {
			seen[mask] = true
		}
		return
	}
	for _, c := range "0123456789X" {
		if c != 'X' || i == idLength-1 {
			collect(mask[:i]+string(c)+mask[i+1:], seen)
		}
	}
}

var sink uint64

func BenchmarkCandidates(b *testing.B) {
	for _, mask := range []string{"1101**********1234", "******************", "3****************5", "110***199*0***7", "1*2*3*4", "1*1111*1"} {
		m, err := ParseMaskedID(mask)
		require.NoError(b, err)
		b.Run(mask, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				sink = m.Candidates()
			}
		})
	}
}

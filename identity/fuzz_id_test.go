package identity

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// slowRead brings what ParseID accepts into 18 plain characters, another way.
func slowRead(s string) (string, bool) {
	if !utf8.ValidString(s) {
		return "", false
	}
	const wide, plain = "０１２３４５６７８９Ｘｘx", "0123456789XXX"
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", r) || unicode.IsSpace(r) {
			return -1
		}
		if i := strings.IndexRune(wide, r); i >= 0 {
			return rune(plain[utf8.RuneCountInString(wide[:i])])
		}
		return r
	}, s)
	if len(s) == 15 && strings.Trim(s, "0123456789") == "" {
		s = s[:6] + "19" + s[6:]
		for _, c := range "0123456789X" {
			if slowValid(s + string(c)) {
				return s + string(c), true
			}
		}
	}
	return s, slowValid(s)
}

func FuzzParseID(f *testing.F) {
	seed(f, "ids.tsv", 4, 1, "id_number", "id_full", "masked_id")
	f.Fuzz(func(t *testing.T, in string) {
		id, err := ParseID(in)
		want, ok := slowRead(in)
		if !ok {
			requireParseError(t, err, in)
			require.True(t, id.IsZero())
			return
		}
		require.NoError(t, err)
		require.Equal(t, want, id.Reveal())
		require.Equal(t, want[:4]+"**********"+want[14:], id.String())
		again, err := ParseID(id.Reveal())
		require.NoError(t, err)
		require.Equal(t, id, again)
		require.Equal(t, uint64(1), mustMask(t, want).Candidates())
	})
}

// A number masked in any form fits itself, and is among the candidates.
func FuzzMaskedNumberFitsItself(f *testing.F) {
	f.Add(uint64(11010119900307451), uint32(0x3ff0), uint8(0), uint8(0))
	f.Add(uint64(11010119900307451), uint32(0x0ff0), uint8(1), uint8(1))
	f.Add(uint64(31011519851230001), uint32(0x1c38), uint8(2), uint8(2))
	f.Add(uint64(31011519851230001), uint32(0x20001), uint8(7), uint8(3))
	marks := []string{"*", "＊", "x", "X", "×", "●", "•", "·", "…", "~", "#", "_", "?"}
	f.Fuzz(func(t *testing.T, body uint64, hide uint32, mark, collapse uint8) {
		d := ID{body % 1e17}.digits()
		id, err := ParseID(string(d[:]))
		if err != nil {
			return
		}
		star := marks[int(mark)%len(marks)]
		in, ok := maskBy(d, hide, star, int(collapse%4))
		if !ok {
			return
		}
		m, err := ParseMaskedID(in)
		if err != nil { // so little is shown that it is a tail of 1, 2, or 7 and more
			require.NotContains(t, in, star)
			return
		}
		require.NotEqual(t, Disagree, m.Fits(id))
		require.Positive(t, m.Candidates())
		require.GreaterOrEqual(t, Compare(Claim{ID: m}, Profile{ID: id}).Bits, 0.0)
		hiddenInMiddle := 0
		for i, c := range m.String() {
			if i >= 4 && i < len(m.String())-4 {
				require.Equal(t, '*', c)
				hiddenInMiddle++
			}
		}
		require.Equal(t, max(len(m.String())-8, 0), hiddenInMiddle)
	})
}

// maskBy hides the characters of d that hide has a bit for; every run is stars
// long, or as long as it is if stars is 0. It is not ok if the form says
// something else: a lone X at the end, runs that add up to 18 by chance.
func maskBy(d [idLength]byte, hide uint32, star string, stars int) (in string, ok bool) {
	var b strings.Builder
	var runs []int
	for i, c := range d {
		if hide&(1<<i) == 0 {
			b.WriteByte(c)
			continue
		}
		if i > 0 && hide&(1<<(i-1)) != 0 {
			runs[len(runs)-1]++
		} else {
			runs = append(runs, 1)
			b.WriteString(strings.Repeat(star, stars))
		}
		if stars == 0 {
			b.WriteString(star)
		}
	}
	in = b.String()
	if lone := strings.TrimRight(in, star); strings.EqualFold(star, "x") && len(in)-len(lone) == 1 && lone != "" && d[17] != 'X' {
		return "", false
	}
	if stars > 0 && utf8.RuneCountInString(in) == idLength {
		for _, n := range runs {
			if n != stars {
				return "", false
			}
		}
	}
	return in, true
}

func FuzzParseMaskedID(f *testing.F) {
	seed(f, "ids.tsv", 4, 1, "masked_id", "id_full", "id_number")
	f.Fuzz(func(t *testing.T, in string) {
		m, err := ParseMaskedID(in)
		if err != nil {
			requireParseError(t, err, in)
			return
		}
		again, err := ParseMaskedID(m.Reveal())
		require.NoError(t, err)
		require.Equal(t, m, again)
		require.LessOrEqual(t, len(m.Reveal()), idLength)
		if id, ok := m.Whole(); ok {
			require.Equal(t, Agree, m.Fits(id))
		}
		require.Equal(t, m.Candidates(), again.Candidates())
	})
}

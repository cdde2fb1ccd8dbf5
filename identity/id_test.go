package identity

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// slowValid is an independent reading of GB 11643-1999 and of the range of birth
// dates, for 18 plain characters.
func slowValid(s string) bool {
	if len(s) != 18 || strings.Trim(s[:17], "0123456789") != "" {
		return false
	}
	if !strings.Contains(" 11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 81 82 83 ", " "+s[:2]+" ") {
		return false
	}
	born, err := time.Parse("20060102", s[6:14])
	if err != nil || born.Year() < 1900 || born.Year() > 2026 {
		return false
	}
	// ISO 7064 MOD 11-2: the digits as a polynomial in 2, with the check value,
	// leave 1.
	p := 0
	for _, c := range s[:17] {
		p = (p + int(c-'0')) * 2 % 11
	}
	if s[17] == 'X' {
		return (p+10)%11 == 1
	}
	return '0' <= s[17] && s[17] <= '9' && (p+int(s[17]-'0'))%11 == 1
}

const sampleID = "110101199003074514"

func mustID(t testing.TB, s string) ID {
	t.Helper()
	id, err := ParseID(s)
	require.NoError(t, err)
	return id
}

func TestAge(t *testing.T) {
	leap := mustID(t, "110101199602290016")
	day := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 12, 0, 0, 0, time.UTC) }
	tests := []struct {
		name string
		id   ID
		on   time.Time
		want int
	}{
		{"day before the birthday", mustID(t, sampleID), day(2026, 3, 6), 35},
		{"birthday", mustID(t, sampleID), day(2026, 3, 7), 36},
		{"day after the birthday", mustID(t, sampleID), day(2026, 3, 8), 36},
		{"day of birth", mustID(t, sampleID), day(1990, 3, 7), 0},
		{"before birth", mustID(t, sampleID), day(1990, 3, 6), -1},
		{"long before birth", mustID(t, sampleID), day(1900, 3, 6), -1},
		{"no number", ID{}, day(2026, 3, 8), -1},
		{"leap day, 28 February", leap, day(2026, 2, 28), 29},
		{"leap day, 1 March", leap, day(2026, 3, 1), 30},
		{"leap day, leap year", leap, day(2024, 2, 29), 28},
		{"the day where on is", mustID(t, sampleID), time.Date(2026, 3, 6, 23, 0, 0, 0, time.FixedZone("", -8*3600)), 35},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, tt.id.Age(tt.on)) })
	}
}

func TestZeroID(t *testing.T) {
	var id ID
	assert.True(t, id.IsZero())
	assert.Empty(t, id.Reveal())
	assert.Empty(t, id.String())
	assert.Equal(t, Region{}, id.Region())
	assert.Equal(t, SexUnknown, id.Sex())
	assert.Equal(t, MaskedID{}, id.Mask(4, 4))
	text, err := json.Marshal(id)
	require.NoError(t, err)
	assert.Equal(t, `""`, string(text))
	require.NoError(t, json.Unmarshal(text, &id))
	assert.True(t, id.IsZero())
	assert.Error(t, json.Unmarshal([]byte(`"x"`), &id))
}

func TestMaskKeepsEnds(t *testing.T) {
	id := mustID(t, sampleID)
	tests := []struct {
		head, tail int
		want       string
	}{
		{6, 4, "110101********4514"},
		{0, 4, "**************4514"},
		{18, 0, sampleID},
		{0, 18, sampleID},
		{10, 10, sampleID},
		{99, 99, sampleID},
		{-1, -1, "******************"},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, id.Mask(tt.head, tt.tail).Reveal())
	}
}

func TestKnownOfMasks(t *testing.T) {
	tests := []struct {
		mask   string
		region Region
		year   int
		month  time.Month
		day    int
		sex    Sex
		check  byte
	}{
		{mask: sampleID, region: Region{"110101", "北京市东城区", true}, year: 1990, month: 3, day: 7, sex: SexMale, check: '4'},
		{mask: "1101**********4514", region: Region{"1101", "北京市", true}, sex: SexMale, check: '4'},
		{mask: "330106********0027", region: Region{"330106", "浙江省杭州市西湖区", true}, sex: SexFemale, check: '7'},
		{mask: "320219********0027", region: Region{"320219", "江苏省无锡市", false}, sex: SexFemale, check: '7'},
		{mask: "33010*********00*X", region: Region{"3301", "浙江省杭州市", true}, check: 'X'},
		{mask: "3*****************"},
		{mask: "44****1990********", region: Region{"44", "广东省", true}, year: 1990},
		{mask: "130123199*********", region: Region{"130123", "河北省石家庄市正定县", true}},
		{mask: "1301231990********", region: Region{"130123", "河北省石家庄市栾城县", true}, year: 1990},
		{mask: "990101************", region: Region{"990101", "", false}},
		{mask: "**********0307****", month: 3, day: 7},
		{mask: "3301*1990*12", region: Region{"3301", "浙江省杭州市", true}, sex: SexMale, check: '2'},
		{mask: "******************"},
	}
	for _, tt := range tests {
		m := mustMask(t, tt.mask)
		assert.Equal(t, tt.region, m.Region())
		year, hasYear := m.BirthYear()
		assert.Equal(t, tt.year, year)
		assert.Equal(t, tt.year != 0, hasYear)
		month, day, hasDay := m.BirthDay()
		if hasDay {
			assert.Equal(t, tt.month, month)
			assert.Equal(t, tt.day, day)
		}
		assert.Equal(t, tt.month != 0, hasDay)
		assert.Equal(t, tt.sex, m.Sex())
		check, hasCheck := m.CheckDigit()
		assert.Equal(t, tt.check != 0, hasCheck)
		if hasCheck {
			assert.Equal(t, tt.check, check)
		}
	}
	var none MaskedID
	assert.Equal(t, Region{}, none.Region())
	assert.Zero(t, none.Candidates())
	assert.Equal(t, Unknown, none.Fits(mustID(t, sampleID)))
	_, ok := none.BirthYear()
	assert.False(t, ok)
	_, ok = none.CheckDigit()
	assert.False(t, ok)
}

func TestWhole(t *testing.T) {
	id, ok := mustMask(t, sampleID).Whole()
	assert.True(t, ok)
	assert.Equal(t, mustID(t, sampleID), id)
	_, ok = mustMask(t, "1101**********4514").Whole()
	assert.False(t, ok, "hidden")
	_, ok = mustMask(t, "110101199003074515").Whole()
	assert.False(t, ok, "wrong check digit")
}

func TestParseIDDoesNotAllocate(t *testing.T) {
	assert.Zero(t, testing.AllocsPerRun(100, func() { _, _ = ParseID(sampleID) }))
	m := mustMask(t, "11*1990*4")
	assert.Zero(t, testing.AllocsPerRun(100, func() { m.Candidates() }))
}

// plainCheck is all that many programs do: the weighted sum.
func plainCheck(s string) bool {
	sum := 0
	for i := range 17 {
		sum += int(s[i]-'0') * int(checkWeights[i])
	}
	return checkDigits[sum%11] == s[17]
}

func BenchmarkParseID(b *testing.B) {
	for _, bb := range []struct{ name, in string }{
		{"hit", sampleID}, {"fullwidth", "１１０１０１１９９００３０７４５１４"}, {"old", "110101900307451"}, {"miss", "110101199003074515"},
	} {
		b.Run(bb.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _ = ParseID(bb.in)
			}
		})
	}
	b.Run("plain checksum alone", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			plainCheck(sampleID)
		}
	})
}

func BenchmarkParseMaskedID(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = ParseMaskedID("1101**********4514")
	}
}

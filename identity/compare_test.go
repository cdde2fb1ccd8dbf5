package identity

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// readPair reads the first six columns of comparisons.tsv.
func readPair(t testing.TB, row []string) (c Claim, p Profile) {
	t.Helper()
	for i, f := range row[:6] {
		if f == "-" {
			row[i] = ""
		}
	}
	require.NoError(t, c.Name.UnmarshalText([]byte(row[0])))
	require.NoError(t, c.ID.UnmarshalText([]byte(row[1])))
	require.NoError(t, c.Phone.UnmarshalText([]byte(row[2])))
	p.Name = row[3]
	require.NoError(t, p.ID.UnmarshalText([]byte(row[4])))
	p.Phones = strings.Fields(row[5])
	return c, p
}

func TestComparisons(t *testing.T) {
	for _, row := range readTable(t, "comparisons.tsv", 9, 60) {
		t.Run(row[8], func(t *testing.T) {
			claim, profile := readPair(t, row)
			got := Compare(claim, profile)
			letters, slip, sum := "", "", 0.0
			for i, f := range got.Fields {
				assert.Equal(t, []Field{FieldName, FieldSex, FieldID, FieldPhone}[i], f.Field)
				letters += f.Outcome.String()[:1]
				if f.Slip {
					slip = "S"
				}
				if f.Outcome == Unknown {
					assert.Zero(t, f.Bits)
				}
				sum += f.Bits
			}
			assert.Equal(t, row[6], letters+slip)
			assert.InDelta(t, sum, got.Bits, 1e-9, "the sum is that of the fields")
			var least, most float64
			_, err := fmt.Sscan(row[7], &least, &most)
			require.NoError(t, err)
			assert.GreaterOrEqual(t, got.Bits, least)
			assert.LessOrEqual(t, got.Bits, most)
			assert.Equal(t, got, Compare(claim, profile))
			assert.Equal(t, tenth(got.Bits-got.Field(FieldPhone).Bits), got.BitsWithout(FieldPhone))

			text, err := json.Marshal(got)
			require.NoError(t, err)
			var again Comparison
			require.NoError(t, json.Unmarshal(text, &again))
			assert.Equal(t, got, again)
		})
	}
}

func TestOverallOutcome(t *testing.T) {
	tests := []struct {
		name     string
		claim    Claim
		profile  Profile
		want     Outcome
		wantBits float64
	}{
		{name: "nothing on either side", want: Unknown},
		{name: "phone alone agrees", claim: Claim{Phone: mustPhone(t, "138****1234")}, profile: Profile{Phones: []string{"13800001234"}}, want: Agree},
		{name: "phone alone differs", claim: Claim{Phone: mustPhone(t, "139****1234")}, profile: Profile{Phones: []string{"13800001234"}}, want: Disagree, wantBits: -3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := Compare(tt.claim, tt.profile)
			assert.Equal(t, tt.want, got.Outcome)
			assert.Equal(t, tt.wantBits, got.Bits)
			assert.False(t, math.Signbit(got.Bits) && got.Bits == 0)
		})
	}
	assert.Equal(t, FieldComparison{Field: "other"}, Comparison{}.Field("other"))
}

func mustPhone(t testing.TB, s string) Phone {
	t.Helper()
	p, err := ParsePhone(s)
	require.NoError(t, err)
	return p
}

func mustName(t testing.TB, s string) Name {
	t.Helper()
	n, err := ParseName(s)
	require.NoError(t, err)
	return n
}

func mustMask(t testing.TB, s string) MaskedID {
	t.Helper()
	m, err := ParseMaskedID(s)
	require.NoError(t, err)
	return m
}

// The sum does not depend on how the fields share it: weighing a person in one
// go, as a mixture of strangers and relatives, gives the same.
func TestFieldsAreWeighedTogether(t *testing.T) {
	id, err := ParseID("110101199003074514")
	require.NoError(t, err)
	name, number := mustName(t, "张**"), id.Mask(6, 4)
	p := Profile{Name: "张三丰", ID: id}
	n, i := compareNames(name, p.Name), compareIDs(number, id)
	together := math.Log2(n.right * i.right / ((1-familyShare)*n.random*i.random + familyShare*n.family*i.family))
	assert.InDelta(t, together, Compare(Claim{Name: name, ID: number}, p).Bits, 0.11)
	apart := Compare(Claim{Name: name}, p).Bits + Compare(Claim{ID: number}, p).Bits
	assert.Greater(t, apart-together, 1.0, "added as if independent they would say too much")
}

func TestWaterfall(t *testing.T) {
	id, err := ParseID("110101199003074514")
	require.NoError(t, err)
	c := Claim{Name: mustName(t, "张**先生"), ID: mustMask(t, "110101********4524"), Phone: mustPhone(t, "139****1234")}
	got := Compare(c, Profile{Name: "张三丰", ID: id}).String()
	want := "" +
		"name   agree       +3.3\n" +
		"sex    agree       +0.0\n" +
		"id     disagree    -1.2  one character wrong, or two swapped\n" +
		"phone  unknown     +0.0\n" +
		"sum    agree       +2.1\n"
	assert.Equal(t, want, got)
}

// If a mask of the same number shows more, it never says less.
func TestMoreShownSaysMore(t *testing.T) {
	id, err := ParseID("110101199003074514")
	require.NoError(t, err)
	before := 0.0
	for head := 1; head <= idLength; head++ {
		bits := Compare(Claim{ID: id.Mask(head, 0)}, Profile{ID: id}).Bits
		assert.GreaterOrEqual(t, bits, before)
		before = bits
	}
	assert.Greater(t, before, 25.0)
}

func BenchmarkCompare(b *testing.B) {
	id, err := ParseID("110101199003074514")
	require.NoError(b, err)
	other, err := ParseID("420106197905233170")
	if err != nil {
		other = id
	}
	claims := map[string]Claim{
		"agree":    {Name: mustName(b, "张**"), ID: id.Mask(6, 4)},
		"disagree": {Name: mustName(b, "李*明"), ID: other.Mask(4, 4)},
		"empty":    {},
	}
	p := Profile{Name: "张三丰", ID: id}
	for _, name := range []string{"agree", "disagree", "empty"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Compare(claims[name], p)
			}
		})
	}
}

package identity

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func claimOf(t *testing.T, name, id, phone string) (c Claim) {
	t.Helper()
	var err error
	if name != "" {
		c.Name, err = ParseName(name)
		require.NoError(t, err)
	}
	if id != "" {
		c.ID, err = ParseMaskedID(id)
		require.NoError(t, err)
	}
	if phone != "" {
		c.Phone, err = ParsePhone(phone)
		require.NoError(t, err)
	}
	return c
}

func TestTogether(t *testing.T) {
	for _, test := range []struct {
		what          string
		a, b          [3]string // name, ID number, phone
		outcome       Outcome
		name, id, tel string
	}{
		{"nothing", [3]string{}, [3]string{}, Unknown, "", "", ""},
		{"one side", [3]string{"张*"}, [3]string{"", "1101**********1234"}, Unknown, "张*", "1101**********1234", ""},
		{"head and tail of a name", [3]string{"张*"}, [3]string{"*三"}, Unknown, "张三", "", ""},
		{"mask and whole name", [3]string{"张**"}, [3]string{"张小三"}, Agree, "张小三", "", ""},
		{"stars of no length", [3]string{"张*"}, [3]string{"张小三"}, Agree, "张小三", "", ""},
		{"title and mask", [3]string{"张先生"}, [3]string{"张*"}, Agree, "张*", "", ""},
		{"two titles", [3]string{"张先生"}, [3]string{"张女士"}, Disagree, "张", "", ""},
		{"two surnames", [3]string{"张*"}, [3]string{"李*"}, Disagree, "张*", "", ""},
		{"two ways of writing a surname", [3]string{"肖*"}, [3]string{"萧*"}, Agree, "肖*", "", ""},
		{"other given name", [3]string{"张*丰"}, [3]string{"张*峰"}, Disagree, "张*丰", "", ""},
		{"head and tail of a number", [3]string{"", "1101**********1234"}, [3]string{"", "110101********12**"}, Agree, "", "110101********1234", ""},
		{"tail and birth date", [3]string{"", "1234"}, [3]string{"", "******19900307****"}, Unknown, "", "******19900307**1234"[:14] + "1234", ""},
		{"other tail", [3]string{"", "1101**********1234"}, [3]string{"", "尾号1235"}, Disagree, "", "1101**********1234", ""},
		{"sex in the number", [3]string{"张先生"}, [3]string{"", "11010119900307002*"}, Disagree, "张", "11010119900307002*", ""},
		{"number with a run of no length", [3]string{"", "1101*9*1234"}, [3]string{"", "1101**********1234"}, Agree, "", "1101**********1234", ""},
		{"phones that fit", [3]string{"", "", "139****0001"}, [3]string{"", "", "13900000001"}, Agree, "", "", "13900000001"},
		{"phones of one person", [3]string{"", "", "13900000001"}, [3]string{"", "", "13900000002"}, Unknown, "", "", "13900000001"},
	} {
		t.Run(test.what, func(t *testing.T) {
			a := claimOf(t, test.a[0], test.a[1], test.a[2])
			b := claimOf(t, test.b[0], test.b[1], test.b[2])
			both, c := Together(a, b)
			assert.Equal(t, test.outcome, c.Outcome, "%s", c)
			if test.outcome != Disagree {
				assert.Equal(t, test.name, both.Name.Reveal())
				assert.Equal(t, test.id, both.ID.Reveal())
				assert.Equal(t, test.tel, both.Phone.Reveal())
			}
			_, back := Together(b, a)
			assert.Equal(t, c, back, "the order of two claims does not matter")
		})
	}
}

// TestTogetherCheckDigit: two masks that leave one number, which cannot exist, mean two people.
func TestTogetherCheckDigit(t *testing.T) {
	for _, test := range []struct {
		tail    string
		outcome Outcome
	}{{"002X", Agree}, {"0023", Disagree}} {
		a := claimOf(t, "", "11010119900307002*", "")
		b := claimOf(t, "", "110101********"+test.tail, "")
		id, err := ParseID("11010119900307002X")
		require.NoError(t, err, "the number of the test is a valid one")
		both, c := Together(a, b)
		assert.Equal(t, test.outcome, c.Outcome)
		if test.outcome == Agree {
			assert.Equal(t, id.Reveal(), both.ID.Reveal())
		}
	}
}

func TestTogetherWeighsWhatIsShown(t *testing.T) {
	bits := func(a, b Claim) float64 {
		_, c := Together(a, b)
		return c.Bits
	}
	surname := bits(claimOf(t, "张*", "", ""), claimOf(t, "张**", "", ""))
	rare := bits(claimOf(t, "逯*", "", ""), claimOf(t, "逯**", "", ""))
	whole := bits(claimOf(t, "张小三", "", ""), claimOf(t, "张小三", "", ""))
	tail := bits(claimOf(t, "", "1234", ""), claimOf(t, "", "1101**********1234", ""))
	assert.Less(t, surname, rare, "a rare surname says more")
	assert.Less(t, surname, whole)
	assert.InDelta(t, 13.4, tail, 0.1, "three digits of ten, one of eleven")
	assert.Negative(t, bits(claimOf(t, "张*", "", ""), claimOf(t, "李*", "", "")))
}

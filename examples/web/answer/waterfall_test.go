package answer

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
)

// A waterfall starts at nothing, each row begins where the last one ends, and the
// last ends at the distance of the two scores, which are rounded to a tenth each.
func TestWaterfall(t *testing.T) {
	rows := 0
	for _, c := range cases(t) {
		a := To(c.question(""))
		require.Len(t, a.Stories, 4, c.ID)
		bits := map[classify.Verdict]float64{}
		for _, s := range a.Stories {
			bits[s.Story] = s.Bits
		}
		for _, s := range a.Stories {
			sum := 0.0
			for _, r := range s.Rows {
				require.NotEmpty(t, r.Text, c.ID)
				require.Equal(t, sum, r.From, c.ID)
				require.InDelta(t, r.Bits, r.To-r.From, 1e-9, c.ID)
				sum = r.To
				rows++
			}
			require.Equal(t, sum, s.Lead, c.ID)
			require.InDelta(t, bits[s.Story]-bits[s.Rival], s.Lead, 0.1001, c.ID)
			for _, other := range a.Stories {
				require.True(t, other.Story == s.Story || bits[s.Rival] >= other.Bits, c.ID)
			}
		}
		if v := a.Verdict; v != classify.Undetermined && v != classify.NotANotice {
			for _, s := range a.Stories {
				require.Equal(t, s.Story == v, s.Lead > 0, c.ID)
			}
		}
	}
	assert.Greater(t, rows, 1000)
}

// A row says if its group leaves less of it than it would weigh alone.
func TestCounted(t *testing.T) {
	a := To(Question{Text: "【云杉银行】卡已凍結，请致电008613800003390恢复，逾期未还将起诉，加微信abc12345。"})
	weights := 0
	for _, r := range a.Stories[3].Rows {
		if r.Weight != 0 {
			assert.Less(t, r.Bits, r.Weight, r.Code)
			weights++
		}
	}
	assert.Positive(t, weights)
}

func TestNotes(t *testing.T) {
	q := Question{Text: "【青禾消费金融】您的借款已逾期26天，将安排上门。", Lang: remedy.English}
	var codes []string
	for _, n := range To(q).Notes {
		require.NotEmpty(t, n.Text)
		codes = append(codes, n.Code)
	}
	assert.Contains(t, codes, "THREATENS_VISIT")
	assert.Contains(t, codes, "THIN_EVIDENCE")
}

package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestChains reads lists whose members are something by themselves.
func TestChains(t *testing.T) {
	for _, tt := range []struct {
		text            string
		amounts, phones int
	}{
		{"欠款1000.00元/2000.00元/3000.00元/4000.00元/5000.00元/6000.00元", 6, 0},
		{"逾期请致电13812345678/13912345678/13712345678/13612345678/13512345678/13412345678", 0, 6},
		{"逾期请致电400-000-1234/400-000-5678/400-000-1235/400-000-5679/400-000-1236/400-000-5670", 0, 6},
		{"借款逾期1-1-1-1-1-1-1-1-1", 0, 0},
	} {
		n, err := Parse(tt.text)
		require.NoError(t, err)
		assert.Len(t, n.Amounts, tt.amounts, tt.text)
		assert.Len(t, n.Phones, tt.phones, tt.text)
		for _, a := range n.Amounts {
			assert.Positive(t, a.Fen)
		}
	}
	n, err := Parse("借款逾期欠款1000.00/2000.00/3000.00/4000.00/5000.00元")
	require.NoError(t, err)
	assert.Nil(t, n.Amount, "which of them is owed is not said")
}

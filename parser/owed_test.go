package parser_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// TestReadersDebt has messages that only say what the reader owes, and similar ones.
func TestReadersDebt(t *testing.T) {
	for text, want := range map[string]parser.Kind{
		"【某贷】您的欠款820元":         parser.KindReminder,
		"【某贷】您的欠款（不含逾期费用）820元": parser.KindReminder,
		"【某贷】您的欠款金额为820元":      parser.KindReminder,
		"【某贷】您的欠款820元，已逾期3天":   parser.KindOverdue,
		"【某贷】您的欠款820元已结清":      parser.KindReceipt,
		"【某贷】收到您的欠款820元":       parser.KindReceipt,
		"【某移动】您的话费欠款82元":       parser.KindOther,
	} {
		n, err := parser.Parse(text)
		require.NoError(t, err)
		assert.Equal(t, want, n.Kind, text)
		if want == parser.KindReminder && assert.NotNil(t, n.Amount, text) {
			assert.Equal(t, int64(82000), n.Amount.Fen, text)
		}
	}
}

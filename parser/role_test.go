package parser

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRoleOfSum has what lies between a sum and the words that say what it is.
func TestRoleOfSum(t *testing.T) {
	for _, tt := range []struct {
		text string
		role Role
		fen  int64
	}{
		{"【星桥小贷】您的借款已逾期3天，欠款1030元", RoleTotal, 1030_00},
		{"【星桥小贷】您的借款已逾期3天，欠款（含罚息）1030元", RoleTotal, 1030_00},
		{"【星桥小贷】您的借款已逾期3天，欠款（含罚息）是1030元", RoleTotal, 1030_00},
		{"【星桥小贷】您的借款已逾期3天，欠款（含罚息）约1030元", RoleTotal, 1030_00},
		{"【星桥小贷】您的借款已逾期3天，欠款及罚息1030元", RoleTotal, 1030_00},
		{"【星桥小贷】您的借款已逾期3天，欠款（罚息除外）1030元", RoleTotal, 1030_00},
		{"【星桥小贷】您的借款（本金及利息）1030元已逾期3天", RoleTotal, 1030_00},
		{"【星桥小贷】您的借款已逾期3天，罚息1030元", RolePenalty, 1030_00},
		{"【星桥小贷】您的借款已逾期3天，欠款，罚息1030元", RolePenalty, 1030_00},
		{"【星桥小贷】您的借款已逾期3天，罚息（按欠款计）1030元", RolePenalty, 1030_00},
	} {
		n, err := Parse(tt.text)
		require.NoError(t, err)
		require.Len(t, n.Amounts, 1, tt.text)
		assert.Equal(t, tt.role, n.Amounts[0].Role, tt.text)
		assert.Equal(t, tt.fen, n.Amounts[0].Fen, tt.text)
	}
}

// TestLateEndsSentence: a sentence about lateness may end with any mark.
func TestLateEndsSentence(t *testing.T) {
	for _, tt := range []struct {
		text string
		late bool
	}{
		{"【星桥小贷】您的借款已逾期。请尽快处理", true},
		{"【星桥小贷】您的借款已逾期！请尽快处理", true},
		{"【星桥小贷】您的借款已逾期；请尽快处理", true},
		{"【星桥小贷】您的借款未逾期！感谢支持", false},
	} {
		n, err := Parse(tt.text)
		require.NoError(t, err)
		assert.Equal(t, tt.late, n.Kind == KindOverdue, tt.text)
	}
}

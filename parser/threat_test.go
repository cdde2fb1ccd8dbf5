package parser_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// TestThreatsOf reads notices for what they threaten.
func TestThreatsOf(t *testing.T) {
	for _, row := range []struct {
		text   string
		threat parser.ThreatType
		want   bool
		why    string
	}{
		{"您的借款已逾期，我们将上门", parser.ThreatVisit, true, ""},
		{"您的借款已逾期，我们不上门", parser.ThreatVisit, false, "denied"},
		{"您的借款已逾期，请还款以免停机", parser.ThreatRestrict, true, "以免 denies nothing"},
		{"您的借款已逾期，您手机停机", parser.ThreatRestrict, false, "the reader cannot be reached"},
		{"您的借款已逾期，您手机又停机", parser.ThreatRestrict, false, ""},
		{"您的借款已逾期，为了不影响您的征信，请还款", parser.ThreatCreditRecord, true, "a purpose denies nothing"},
		{"您的借款已逾期，为免影响征信，请还款", parser.ThreatCreditRecord, true, ""},
		{"您的借款已逾期，今日还清不影响征信", parser.ThreatCreditRecord, false, "denied"},
		{"您的车贷已逾期，我司将派人收车", parser.ThreatRepossess, true, ""},
		{"您的借款已逾期，请勿做老赖", parser.ThreatBlacklist, false, "a name and no list"},
		{"您的借款已逾期，将通知村委会", parser.ThreatContactCommunity, true, ""},
		{"您的借款已逾期，再不还打断你的腿", parser.ThreatHarm, true, ""},
	} {
		n, err := parser.Parse(row.text)
		require.NoError(t, err)
		assert.Equal(t, row.want, slices.Contains(threatTypes(n), row.threat), "%s %s (%s)", row.threat, row.text, row.why)
	}
}

package classify

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// TestHarmless: facts about debts do not make a message that mentions no debt a scam.
func TestHarmless(t *testing.T) {
	none := Facts{HasAccount: No, ShownInApp: No, OnCreditReport: No, LenderConfirms: No}
	for _, text := range []string{
		"【某某驿站】您的包裹已到，取件码3-2-1024，请于今日20点前领取。",
		"妈，我今晚不回家吃饭了",
		"【某某外卖】验证码059601，5分钟内有效，请勿告诉他人。",
		"【某某移动】尊敬的客户，您的话费余额为36.50元。",
		"各位家长，本周五下午三点开家长会，请准时参加。",
	} {
		for _, f := range []Facts{{}, {HasAccount: No}, {HasAccount: No, ShownInApp: No}, none} {
			n, err := parser.Parse(text)
			require.NoError(t, err)
			a := Assess(n, Context{Facts: f})
			assert.Equal(t, NotANotice, a.Verdict)
			assert.False(t, a.LikelyScam)
		}
	}
}

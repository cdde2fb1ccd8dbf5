package parser_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// ownPhoneRows are texts with the debtor's own phone number or its last digits, and
// texts with one to call or with the last digits of a card.
var ownPhoneRows = []struct {
	in, own string
	phones  []string
	card    bool // the accounts have the last digits of a card
	why     string
}{
	{"手机号尾号0123的用户，您已逾期5天", "0123", nil, false, "尾号 after a word that is the debtor's by itself"},
	{"【青松易贷】（手机尾号0123）您欠款已逾期5天", "0123", nil, false, "in brackets"},
	{"【某贷】手机（尾号0123）的用户，您已逾期5天", "0123", nil, false, "brackets between"},
	{"【某贷】手机末四位0123的客户，您已逾期5天", "0123", nil, false, ""},
	{"【某贷】电话号码后四位：0123，您已逾期5天", "0123", nil, false, ""},
	{"【某贷】注册手机后4位0123，您已逾期5天", "0123", nil, false, ""},
	{"【青松易贷】登记手机****0123，借款已逾期5天", "0123", nil, false, "masks alone"},
	{"【青松易贷】登记手机尾号****0123，借款已逾期5天", "0123", nil, false, "masks after 尾号"},
	{"【青松易贷】储蓄卡尾号****0123，借款已逾期5天", "", nil, true, "a card"},
	{"【某贷】预留手机号●●●●0123，您已逾期5天", "0123", nil, false, "masks alone"},
	{"【某贷】尾号0123的机主，您已逾期5天", "0123", nil, false, "机主 has phones alone"},
	{"【某贷】您尾号0123的信用卡已逾期5天", "", nil, true, "a card"},
	{"【某贷】尾号0123用户，您已逾期5天", "", nil, true, "nothing says phone"},
	{"【某贷】您名下手机13800000123的账户已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】王明名下手机号码13800000123已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】王明（手机13800000123）您已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】王明（手机：13800000123）您已逾期5天，请致电95588", "13800000123", []string{"95588"}, false, ""},
	{"【某贷】请联系王经理（手机13800000123），您已逾期5天", "", []string{"13800000123"}, false, "one to call"},
	{"【某贷】客服王某（手机13800000123），您已逾期5天", "", []string{"13800000123"}, false, "one to call"},
	{"【某贷】您名下客户王明，电话13800000123，已逾期5天", "13800000123", nil, false, "to the customer's manager"},
	{"【某贷】您名下客户王明，联系电话：13800000123，已逾期5天", "13800000123", nil, false, ""},
	{"尊敬的13800000123用户，您已逾期5天", "13800000123", nil, false, "greeted by it"},
	{"尊敬的用户13800000123，您已逾期5天", "13800000123", nil, false, "greeted by it"},
	{"尊敬的95588用户，您已逾期5天", "", []string{"95588"}, false, "no mobile"},
	{"【某贷】机主13800000123您好，您已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】号码13800000123的机主，您已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】您绑定的号码13800000123已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】本机号码13800000123，您已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】机主（尾号0123）您好，您已逾期5天", "0123", nil, false, ""},
	{"【某贷】贵司员工王明，手机13800000123，已逾期5天", "13800000123", nil, false, ""},
	{"姓名：王明 手机：13800000123 欠款已逾期5天", "13800000123", nil, false, "a form"},
	{"【某贷】您已逾期5天，请回我手机号13800000123", "", []string{"13800000123"}, false, "the sender's"},
	{"【某贷】您已逾期5天，我手机13800000123", "", []string{"13800000123"}, false, "the sender's"},
	{"【某贷】您已逾期5天，联系人王经理 手机13800000123", "", []string{"13800000123"}, false, "a collector's"},
	{"【某贷】您已逾期5天，请拨用户服务热线13800000123", "", []string{"13800000123"}, false, ""},
	{"【某贷】借款人王明，手机13800000123，已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】您名下客户王明已逾期5天，电话13800000123", "", []string{"13800000123"}, false, "the sender's"},
	{"【某贷】您的客户经理王明，电话13800000123，您已逾期5天", "", []string{"13800000123"}, false, "the sender's"},
	{"【某贷】您在我司预留的手机13800000123，已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】您留存的电话13800000123，已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】您的电话13800000123无法接通，已逾期5天", "13800000123", nil, false, ""},
	{"【某贷】致电您本人13800000123无人应答，您已逾期5天", "13800000123", nil, false, "called, and none to call"},
	{"【某贷】数次致电您13800000123均未接，您已逾期5天", "13800000123", nil, false, "called, and none to call"},
	{"【某贷】反复拨打13800000123无果，您已逾期5天", "13800000123", nil, false, "called, and none to call"},
	{"【某贷】13800000123若无法接通请发微信，您已逾期5天", "", []string{"13800000123"}, false, "a condition"},
	{"【某贷】客服13800000123打不通时等候，您已逾期5天", "", []string{"13800000123"}, false, "the sender's"},
	{"致：何云 13800000123，您已逾期5天", "13800000123", nil, false, "next to the debtor's name"},
	{"【某贷】何云,13800000123,您已逾期5天", "13800000123", nil, false, "next to the debtor's name"},
	{"【某贷】何云/13800000123，您已逾期5天", "13800000123", nil, false, "next to the debtor's name"},
	{"【某贷】何云（13800000123），您已逾期5天", "13800000123", nil, false, "next to the debtor's name"},
	{"尊敬的何云（13800000123）：您已逾期5天", "13800000123", nil, false, "next to the debtor's name"},
	{"【某贷】何云 女士 手机：13800000123，您已逾期5天", "13800000123", nil, false, "next to the debtor's name"},
	{"【某贷】何云女士，电话13800000123，您已逾期5天", "", []string{"13800000123"}, false, "after a greeting"},
	{"【某贷】何云女士，客服电话13800000123，您已逾期5天", "", []string{"13800000123"}, false, "the sender's"},
	{"【某贷】您已逾期5天，催收员手机号13800000123", "", []string{"13800000123"}, false, "the sender's"},
	{"【某贷】您已逾期5天，请加手机号13800000123微信", "", []string{"13800000123"}, false, "the sender's"},
	{"【某贷】请勿接听13800000123的来电，您已逾期5天", "", nil, false, "one to beware of"},
	{"【某贷】您的紧急联系人电话13800000123，您已逾期5天", "", nil, false, "another's"},
	{"【某贷】您的联系人请拨打13800000123，您已逾期5天", "", []string{"13800000123"}, false, "one to call"},
	{"【某贷】号码尾号0123的用户，您已逾期5天", "0123", nil, false, "号码 alone is a phone's"},
	{"【某贷】银行卡号码尾号0123的用户，您已逾期5天", "", nil, true, "a card"},
	{"【某贷】机主尾号0123，您已逾期5天", "0123", nil, false, ""},
	{"【某贷】（尾号0123）机主，您已逾期5天", "0123", nil, false, ""},
	{"【某贷】（尾号0123）卡主，您已逾期5天", "", nil, true, "a card"},
	{"【某贷】手机****0123用户，您已逾期5天", "0123", nil, false, "masks alone"},
	{"【某贷】手机*0123的客户，您已逾期5天", "0123", nil, false, "a mask alone"},
	{"【某贷】手机*0123，您已逾期5天", "", nil, false, "nothing says whose"},
	{"【某贷】手机尾号【0123】用户，您已逾期5天", "0123", nil, false, "brackets"},
	{"【某贷】信贷员小王1380000xxxx，请回电，您已逾期5天", "1380000xxxx", nil, false, "hidden, so none to call, but the ask stands"},
}

func TestOwnPhone(t *testing.T) {
	for _, row := range ownPhoneRows {
		n, err := parser.Parse(row.in)
		require.NoError(t, err)
		own := ""
		if n.Phone != nil {
			own = n.Phone.Text
		}
		assert.Equal(t, row.own, own, "%s (%s)", row.in, row.why)
		var phones []string
		for _, p := range n.Phones {
			phones = append(phones, p.Text)
		}
		assert.Equal(t, row.phones, phones, "%s (%s)", row.in, row.why)
		assert.Equal(t, row.card, len(n.Accounts) > 0, "%s (%s)", row.in, row.why)
		if len(row.phones) == 0 {
			asks := hasAsk(n, parser.AskCallNumber)
			assert.Equal(t, row.own == "1380000xxxx", asks, "%s: asks to call", row.in)
		}
	}
}

// hasAsk reports whether n has an ask of type a.
func hasAsk(n *parser.Notice, a parser.AskType) bool {
	for _, ask := range n.Asks {
		if ask.Type == a {
			return true
		}
	}
	return false
}

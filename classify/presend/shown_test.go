package presend

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A number that a text calls the debtor's is compared with the record's, whatever it is called. @P
// stands for the tail of a phone number, @D for that of an ID number.
func TestShown(t *testing.T) {
	for _, text := range []string{
		"登录手机138****@P", "登录号1380000@P", "登记手机@P", "预留号码尾号@P", "您留的手机是@P结尾的这个号", "（手机@P尾）",
		"购车时留的手机号（末尾@P）", "Mobile ending @P.", "手机138-****-@P", "注册账号1380000@P", "您尾号@P的号码",
		"证尾@D", "证号尾@D", "（证@D）", "证件号尾号@D", "ID ending @D.", "身份证@D结尾", "您的证后四位@D", "证件330***********@D",
		"沈亦安先生（尾号@P）",
	} {
		text = "【青禾消费金融】" + text + "，沈亦安先生，您已逾期26天，应还总额500.00元。"
		if strings.Contains(text, "先生（") {
			text = "【青禾消费金融】沈亦安先生（尾号@P），您已逾期26天，应还总额500.00元。"
		}
		assert.Empty(t, differing(t, strings.NewReplacer("@P", "3401", "@D", "1171").Replace(text)), text)
		assert.NotEmpty(t, differing(t, strings.NewReplacer("@P", "3410", "@D", "1117").Replace(text)), text)
	}
	for _, text := range []string{
		"卡号尾号3410", "您尾号3410的信用卡", "合同尾号3410", "客服电话953410", "工号3410", "律师执业证3410", "紧急联系人手机尾号3410",
		"车牌尾号3410", "客服电话400-000-3410", "许可证3410", "订单号3410", "沈亦安先生（尾号3410的卡）",
	} {
		text = "【青禾消费金融】" + text + "，沈亦安先生，您已逾期26天，应还总额500.00元。"
		assert.Empty(t, differing(t, text), text)
	}
}

// differing returns the codes of what does not fit a record.
func differing(t *testing.T, text string) (codes []string) {
	t.Helper()
	n := Notice{text, Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon}}
	got, err := new(Checker).Check(n)
	require.NoError(t, err)
	for _, f := range got.Findings {
		if kinds()[f.Code].differs {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

package presend

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A tail is recognised whatever its length and however the record writes the number.
func TestPhoneTail(t *testing.T) {
	for _, own := range []string{"13800001234", "138-0000-12-34", "+86 138 0000 1234"} {
		for _, format := range []string{"手机尾号@", "预留手机末位@", "手机号末位为@", "尾号@的手机", "您尾号@的号码"} {
			for tail, want := range map[string]string{
				"1234": "", "01234": "", "001234": "", "0001234": "", "00001234": "",
				"1235": "PHONE_DIFFERS", "01235": "PHONE_DIFFERS", "11234": "PHONE_DIFFERS", "101234": "PHONE_DIFFERS",
			} {
				if len(tail) > 6 && !strings.HasPrefix(format, "手机尾号") {
					continue
				}
				text := "【青禾消费金融】沈亦安先生（" + strings.ReplaceAll(format, "@", tail) + "），您的借款已逾期26天，应还总额500.00元。"
				got, err := new(Checker).Check(Notice{text, Record{Person: person(t, "沈亦安", "330203199104121171", own)}})
				require.NoError(t, err)
				var codes []string
				for _, f := range got.Findings {
					codes = append(codes, f.Code)
				}
				assert.Equal(t, want, strings.Join(codes, " "), "%s: %s", own, text)
			}
		}
	}
}

// A phone number that a text shows as the debtor's own is compared with the record's, however it
// is written.
func TestOwnPhone(t *testing.T) {
	for _, text := range []string{
		"沈*安先生（手机尾号@），您的借款已逾期26天，应还总额500.00元。",
		"沈*安先生（手机1380000@），您的借款已逾期26天，应还总额500.00元。",
		"沈*安先生（手机号138****@），您的借款已逾期26天，应还总额500.00元。",
		"沈*安先生(手机号码:1380000@)，您的借款已逾期26天，应还总额500.00元。",
		"沈*安先生（本人手机尾号：@），您的借款已逾期26天，应还总额500.00元。",
		"沈*安先生（手机后四位@），您的借款已逾期26天，应还总额500.00元。",
		"沈*安先生（电话尾号@），您的借款已逾期26天，应还总额500.00元。",
		"沈*安先生/138****@，您的借款已逾期26天，应还总额500.00元。",
		"沈*安先生，您登记的手机138****@名下借款已逾期26天，应还总额500.00元。",
		"沈*安先生，您登记手机（尾号@）对应的借款已逾期26天，应还总额500.00元。",
		"沈*安先生，您预留手机号码尾号为@，您的借款已逾期26天，应还总额500.00元。",
		"沈*安先生，您尾号@的手机号所绑定的借款已逾期26天，应还总额500.00元。",
		"沈*安先生，您绑定手机尾号@的账户借款已逾期26天，应还总额500.00元。",
		"沈*安先生，手机号码为1380000@的借款账户已逾期26天，应还总额500.00元。",
		"沈*安先生，您以手机号138****@注册的账户借款已逾期26天，应还总额500.00元。",
		"沈*安先生，注册手机号：138****@，您的借款已逾期26天，应还总额500.00元。",
		"手机尾号@的沈*安先生，您的借款已逾期26天，应还总额500.00元。",
		"尾号@的手机用户沈*安，您的借款已逾期26天，应还总额500.00元。",
		"手机尾号为@的客户沈*安您好，您的借款已逾期26天，应还总额500.00元。",
		"客户沈*安（注册手机尾号@）您好，您的借款已逾期26天，应还总额500.00元。",
		"沈*安（联系电话138****@），您的借款已逾期26天，应还总额500.00元。",
	} {
		text = "【青禾消费金融】" + text
		n := Notice{Record: Record{Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon}}
		for tail, want := range map[string]string{"3401": "", "2222": "PHONE_DIFFERS", "0096": "PHONE_DIFFERS"} {
			n.Text = strings.ReplaceAll(text, "@", tail)
			got, err := new(Checker).Check(n)
			require.NoError(t, err)
			var codes []string
			for _, f := range got.Findings {
				codes = append(codes, f.Code)
			}
			assert.Equal(t, want, strings.Join(codes, " "), n.Text)
		}
	}
}

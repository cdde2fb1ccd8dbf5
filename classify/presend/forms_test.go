package presend

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// However it is written, each of the wrong texts has a finding and none of the right ones has. On
// 2 March, they are about an overdue debt of 500 yuan that was due on 4 February, or remind of one
// that is due on the 5th.
func TestForms(t *testing.T) {
	day := func(month time.Month, day int) time.Time { return time.Date(2026, month, day, 0, 0, 0, 0, china) }
	overdue := Record{
		Person: person(t, "沈亦安", "330203199104121171", "13800003401"), PlannedAt: noon,
		Amount: new(int64(50000)), Days: new(26), Periods: new(1), Due: day(2, 4), Since: day(2, 5),
	}
	reminder := Record{Person: overdue.Person, PlannedAt: noon, Amount: overdue.Amount, Due: day(3, 5)}
	for _, c := range []struct {
		texts  []string
		record Record
		wrong  bool
	}{
		{wrongOverdue, overdue, true}, {wrongReminder, reminder, true}, {rightOverdue, overdue, false}, {rightReminder, reminder, false},
	} {
		for _, text := range c.texts {
			got, err := new(Checker).Check(Notice{"【青禾消费金融】" + text, c.record})
			require.NoError(t, err)
			var codes []string
			for _, f := range got.Findings {
				codes = append(codes, f.Code)
			}
			assert.Equal(t, c.wrong, len(codes) > 0, "%s in %s", strings.Join(codes, " "), text)
		}
	}
}

var (
	wrongOverdue = []string{
		"沈亦安先生，借款500元逾期28天未还。", "沈亦安，已欠款29天，500元请还。", "沈亦安先生，500元已过期二十九天。",
		"沈亦安您好，您2月8日到期的500元还没还。", "沈亦安，2月4号该还的500，今天已经是第29天了。",
		"沈亦安先生，您应于2/8还款500元，已逾期26天。", "沈亦安先生，您名下500元自2月9日起逾期。",
		"沈亦安先生，您逾期26天，应还550元。", "沈亦安先生，500元借款逾期26天，共3期。", "沈亦安先生，欠三期，逾期26天，500元。",
		"沈亦安先生，您逾期26天，应还五百五十元整。", "沈亦安先生，500元拖欠29日。",
		"沈亦安先生，逾期26天，应还500元，您在我司留存的电话后四位是3410。", "沈亦安先生，逾期26天，应还500元，身份证后6位121117。",
		"沈亦安先生，逾期26天，应还500元，证件号330203********1117。", "沈亦安先生，您2月4日（周二）到期的500元已逾期26天。",
		"沈亦安先生，您还款日是2月8日，500元已逾期。", "沈亦安先生，应还500元，逾期26天，请致电 ，谢谢。",
		"沈亦安先生，应还500元，逾期26天，合同号：。", "沈亦安先生，应还500元，逾期26天，尾号****的卡。",
		"沈亦安先生，应还500元，逾期26天，再装聋作哑就去你单位。",
	}
	wrongReminder = []string{
		"沈亦安先生，3月8日是还款日，500元。", "沈亦安，您本期500元将于3月8日扣款。", "沈亦安，后天要还500元哦。", "沈亦安，明天还款日，500元。",
		"沈亦安您好，3.8应还500元。", "沈亦安您好，8号扣款500元。", "沈亦安您好，还有5天到还款日，500元。", "沈亦安您好，3月5日应还580元。",
		"沈亦安，500元账单5天后到期。", "沈亦安，离还款日还有一天，500元。", "沈亦安，500元今晚最后期限。",
		"沈亦安，3月份账单500元，到期还款日8日。", "沈亦安您好，500元账单三月八日到期。",
	}
	rightOverdue = []string{
		"沈亦安先生，借款500元逾期26天未还。", "沈亦安，2月4号该还的500，今天已经是第26天了。", "沈亦安先生，您500元自2月5日起逾期。",
		"沈*安先生，应还500元，逾期超过20天。", "沈亦安先生，您本金480元、利息20元，合计500元，逾期26天。",
		"沈亦安先生，已还100元，剩余500元，逾期26天。", "沈亦安先生，逾期26天，应还500元，手机尾号3401，身份证尾号1171。",
		"沈亦安先生，逾期26天，应还500元，3月5日前还清可免罚息10元。", "沈亦安先生，逾期26天，应还500元，第3/12期。",
		"沈亦安先生，逾期26天，1期，应还500元，总价6000元分12期。", "沈亦安先生，逾期26天，应还500元。您卡号尾号1234的信用卡已停用。",
		"沈亦安先生，逾期26天，应还500元。每期500元，共24期，第3/24期。", "沈亦安先生，逾期26天，应还500元。您已连续2期按时还款。",
		"沈亦安先生，逾期26天，应还500元。您2月1日还款的200元已到账。", "沈亦安先生，逾期26天，应还500元。信用卡到期日05/27。",
		"沈亦安先生，逾期26天，应还500元。您的紧急联系人手机尾号5566需更新。", "沈亦安先生，逾期26天，应还500元。若今日18点前未还，将产生罚息。",
		"沈亦安先生，逾期26天，应还500元。如有冒充公安要求转账的，均为诈骗。", "沈亦安先生，逾期26天，应还500元。一般三五天后更新。",
	}
	rightReminder = []string{
		"沈亦安先生，3月5日是还款日，500元。", "沈亦安，大后天要还500元哦。", "沈亦安您好，3.5应还500元。", "沈亦安您好，5号扣款500元。",
		"沈亦安您好，还有3天到还款日，500元。", "沈亦安您好，3月5日（周四）应还500元。", "沈亦安您好，您今天可提前还款500元，还款日3月5日。",
		"沈亦安，500元账单3天后到期。", "沈亦安，500元账单两三天后到期。", "沈亦安，距活动结束还有5天，3月5日应还500元。",
	}
)

package matter

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestLinks: each constant stands for the row of its name.
func TestLinks(t *testing.T) {
	rows := links.Get()
	for l, code := range map[link]string{
		linkCardTail: "CARD_TAIL", linkCardTailDiffers: "CARD_TAIL_DIFFERS", linkCase: "CASE", linkChannelDiffers: "CHANNEL_DIFFERS",
		linkCollector: "COLLECTOR", linkContract: "CONTRACT", linkContractDiffers: "CONTRACT_DIFFERS", linkCourt: "COURT",
		linkDays: "DAYS", linkDaysDiffer: "DAYS_DIFFER", linkFactsDiffer: "FACTS_DIFFER", linkHandle: "HANDLE",
		linkLender: "LENDER", linkLenderDiffers: "LENDER_DIFFERS", linkLenderNamed: "LENDER_NAMED", linkNamed: "NAMED",
		linkPerson: "PERSON", linkPersonDiffers: "PERSON_DIFFERS", linkPersonPerhaps: "PERSON_PERHAPS",
		linkPrincipal: "PRINCIPAL", linkPrincipalDiffers: "PRINCIPAL_DIFFERS", linkProduct: "PRODUCT", linkProductDiffers: "PRODUCT_DIFFERS",
		linkRecipient: "RECIPIENT", linkSender: "SENDER", linkSenderPerson: "SENDER_PERSON", linkSideDiffers: "SIDE_DIFFERS",
		linkSum: "SUM", linkSumDiffers: "SUM_DIFFERS", linkSumFits: "SUM_FITS", linkSumNear: "SUM_NEAR", linkSumRound: "SUM_ROUND",
		linkSurety: "SURETY", linkSuretyOnce: "SURETY_ONCE", linkTemplate: "TEMPLATE", linkTime: "TIME", linkTimePersons: "TIME_PERSONS",
	} {
		assert.Equal(t, code, rows[l].code)
		assert.NotZero(t, rows[l].bits, code)
	}
	assert.Equal(t, "TIME_PERSONS", rows[linksInAll-1].code, "the last row is the last constant")
	for _, a := range aspects {
		assert.Negative(t, rows[a.differ].bits)
		for _, l := range a.agree {
			assert.Positive(t, rows[l].bits)
		}
	}
}

// A lender's name counts as part of another's only if it identifies a lender.
func TestSameName(t *testing.T) {
	named := func(text, canonical string) name {
		n := name{text: text, canonical: canonical, plain: plainly(text)}
		n.core = coreOf(plainly(n.shown()))
		return n
	}
	for _, test := range []struct {
		a, b name
		same bool
	}{
		{named("招商银行信用卡中心", "招商银行"), named("招行", "招商银行"), true},
		{named("小橙花", ""), named("小橙花消费金融有限公司", ""), true},
		{named("舒城农商行", ""), named("安徽舒城农村商业银行", ""), true},
		{named("上海银行", "上海银行"), named("上海鼎诚小贷", ""), false},
		{named("中国银行", "中国银行"), named("中国邦融小贷", ""), false},
		{named("平安银行", "平安银行"), named("平安普惠", "平安普惠"), false},
		{named("平台", ""), named("青禾平台", ""), false},
	} {
		assert.Equal(t, test.same, test.a.same(test.b), "%s and %s", test.a.text, test.b.text)
		assert.Equal(t, test.same, test.b.same(test.a), "%s and %s", test.b.text, test.a.text)
	}
}

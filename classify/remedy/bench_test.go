package remedy_test

import (
	"testing"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
)

func BenchmarkStepsIn(b *testing.B) {
	for name, text := range map[string]string{
		"plain":   "【青禾银行】沈亦安先生（身份证330203********1171），您的借款本金8,000.00元已逾期26天，请登录官方App还款。",
		"many":    "【云溪区人民法院】父债子还，您父亲去世前借的高炮8,000.00元已逾期26天，现送达支付令，将联系您的辅导员，泼油漆。",
		"no gate": "明天晚上七点在老地方吃饭，记得带上孩子，路上慢点。",
	} {
		b.Run(name, func(b *testing.B) {
			s := situationOf(b, text, idNumber, classify.Genuine, classify.Facts{})
			b.ReportAllocs()
			for b.Loop() {
				remedy.StepsIn(s, remedy.Chinese)
			}
		})
	}
}

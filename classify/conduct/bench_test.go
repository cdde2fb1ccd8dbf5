package conduct_test

import (
	"strings"
	"testing"
	"time"

	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// BenchmarkBreaches: a notice that breaks nothing, one that breaks much, and one as long
// as they come.
func BenchmarkBreaches(b *testing.B) {
	const polite = "【青禾消费金融】沈亦安先生，您的借款8000元已逾期26天，请尽快还款，详询4000001212。"
	const rude = "沈亦安，你的借款2340元逾期40天，不要脸，今天不还就爆通讯录轰炸，照片群发，联系你父母和单位领导，追究刑事责任！"
	at := date("2026-03-02T10:15:00+08:00")
	for _, bench := range []struct{ name, text string }{
		{"polite", polite},
		{"rude", rude},
		{"long", polite + strings.Repeat("请您合理安排资金，珍惜个人信用，", (parser.MaxBytes-len(polite))/48)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			n := parse(b, bench.text)
			b.ReportAllocs()
			for b.Loop() {
				conduct.Breaches(n, at, identity.Unknown)
			}
		})
	}
	b.Run("none", func(b *testing.B) {
		n := parse(b, "妈，晚上回来吃饭")
		b.ReportAllocs()
		for b.Loop() {
			conduct.Breaches(n, time.Time{}, identity.Unknown)
		}
	})
}

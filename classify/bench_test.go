package classify

import (
	"testing"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

const benchText = "【澜庭消费金融】林**女士（身份证号1101**********0022），您的借款本金8,600.00元已逾期31天，罚息312.40元，请立即还款，工作人员将上门拜访，如已还款请忽略。"

var benchLenders = []parser.Lender{{
	Name: "澜庭消费金融", Hotlines: []string{"400-000-1212"}, Domains: []string{"lantingxf.example"}, Senders: []string{"1069000000001"},
}}

// Compare BenchmarkAssess with BenchmarkParse for the same message.
func BenchmarkAssess(b *testing.B) {
	n, err := parser.Parse(benchText)
	if err != nil {
		b.Fatal(err)
	}
	id, _ := identity.ParseID("110105199003070022")
	for _, bench := range []struct {
		name string
		c    Context
	}{
		{"text", Context{}},
		{"context", Context{
			Recipient: identity.Profile{Name: "林晓舟", ID: id, Phones: []string{"13800001234"}},
			Sender:    "1069000000001", Facts: Facts{HasAccount: No, LenderConfirms: Yes},
		}},
		{"lenders", Context{Sender: "1069000000001", Facts: Facts{HasAccount: Yes}, Lenders: benchLenders}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Assess(n, bench.c)
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := parser.Parse(benchText); err != nil {
			b.Fatal(err)
		}
	}
}

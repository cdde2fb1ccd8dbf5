package main

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/parser"
)

func TestCellOf(t *testing.T) {
	lender := &parser.LenderName{Found: parser.Found{Text: "某某贷"}}
	known := &parser.LenderName{Found: parser.Found{Text: "某某贷"}, Canonical: "某某小额贷款有限公司"}
	late := time.Date(2026, 2, 28, 16, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name   string
		lender *parser.LenderName
		m      dunsms.Message
		want   lenderCell
		ok     bool
	}{
		{name: "no lender"},
		{name: "no day", lender: lender, want: lenderCell{LenderDay: lenderDay{Lender: "某某贷"}}, ok: true},
		{name: "known, midnight in China", lender: known, m: dunsms.Message{ReceivedAt: late}, want: lenderCell{LenderDay: lenderDay{"某某小额贷款有限公司", "2026-03-01"}}, ok: true},
		{name: "a second before", lender: lender, m: dunsms.Message{ReceivedAt: late.Add(-time.Second)}, want: lenderCell{LenderDay: lenderDay{"某某贷", "2026-02-28"}}, ok: true},
		{name: "denied", lender: lender, m: dunsms.Message{Facts: classify.Facts{HasAccount: classify.No}}, want: lenderCell{LenderDay: lenderDay{Lender: "某某贷"}, Denied: true}, ok: true},
		{name: "denied by the lender", lender: lender, m: dunsms.Message{Facts: classify.Facts{LenderConfirms: classify.No}}, want: lenderCell{LenderDay: lenderDay{Lender: "某某贷"}, Denied: true}, ok: true},
		{name: "not shown in the app is no denial", lender: lender, m: dunsms.Message{Facts: classify.Facts{ShownInApp: classify.No, HasAccount: classify.Yes}}, want: lenderCell{LenderDay: lenderDay{Lender: "某某贷"}}, ok: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := &dunsms.Report{Notice: parser.Notice{Kind: parser.KindOverdue, Lender: c.lender}, Assessment: classify.Assessment{Verdict: classify.Mistake}}
			if c.ok {
				c.want.Kind, c.want.Verdict = "overdue", "mistake"
			}
			got, ok := cellOf(c.m, r)
			assert.Equal(t, c.want, got)
			assert.Equal(t, c.ok, ok)
		})
	}
}

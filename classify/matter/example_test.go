package matter_test

import (
	"fmt"
	"time"

	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/identity"
)

// Two debts, one of them somebody else's, from two lenders and a collector. The people and the
// numbers are invented.
func ExamplePhone() {
	phone := matter.Phone{Recipient: identity.Profile{Name: "林晓舟"}}
	for i, m := range []struct{ at, from, text string }{
		{"2026-03-20T10:00:00+08:00", "1069000000001", "【澜庭消费金融】林晓舟女士，您合同号LT2026010001的借款已逾期12天，请还款。"},
		{"2026-03-21T09:00:00+08:00", "1069000000002", "【望川小贷】高晓阳先生，您的借款1,866.20元已逾期40天，请还款。"},
		{"2026-04-03T22:30:00+08:00", "13900005566", "林晓舟，合同号LT2026010001的欠款已逾期26天，再不还就上门。"},
	} {
		at, err := time.Parse(time.RFC3339, m.at)
		if err != nil {
			panic(err)
		}
		if err := phone.AddMessage(matter.Message{Number: i + 1, Text: m.text, Sender: m.from, ReceivedAt: at}); err != nil {
			panic(err)
		}
	}
	for _, m := range phone.Matters().Matters {
		fmt.Println(m.ID, m.Lender, m.Stage, "since", m.Since)
		for _, member := range m.Members {
			fmt.Println("  ", member.Messages, member.Role, member.Links)
		}
		for _, b := range m.Breaches {
			fmt.Println("  ", b.Rule, b.Messages)
		}
	}
	// Output:
	// m1 澜庭消费金融 collected since 2026-03-08
	//    [1] lender []
	//    [3] collector [CONTRACT DAYS RECIPIENT]
	//    NIGHT_HOURS [3]
	// m2 望川小贷 overdue since 2026-02-09
	//    [2] lender []
}

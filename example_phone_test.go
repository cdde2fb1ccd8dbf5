package dunsms_test

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/identity"
)

// All messages of a phone together: the people and the numbers are invented.
func ExampleChecker_Matters() {
	day := func(d int) time.Time { return time.Date(2026, 3, d, 2, 0, 0, 0, time.UTC) }
	messages := []dunsms.Message{
		{Sender: "1069000000001", ReceivedAt: day(20), Text: "【澜庭消费金融】高晓阳先生，您的借款8,203.55元已逾期12天，请尽快还款。"},
		{Sender: "13900004444", ReceivedAt: day(21), Text: "今晚一起吃饭吗"},
		{Sender: "1069000000001", ReceivedAt: day(23), Text: "【澜庭消费金融】高晓阳先生，您的借款8,203.55元已逾期15天，请尽快还款。"},
	}
	r, err := new(dunsms.Checker).Matters(context.Background(), dunsms.Phone{Recipient: identity.Profile{Name: "林晓舟"}}, slices.Values(messages))
	if err != nil {
		panic(err)
	}
	for _, m := range r.Matters {
		fmt.Println(m.ID, m.Lender, m.Stage, "since", m.Since, len(m.Members), "messages:", m.Assessment.Verdict)
		fmt.Println(m.Assessment.Headline)
	}
	// Output:
	// m1 澜庭消费金融 overdue since 2026-03-08 2 messages: mistake
	// 这些短信很可能发错了人，或者对方的记录有误。
}

package conduct_test

import (
	"fmt"
	"time"

	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

func ExampleBreaches() {
	const text = "【青禾消费金融】沈亦安先生，您的借款8000元已逾期26天，再不还款将追究刑事责任。"
	n, err := parser.Parse(text)
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, 3, 2, 23, 10, 0, 0, time.FixedZone("UTC+8", 8*60*60))
	for _, b := range conduct.Breaches(n, at, identity.Agree) {
		fmt.Println(b.Rule, b.Binding, b.Trust)
		for _, s := range b.Spans {
			fmt.Println("  ", text[s.Start:s.End])
		}
	}
	// Output:
	// NIGHT_HOURS false B
	// CRIMINAL_CHARGE true B
	//    刑事责任
}

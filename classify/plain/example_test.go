package plain_test

import (
	"fmt"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

// A real debt, and a link that nothing shows to be the lender's. The lender is invented.
func ExampleOf() {
	n, err := parser.Parse("【青禾消费金融】您的借款本金8,000.00元已逾期26天，请点击 http://pay.example.net/q 还款。")
	if err != nil {
		return
	}
	facts := classify.Facts{HasAccount: classify.Yes, ShownInApp: classify.Yes}
	a := classify.Assess(n, classify.Context{Facts: facts})
	s := plain.Of(a, n, remedy.Steps(a, facts, nil, remedy.Chinese), remedy.Chinese)
	fmt.Println(s.Headline)
	fmt.Println(s.Reason)
	fmt.Println(s.Now)
	fmt.Println(s.Ask[0].Text)
	fmt.Println(plain.Name(plain.Sender, a.Sender.Status, remedy.Chinese))
	// Output:
	// 欠款看来属实，但没有查明发信人就是该机构或受它委托：先不要照短信里的方式付款或联系。
	// 官方App或官网里查得到这笔欠款。
	// 只在自己打开的官方App里还款，不用短信里的链接、电话和账户。
	// 用您自己查到的官方电话问：发信号码，以及短信里的电话、链接和收款账户，是该机构的或受它委托的吗？
	// 没有核实
}

package remedy_test

import (
	"fmt"
	"strings"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

func ExampleSteps() {
	a := classify.Assessment{Verdict: classify.Mistake}
	f := classify.Facts{Harmed: classify.Yes, Repaid: classify.No, NumberOnOtherRecord: classify.No}
	for _, s := range remedy.Steps(a, f, nil, remedy.English) {
		if s.List != "never" {
			fmt.Println(s.List, s.Code, s.Within, s.AnswerDays)
		}
	}
	// Output:
	// harm harm_police now []
	// harm harm_stop_payment now []
	// harm harm_passwords now []
	// harm harm_keep_receipts  []
	// harm theft_phone_cards  [2]
	// harm harm_then  []
	// mistake mistake_call_line  []
	// mistake keep_message  []
	// mistake mistake_demand  []
	// mistake complain_lender  [15 30 60]
	// mistake mistake_complain_regulator  []
	// mistake threats_police  []
	// mistake mistake_credit_report  []
	// mistake mistake_no_id_copy  []
}

func ExampleStepsIn() {
	n, err := parser.Parse("【云溪区人民法院】因邮寄未妥投，现向您送达支付令：向申请人支付借款4,366.20元，15日内不提异议又不履行的，可强制执行。")
	if err != nil {
		fmt.Println(err)
		return
	}
	s := remedy.Situation{Notice: n}
	fmt.Println(s.Circumstances())
	for _, step := range remedy.StepsIn(s, remedy.Chinese)[:2] {
		fmt.Println(step.List, step.Code, step.Within)
	}
	// Output:
	// [court payment_order lawsuit]
	// court court_check today
	// court court_payment_order today
}

func ExampleChannels() {
	for _, c := range remedy.Channels(remedy.English) {
		fmt.Println(c.Name, c.Trust)
	}
	// Output:
	// 110, police A
	// 12315, consumer protection own
	// 12321, reports of SMS (the ministry's one number is 12381) C
	// 12348, legal advice own
	// 12363, People's Bank of China B
	// 12368, hotline of the courts A
	// 12378, National Financial Regulatory Administration B
	// 96110, police against fraud A
	// local financial authority, through 12345 B
	// Credit Reference Center, ipcrs.pbccrc.org.cn, 4008108866 C
}

func ExampleNewRecord() {
	shot, err := remedy.NewAttachment("screenshot.png", strings.NewReader("the bytes of the file"))
	if err != nil {
		fmt.Println(err)
		return
	}
	at := time.Date(2026, 3, 2, 10, 15, 0, 0, time.FixedZone("UTC+8", 8*60*60))
	r, err := remedy.NewRecord("您的借款8000元已逾期26天。", at, "106900770011", nil, shot)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r, r.Verify())
	r.Sender = "106900770012"
	fmt.Println(r.Verify())
	// Output:
	// record of 36 bytes, 1 attachments <nil>
	// remedy: record: record has changed
}

func ExampleObjection() {
	letter, err := remedy.Objection(remedy.Case{Matter: classify.Mistake})
	if err != nil {
		fmt.Println(err)
		return
	}
	title, _, _ := strings.Cut(letter, "\n")
	fmt.Println(title)
	_, err = remedy.Objection(remedy.Case{Matter: classify.Scam})
	fmt.Println(err)
	// Output:
	// 异议申请书
	// remedy: no letter for this verdict
}

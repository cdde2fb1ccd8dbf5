package classify_test

import (
	"fmt"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// recipient is who received the messages of the examples. All of it is invented.
func recipient() identity.Profile {
	id, err := identity.ParseID("110105199003070025")
	if err != nil {
		panic(err)
	}
	return identity.Profile{Name: "林晓舟", ID: id, Phones: []string{"13800001234"}}
}

func assess(text string, facts classify.Facts) classify.Assessment {
	n, err := parser.Parse(text)
	if err != nil {
		panic(err)
	}
	return classify.Assess(n, classify.Context{Recipient: recipient(), Sender: "1069000000001", Facts: facts})
}

// A message that names somebody else is more likely a mistake than a fake.
func Example_mistake() {
	a := assess("【澜庭消费金融】高**先生（身份证号3301**********4171），您的贷款已逾期12天，应还2,310.00元，请登录官方App还款。",
		classify.Facts{HasAccount: classify.No, ShownInApp: classify.No})
	fmt.Println(a)
	// Output:
	// genuine  mistake    theft     scam
	// prior
	//   PRIOR                          +1        ·       -3        ·
	// account
	//   NO_ACCOUNT                     -3     +0.5     +0.5        ·
	// records
	//   APP_SHOWS_NOT                -2.5     +0.5     -0.5     +0.5
	// name
	//   NAME_DISAGREES               -5.6     -0.1     -5.6     -2.2
	// id_number
	//   ID_DISAGREES                 -2.4        ·     -2.4     -0.1
	// sender
	//   SENDER_106                      ·        ·        ·     -0.5
	// detail
	//   NO_HANDLE                       ·        ·        ·       -3
	//   SHOWS_ID                        ·        ·        ·       -1  scam counted -1 of -2
	//   SHOWS_AMOUNT_AND_DAYS           ·        ·        ·    -0.25  scam counted -0.25 of -1
	// score                         -12.5     +0.9      -11     -6.6
	// mistake, confidence high; mistake leads by 7.5
}

// Everything fits, the recipient never took the loan, and yet a record shows it.
func Example_identityTheft() {
	a := assess("【澜庭消费金融】林**女士（身份证号1101**********0025），您的贷款已逾期44天，应还9,310.00元，请登录官方App还款。",
		classify.Facts{HasAccount: classify.No, LenderConfirms: classify.Yes})
	fmt.Println(a.Verdict, a.Confidence)
	for _, e := range a.Evidence {
		if e.Weights.Genuine < 0 {
			fmt.Println(e.Code, e.Explain("en"))
		}
	}
	// Output:
	// identity_theft low
	// NO_ACCOUNT you say that you have never had a loan or a card with this lender
	// DENIES_WHAT_RECORD_SHOWS you never borrowed, but records show a loan: this is just what identity theft looks like, and not a contradiction
}

// A right name and a real debt do not make a private payee right.
func Example_scam() {
	a := assess("林晓舟女士，您在澜庭消费金融的贷款已逾期44天，欠款9,310.00元，今日减免至5,000元，请转账至支付宝13800009876。",
		classify.Facts{HasAccount: classify.Yes, ShownInApp: classify.Yes})
	fmt.Println(a)
	// Output:
	// genuine  mistake    theft     scam
	// prior
	//   PRIOR                          +1        ·       -3        ·
	// account
	//   HAS_ACCOUNT                  +1.5     -1.5     -2.5     -0.5
	// records
	//   APP_SHOWS                    +1.5       -3     +0.5     -0.5
	// name
	//   NAME_AGREES                   +16      +15      +16    +15.7
	// title
	//   TITLE_AGREES                    ·        ·        ·        ·
	// pay
	//   PAYEE_PRIVATE                   ·        ·        ·       +6
	// sender
	//   SENDER_106                      ·        ·        ·     -0.5
	// detail
	//   SHOWS_AMOUNT_AND_DAYS           ·        ·        ·       -1
	// wording
	//   TEXT_LIKE_SCAM                  ·        ·        ·       +1
	// gate
	//   SCAM_CUE_CAPS_GENUINE        -1.8        ·        ·        ·
	// score                         +18.2    +10.5      +11    +20.2
	// scam, confidence low; scam leads by 2
}

func Example_genuine() {
	a := assess("【澜庭消费金融】林**女士，您的贷款已逾期44天，应还9,310.00元，工作人员将上门拜访，请登录官方App还款。",
		classify.Facts{HasAccount: classify.Yes, ShownInApp: classify.Yes})
	fmt.Println(a.Verdict, a.Confidence, a.Lead)
	// Output:
	// genuine certain 9
}

// Text alone proves no debt. AskNext says what to find out.
func Example_undetermined() {
	n, err := parser.Parse("【澜庭消费金融】您的贷款已逾期12天，请尽快还款。")
	if err != nil {
		panic(err)
	}
	a := classify.Assess(n, classify.Context{})
	fmt.Println(a.Verdict, a.Confidence)
	for _, q := range a.AskNext {
		fmt.Println(q.Fact, q.Bits)
	}
	// Output:
	// undetermined none
	// number_on_other_record 8
	// lender_confirms 4.5
	// shown_in_app 4
	// sender_confirmed 4
	// has_account 3.5
	// on_credit_report 3
	// repaid 3
	// amount_agrees 3
	// received_money 2.5
}

func ExampleLikelyMistake() {
	n, err := parser.Parse("【澜庭消费金融】高**先生，您的贷款已逾期12天，应还2,310.00元。")
	if err != nil {
		panic(err)
	}
	f := classify.LikelyMistake(n, classify.Context{Recipient: recipient()})
	fmt.Println(f.Likely, f.Confidence, f.Bits)
	// Output:
	// true high 6.9
}

// An application asks the question that the library suggests next and sets the answer.
func ExampleFacts_Of() {
	n, err := parser.Parse("【青禾消费金融】您的借款已逾期26天，欠款8,000.00元，请尽快还款。")
	if err != nil {
		fmt.Println(err)
		return
	}
	var c classify.Context
	ask := classify.Assess(n, c).AskNext[0]
	*c.Facts.Of(ask.Fact) = classify.No
	fmt.Println(ask.Fact, c.Facts.NumberOnOtherRecord)
	// Output: number_on_other_record no
}

package dunsms_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"slices"
	"strings"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// One message and who received it. The people, the lender and the numbers are invented, here and
// below.
func ExampleCheck() {
	me, err := identity.ParseID("510106199511203315")
	if err != nil {
		log.Fatal(err)
	}
	r, err := dunsms.Check(dunsms.Message{
		Text:      "【青禾消费金融】沈*安先生（身份证110101********2314），您的借款8,000.00元已逾期26天，请尽快还款。",
		Recipient: identity.Profile{Name: "林问渠", ID: me},
		Facts:     classify.Facts{HasAccount: classify.No, ShownInApp: classify.No},
	})
	if err != nil {
		log.Fatal(err)
	}
	if n := r.Notice; n.Amount != nil && n.Overdue != nil && n.Overdue.Days != nil { // nil: the message does not say it
		fmt.Println(n.Kind, n.Amount.Fen, *n.Overdue.Days)
	}
	fmt.Println(r.Assessment.Verdict, r.Assessment.Confidence, r.Comparison.Outcome)
	fmt.Println(r.Notice.Amount, me, r) // personal data print masked
	// Output:
	// overdue 800000 26
	// mistake high disagree
	// Money{principal exact} 5101**********3315 Report{mistake}
}

// The two errors of a message.
func ExampleCheck_error() {
	for _, text := range []string{"\xc7\xeb\xbb\xb9\xbf\xee", strings.Repeat("还款", 4000)} {
		_, err := dunsms.Check(dunsms.Message{Text: text})
		switch {
		case errors.Is(err, parser.ErrNotUTF8):
			fmt.Println("decode it first: GBK?")
		case errors.Is(err, parser.ErrTooLong):
			fmt.Println("no SMS")
		}
	}
	// Output:
	// decode it first: GBK?
	// no SMS
}

// What the recipient knows decides what the text cannot show. AskNext says what to ask.
func ExampleCheck_answers() {
	m := dunsms.Message{Text: "【澜庭消费金融】您的借款2,310.00元已逾期12天，请登录官方App还款。"}
	r, err := dunsms.Check(m)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Assessment.Verdict, "- ask:", plain.Name(plain.Fact, r.Assessment.AskNext[0].Fact, remedy.Chinese))

	m.Facts.HasAccount, m.Facts.ShownInApp = classify.Yes, classify.Yes
	if r, err = dunsms.Check(m); err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Assessment.Verdict, r.Assessment.Confidence)
	// Output:
	// undetermined - ask: 用您自己查到的官方电话问：您的手机号是否登记在别的客户名下？
	// genuine certain
}

// A report in plain words, for the person who received the message.
func ExampleCheck_explanation() {
	r, err := dunsms.Check(dunsms.Message{Text: "【青禾消费金融】您的借款8,000.00元已逾期26天，今天转账至王某6228480000001234567即可结清，否则通知您的家人。"})
	if err != nil {
		log.Fatal(err)
	}
	s := plain.Of(r.Assessment, &r.Notice, r.Steps, remedy.Chinese)
	fmt.Println(s.Headline)
	fmt.Println(s.Reason)
	fmt.Println(s.Now)
	fmt.Println("要做：" + s.Do[0].Text)
	fmt.Println("先弄清：" + s.Ask[0].Text)
	// Output:
	// 这很可能是一条诈骗短信。
	// 以机构名义要您付款到个人账户、个人支付宝或微信。
	// 不要向短信给的账户付款；已经付了的，马上请自己的银行止付，并报警。
	// 要做：保持冷静，先停一下：短信里催您“马上”“几小时内”处理的话不必理。已经付了钱的，先打110和银行；法院文书上的日期要当真。
	// 先弄清：用您自己查到的官方电话问：发信号码，以及短信里的电话、链接和收款账户，是该机构的或受它委托的吗？
}

// Your own lenders, evidence and population. Make a Checker once, and use it from many
// goroutines.
func ExampleChecker() {
	p, err := parser.New(
		parser.WithLenders([]parser.Lender{{Name: "麦浪普惠金融", Aliases: []string{"麦浪普惠"}, Domains: []string{"mailang.example.com"}}}),
		parser.WithCues(strings.NewReader("尾账未销\toverdue\n")),
	)
	if err != nil {
		log.Fatal(err)
	}
	c := &dunsms.Checker{
		Parser:     p,
		Population: classify.EveryMessage, // for a filter that sees all messages, not only doubtful ones
		Evidence:   []classify.Evidence{{Code: "OWN_BLOCKLIST", Weights: classify.Scores{Scam: 9}}},
		Lang:       remedy.English,
	}
	r, err := c.Check(dunsms.Message{Text: "【麦浪普惠】您的借款100.00元尾账未销。"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Notice.Lender.Canonical, r.Assessment.Verdict)
	fmt.Println(r.Assessment.Headline)
	// Output:
	// 麦浪普惠金融 scam
	// This looks like a scam, but that is not certain yet.
}

// Many messages. One that cannot be read yields an error in its place, and the others go on.
func ExampleChecker_CheckAll() {
	messages := []dunsms.Message{
		{ID: "a", Text: "【青禾消费金融】您的借款8,000.00元已逾期26天，请尽快还款。"},
		{ID: "b", Text: "\xc7\xeb\xbb\xb9\xbf\xee"}, // GBK
		{ID: "c", Text: "今晚一起吃饭吗"},
	}
	for r, err := range new(dunsms.Checker).CheckAll(context.Background(), slices.Values(messages)) {
		if bad, ok := errors.AsType[*dunsms.MessageError](err); ok {
			fmt.Println(messages[bad.Number-1].ID, bad.Err)
			continue
		} else if err != nil {
			log.Fatal(err) // of the context
		}
		fmt.Println(r.ID, r.Notice.Kind, r.Assessment.Verdict)
	}
	// Output:
	// a overdue undetermined
	// b parser: message is not UTF-8 (GBK text has to be decoded first): byte 0
	// c other not_a_notice
}

// A service loads everything when it starts, so that its first answer takes no longer than later
// ones.
func ExamplePreload() {
	dunsms.Preload()
	r, err := dunsms.Check(dunsms.Message{Text: "今晚一起吃饭吗"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(r.Assessment.Verdict)
	// Output: not_a_notice
}

// A report in a database: the enumerations as columns, all of it as JSON. database/sql refuses
// personal data until you choose a form: Text, Reveal, or String, which is masked.
func ExampleReport_sql() {
	db := sql.OpenDB(printing{}) // any database
	r, err := dunsms.Check(dunsms.Message{ID: "7", Text: "【青禾消费金融】沈*安先生，您的借款8,000.00元已逾期26天，请尽快还款。"})
	if err != nil {
		log.Fatal(err)
	}
	data, err := json.Marshal(r)
	if err != nil {
		log.Fatal(err)
	}
	if _, err = db.Exec("insert into reports values (?, ?, ?, ?)", r.ID, r.Assessment.Verdict, r.Comparison.Outcome, data); err != nil {
		log.Fatal(err)
	}
	var back dunsms.Report // whole again
	if err = json.Unmarshal(data, &back); err != nil {
		log.Fatal(err)
	}
	fmt.Println(back.Notice.Amount.Text, back.Assessment.Verdict)
	// Output:
	// 7 undetermined unknown {…}
	// 8,000.00元 undetermined
}

package parser_test

import (
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

func ExampleParse() {
	text := "【星桥小贷】王*明先生，您的借款已逾期25天，应还1,234.56元（含罚息80.50元），请致电400-000-1234，如已还款请忽略。"
	n, err := parser.Parse(text)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n.Kind)
	fmt.Println(n.Lender.Text, n.Name.Text, *n.Overdue.Days)
	fmt.Println(n.Amount.Fen, n.Amount.Role, text[n.Amount.Span.Start:n.Amount.Span.End])
	fmt.Println(n.Penalty.Fen, n.Penalty.Precision)
	for _, phone := range n.Phones {
		fmt.Println(phone.Text)
	}
	// Output:
	// overdue
	// 星桥小贷 王*明 25
	// 123456 total 1,234.56元
	// 8050 exact
	// 400-000-1234
}

// What a message does not say is nil. A message that is no notice is no error.
func ExampleParse_other() {
	n, err := parser.Parse("您借阅的图书已逾期3天，请尽快归还。")
	fmt.Println(n.Kind, n.Amount == nil, n.Overdue == nil, err)
	// Output:
	// other true true <nil>
}

// A word disguised to evade filters is read all the same, and reported as an
// evasion.
func ExampleParse_evasion() {
	n, err := parser.Parse("您的贷款已逾 期3天，请加薇xq_kefu01还款")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n.Kind, *n.Overdue.Days)
	for _, s := range n.Signals {
		fmt.Printf("%s %s %q\n", s.Type, s.Fold, s.Text)
	}
	// Output:
	// overdue 3
	// evasion separators "逾 期"
	// evasion look-alike "加薇"
}

// GBK text is the usual cause of ErrNotUTF8. Errors hold nothing of the message.
func ExampleParse_error() {
	_, err := parser.Parse("\xc4\xfa\xd2\xd1\xd3\xe2\xc6\xda")
	fmt.Println(errors.Is(err, parser.ErrNotUTF8))
	fmt.Println(err)
	// Output:
	// true
	// parser: message is not UTF-8 (GBK text has to be decoded first): byte 0
}

func ExampleRelevant() {
	fmt.Println(parser.Relevant("您的快递已到，请凭取件码1024领取"))
	fmt.Println(parser.Relevant("您的借款已逾\u200b期3天"))
	// Output:
	// false
	// true
}

func ExampleTokenize() {
	for _, token := range parser.Tokenize("您的借款逾期25天") {
		fmt.Print(token.Text, " ")
	}
	// Output:
	// 您 的 借款 逾期 25 天
}

func ExampleNew() {
	p, err := parser.New(
		parser.WithLenders([]parser.Lender{{Name: "星桥小额贷款公司", Aliases: []string{"星桥"}}}),
		parser.WithCues(strings.NewReader("尾账未销\toverdue,debt\n")),
	)
	if err != nil {
		log.Fatal(err)
	}
	n, err := p.Parse("【星桥】您的尾账未销，请尽快处理")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n.Kind, n.Lender.Canonical)
	// Output:
	// overdue 星桥小额贷款公司
}

func ExampleWithWords() {
	p, err := parser.New(parser.WithWords(strings.NewReader("霁月轩云贷 1000 nz\n")))
	if err != nil {
		log.Fatal(err)
	}
	for _, token := range p.Tokenize("您的霁月轩云贷逾期") {
		fmt.Print(token.Text, " ")
	}
	// Output:
	// 您 的 霁月轩云贷 逾期
}

func ExampleWithCues() {
	p, err := parser.New(parser.WithCues(strings.NewReader("跑腿费\trole:penalty\n坐炕头\tthreat:visit\n")))
	if err != nil {
		log.Fatal(err)
	}
	n, err := p.Parse("您的借款已逾期，另收跑腿费80元，不还就坐炕头")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n.Penalty.Text, n.Threats[0].Type, n.Threats[0].Text)
	// Output:
	// 80元 visit 坐炕头
}

// The error for a row that cannot be used names its line.
func ExampleWithCues_error() {
	_, err := parser.New(parser.WithCues(strings.NewReader("跑腿费\trole:penalty\n坐炕头\tthreat:paint\n")))
	var bad *parser.TableError
	if errors.As(err, &bad) {
		fmt.Println(bad.Table, bad.Line, bad.Rule)
	}
	// Output:
	// cues 2 unknown meaning
}

func ExampleWithLenders() {
	p, err := parser.New(parser.WithLenders([]parser.Lender{{Name: "霁月轩网络小额贷款", Aliases: []string{"霁月轩"}}}))
	if err != nil {
		log.Fatal(err)
	}
	n, err := p.Parse("您在霁月轩的借款已逾期3天")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n.Lender.Text, n.Lender.Canonical)
	// Output:
	// 霁月轩 霁月轩网络小额贷款
}

// The person whom the message is about is compared with the one who received
// it.
func ExampleNotice_Claim() {
	n, err := parser.Parse("【星桥小贷】王*明先生，您的借款已逾期25天，应还1,234.56元。")
	if err != nil {
		log.Fatal(err)
	}
	c := identity.Compare(n.Claim(), identity.Profile{Name: "何秋水"})
	fmt.Println(c.Outcome)
	// Output:
	// disagree
}

package presend_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/classify/presend"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/identity"
)

// A hook in a lender's sending program: a notice for which it returns an error is not sent.
func Example_hook() {
	var checker presend.Checker
	hook := func(text string, record presend.Record) error {
		report, err := checker.Check(presend.Notice{Text: text, Record: record})
		if err != nil {
			return err
		}
		var codes []string
		for _, f := range report.Findings {
			codes = append(codes, f.Code)
		}
		if len(codes) > 0 || report.Fits != identity.Agree {
			return fmt.Errorf("held back: %v, %s", report.Fits, strings.Join(codes, ", "))
		}
		return nil
	}
	record := presend.Record{Person: identity.Profile{Name: "沈亦安"}, Days: new(26)}
	fmt.Println(hook("【青禾消费金融】沈*安先生，您的借款已逾期26天，应还总额500.00元。", record))
	fmt.Println(hook("【青禾消费金融】沈*安先生，您的借款已逾期62天，应还总额500.00元，否则通知您的单位。", record))
	// Output:
	// <nil>
	// held back: disagree, DAYS_DIFFER, THIRD_PERSON_THREAT
}

// A text is compared with the record from which it was made.
func ExampleChecker_Check() {
	id, _ := identity.ParseID("330203199104121171")
	record := presend.Record{
		Person:    identity.Profile{Name: "沈亦安", ID: id, Phones: []string{"13800003401"}},
		PlannedAt: time.Date(2026, 3, 2, 10, 15, 0, 0, time.FixedZone("", 8*60*60)),
		Amount:    new(int64(50000)), // fen
		Days:      new(26),
	}
	text := "【青禾消费金融】沈*安先生（手机尾号2222），您的借款已逾期${days}天，应还总额500.00元。"
	report, err := new(presend.Checker).Check(presend.Notice{Text: text, Record: record})
	if err != nil { // too long, or not UTF-8
		fmt.Println(err)
		return
	}
	fmt.Println(report.Fits)
	for _, f := range report.Findings {
		fmt.Println(f.Code, f.Text, f.Wording)
	}
	// Output:
	// disagree
	// PHONE_DIFFERS 写明的本人手机号与记录不符 （手机尾号〔末四位〕）
	// PLACEHOLDER 留有没替换的占位符，该填的地方是空的，或没有写完
}

// With many notices, texts that are shifted against their records are told apart from wrong texts.
func ExampleChecker_CheckAll() {
	names := []string{"沈亦安", "程小禾", "王小明"}
	ids := []string{"330203199104121171", "440305198809042026", "110101199003070011"}
	var batch []presend.Notice
	for i, name := range names {
		id, _ := identity.ParseID(ids[i])
		other := ids[(i+1)%len(ids)] // the texts are one row ahead of their records
		batch = append(batch, presend.Notice{
			Text:   "【青禾消费金融】" + names[(i+1)%len(names)] + "（身份证尾号" + other[14:] + "），您的借款已逾期26天，应还总额500.00元。",
			Record: presend.Record{Person: identity.Profile{Name: name, ID: id}},
		})
	}
	checker := &presend.Checker{Lang: remedy.English, Ignore: []string{"NAME_DIFFERS", "ID_DIFFERS"}}
	for report, err := range checker.CheckAll(context.Background(), slices.Values(batch)) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		for _, f := range report.Findings {
			fmt.Println(f.Code, f.Beside)
		}
	}
	// Output:
	// ROW_SHIFTED 1
	// ROW_SHIFTED 1
}

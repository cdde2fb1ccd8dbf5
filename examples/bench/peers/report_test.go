package main

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestReport(t *testing.T) {
	const text = "欠款80元，致电400-000-1234"
	rows := []row{{Text: text, Kind: "overdue", Amounts: [][]string{{"80元", "total"}}, Phones: []string{"400-000-1234"}}}
	answered := []reading{
		{peer{name: "both", has: []string{"amounts", "phones"}}, answer{Version: "1", Found: []found{{
			Amounts: []piece{at(text, "80元", "80")}, Phones: []piece{at(text, "400-000-1234")},
		}}}},
		{peer{name: "phones", has: []string{"phones"}}, answer{Version: "2", Found: []found{{}}}},
	}
	var b bytes.Buffer
	r := report{out: &b, markdown: true}
	r.head([]string{"lot"}, rows, answered)
	r.fields(rows, answered)
	for _, want := range []string{
		"1 messages about a debt and 0 others, of the lots lot;",
		"both 1, phones 2.",
		"| all amounts, about a debt | 1 | 1.000 1.000 1.000 | - |",
		"| phones of 7 digits or more, about a debt | 1 | 1.000 1.000 1.000 | none found |",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in\n%s", want, b.String())
		}
	}
	b.Reset()
	report := report{out: &b}
	report.times([]timing{{"slow", 123_000, 1000}, {"fast", 500, 1000}})
	if got := b.String(); !strings.Contains(got, "slow  123.0") || !strings.Contains(got, "0.5") {
		t.Errorf("%s", got)
	}
}

// TestDunsms reads one message as all peers do; the others' answers have the same form.
func TestDunsms(t *testing.T) {
	const text = "【青禾消费金融】沈*安（身份证110101********2314），您的借款8,000.00元已逾期26天，请致电400-000-1234或点qinghe-demo.cn/r"
	a, err := dunsms(question{Messages: []string{text}})
	if err != nil {
		t.Fatal(err)
	}
	want := found{
		Amounts: []piece{at(text, "8,000.00元", "8000.00")},
		IDs:     []piece{at(text, "110101********2314")},
		Phones:  []piece{at(text, "400-000-1234")},
		URLs:    []piece{at(text, "qinghe-demo.cn/r")},
	}
	got, _ := json.Marshal(a.Found[0])
	if want, _ := json.Marshal(want); !bytes.Equal(got, want) {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestLeftOut(t *testing.T) {
	_, err := process(question{}, "", "no-such-program-here")
	if err == nil || err.Error() != "there is no no-such-program-here" {
		t.Errorf("%v", err)
	}
}

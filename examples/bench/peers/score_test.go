package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// at returns the piece of text that is s, with values in yuan.
func at(text, s string, values ...string) piece {
	i := strings.Index(text, s)
	return piece{i, i + len(s), values}
}

func TestScoreAmounts(t *testing.T) {
	const text = "欠款￥1,286.52，另有两千多和八千，共逾期3期"
	r := &row{Text: text, Kind: "overdue", Amounts: [][]string{{"￥1,286.52", "total"}, {"两千多", "other"}, {"八千", "other"}}}
	for _, test := range []struct {
		name     string
		pieces   []piece
		all      score
		currency score
	}{
		{"nothing", nil, score{0, 0, 2}, score{0, 0, 1}},
		{"all, in other spans", []piece{at(text, "1,286.52", "1286.52"), at(text, "八千", "8000.00")}, score{2, 0, 0}, score{1, 0, 0}},
		{"a range that has the value", []piece{at(text, "1,286.52", "1286.52", "1300")}, score{1, 0, 1}, score{1, 0, 0}},
		{"another value", []piece{at(text, "286.52", "286.52")}, score{0, 1, 2}, score{0, 1, 1}},
		{"the value elsewhere", []piece{at(text, "3期", "1286.52")}, score{0, 1, 2}, score{0, 1, 1}},
		{"twice", []piece{at(text, "1,286.52", "1286.52"), at(text, "￥1,286.52", "1286.52")}, score{1, 1, 1}, score{1, 1, 0}},
		{"what has no exact value", []piece{at(text, "两千多", "2000", "3000")}, score{0, 0, 2}, score{0, 0, 1}},
		{"no currency, another value", []piece{at(text, "八千", "8")}, score{0, 1, 2}, score{0, 0, 1}},
		{"no value", []piece{at(text, "￥1,286.52", "")}, score{0, 1, 2}, score{0, 1, 1}},
	} {
		f := found{Amounts: test.pieces}
		if got := amounts(r, f); got != test.all {
			t.Errorf("%s: %v, want %v", test.name, counts(got), counts(test.all))
		}
		if got := amountsWithCurrency(r, f); got != test.currency {
			t.Errorf("%s, with a currency: %v, want %v", test.name, counts(got), counts(test.currency))
		}
	}
}

// counts is a score that prints as its counts.
type counts score

func TestScorePhones(t *testing.T) {
	const text = "致电400-000-1234转2、０１０－１２３４５６７８或95588，勿拨13800000000，尾号+86 13900001111，另400-000-xxxx"
	r := &row{Text: text, Phones: []string{"400-000-1234转2", "０１０－１２３４５６７８", "95588", "13900001111", "400-000-xxxx"}}
	f := found{Phones: []piece{
		at(text, "400-000-1234"), at(text, "０１０－１２３４５６７８"), at(text, "13800000000"), at(text, "+86 13900001111"), at(text, "400-000-xxxx"),
	}}
	if got, want := phones(r, f), (score{3, 1, 1}); got != want {
		t.Errorf("%v, want %v", counts(got), counts(want))
	}
	if got, want := longPhones(r, f), (score{3, 1, 0}); got != want {
		t.Errorf("7 digits or more: %v, want %v", counts(got), counts(want))
	}
	f.Phones = []piece{at(text, "95588")}
	if got, want := longPhones(r, f), (score{0, 0, 3}); got != want {
		t.Errorf("a short one is neither right nor wrong: %v, want %v", counts(got), counts(want))
	}
}

func TestScoreLinks(t *testing.T) {
	const text = "点 HTTPS://a.b-demo.cn/R/1/ 或t.cn/x（勿点c.cn）"
	r := &row{Text: text, URLs: []string{"HTTPS://a.b-demo.cn/R/1/", "t.cn/x"}}
	whole := found{URLs: []piece{at(text, "a.b-demo.cn/R/1"), at(text, "t.cn/x（"), at(text, "c.cn")}}
	if got, want := links(r, whole), (score{2, 1, 0}); got != want {
		t.Errorf("%v, want %v", counts(got), counts(want))
	}
	names := found{URLs: []piece{at(text, "a.b-demo.cn"), at(text, "t.cn")}}
	if got, want := hosts(r, names), (score{2, 0, 0}); got != want {
		t.Errorf("hosts: %v, want %v", counts(got), counts(want))
	}
	if got, want := links(r, names), (score{0, 2, 2}); got != want {
		t.Errorf("hosts are no links: %v, want %v", counts(got), counts(want))
	}
}

func TestScoreIDs(t *testing.T) {
	const text = "身份证510106********331x，卡尾号4471"
	document := &row{Text: text, MaskedID: "510106********331x"}
	card := &row{Text: text, MaskedID: "4471"}
	id, tail := found{IDs: []piece{at(text, "510106********331x")}}, found{IDs: []piece{at(text, "4471")}}
	for _, test := range []struct {
		name string
		r    *row
		f    found
		want score
	}{
		{"found", document, id, score{1, 0, 0}},
		{"missed", document, found{}, score{0, 0, 1}},
		{"something else", document, tail, score{0, 1, 1}},
		{"the tail of a card is optional", card, tail, score{}},
		{"and not wanted", card, found{}, score{}},
	} {
		if got := ids(test.r, test.f); got != test.want {
			t.Errorf("%s: %v, want %v", test.name, counts(got), counts(test.want))
		}
	}
}

func TestFigures(t *testing.T) {
	if got, want := (score{9, 1, 3}).String(), ".900 .750 .818"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := (score{0, 0, 3}).String(), "none found"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestFilter(t *testing.T) {
	words := []string{"逾期", "欠款"}
	rows := []row{
		{Text: "您的欠款已逾期", Kind: "overdue"},
		{Text: "昨天该还了", Kind: "overdue"},
		{Text: "以免逾期", Kind: "reminder"},
		{Text: "逾期", Kind: "overdue", KindAlt: []string{"other"}},
		{Text: "逾期", Kind: "overdue", Ambiguous: []string{"kind"}},
	}
	if got, want := scoreOverdue(rows, filter(words, 1)), (score{1, 1, 1}); got != want {
		t.Errorf("%v, want %v", counts(got), counts(want))
	}
	if got, want := scoreOverdue(rows, filter(words, 2)), (score{1, 0, 1}); got != want {
		t.Errorf("two words: %v, want %v", counts(got), counts(want))
	}
}

// TestCard holds the filter to the messages that the card's figures are of.
func TestCard(t *testing.T) {
	c, err := readCard()
	if err != nil {
		t.Fatal(err)
	}
	rows, err := readLots(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := scoreOverdue(rows, filter(keywords(), 1))
	if wanted := c.HeldOut.Kinds["overdue"].Wanted; s.hit+s.missed != wanted || len(rows) != c.HeldOut.Rows {
		t.Errorf("%d overdue of %d, the card has %d of %d", s.hit+s.missed, len(rows), wanted, c.HeldOut.Rows)
	}
}

// TestLots holds what is said of the lots: none that is compared was in view, and 21
// were.
func TestLots(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(root(), "testdata", "corpus", "*.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for _, name := range files {
		if inView(strings.TrimSuffix(filepath.Base(name), ".jsonl")) {
			seen++
		}
	}
	if seen != 21 {
		t.Errorf("%d lots were in view", seen)
	}
	for _, lot := range append(newest, notices...) {
		if inView(lot) {
			t.Errorf("%s was in view", lot)
		}
	}
	more, err := readForIDs(newest)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range more {
		if !r.forIDs || !namesDocument(r.Text) {
			t.Errorf("%s is not for IDs", r.ID)
		}
	}
}

// TestLabels holds that every labelled amount is found in its text, in order.
func TestLabels(t *testing.T) {
	rows, err := readLots(newest)
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if got, want := len(labelled(&rows[i], false)), len(rows[i].Amounts); got != want {
			t.Errorf("%s: %d amounts of %d", rows[i].ID, got, want)
		}
	}
}

func TestMedians(t *testing.T) {
	got := medians([]timing{{"a", 3, 1}, {"b", 1, 1}, {"a", 10, 5}, {"a", 1, 1}})
	if len(got) != 2 || got[0] != (timing{"a", 10, 5}) || got[1] != (timing{"b", 1, 1}) {
		t.Errorf("%v", got)
	}
}

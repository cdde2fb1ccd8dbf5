package main

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

var langs = []remedy.Lang{remedy.Chinese, remedy.English}

// TestExplain compares whole explanations and pages with testdata, which -update rewrites.
func TestExplain(t *testing.T) {
	data, err := os.ReadFile("../../testdata/sms/sample.jsonl")
	require.NoError(t, err)
	sample := strings.SplitAfter(string(data), "\n")
	in := sample[0] + sample[1] + sample[2] + sample[7] + `{"id":"bad"}` + "\n"
	for _, lang := range langs {
		out, sum := answers(t, settings{output: outputExplain, lang: lang}, in)
		assert.Equal(t, 1, sum.bad)
		golden(t, "explain."+string(lang)+".golden", out)
		backup, err := os.ReadFile("testdata/phone.xml")
		require.NoError(t, err)
		golden(t, "report."+string(lang)+".golden", reportOf(t, string(backup), "-lang", string(lang), "-recipient", "testdata/me.json"))
	}
}

// TestExplainFits holds for every case: nothing moves the cursor, and all but
// the weighing fits the page.
func TestExplainFits(t *testing.T) {
	data, err := os.ReadFile("../../testdata/cases.jsonl")
	require.NoError(t, err)
	for _, lang := range langs {
		checker := &dunsms.Checker{Lang: lang}
		for l := range strings.Lines(string(data)) {
			var m dunsms.Message
			require.NoError(t, json.Unmarshal([]byte(l), &m))
			r, err := checker.Check(m)
			require.NoError(t, err)
			out := string(explain(m, r, lang, nil))
			require.Equal(t, -1, strings.IndexFunc(out, func(r rune) bool { return r != '\n' && !unicode.IsGraphic(r) }), m.ID)
			for row := range strings.Lines(out) {
				if !strings.Contains(row, " counted ") {
					require.LessOrEqual(t, width(strings.TrimSuffix(row, "\n")), pageWidth, m.ID)
				}
			}
		}
	}
}

func TestDrawMarked(t *testing.T) {
	text := "【某某金融】您已逾\u200b期3天。\n欠\x1b[31m100元"
	at := func(s, name string) mark {
		i := strings.Index(text, s)
		return mark{Span: parser.Span{Start: i, End: i + len(s)}, Name: name}
	}
	var b strings.Builder
	drawMarked(&b, text, []mark{
		at("某某金融", "lender"), at("逾\u200b期3天", "overdue"), at("期", "in"), at("。\n欠", "over two lines"), at("100元", "amount"),
	})
	assert.Equal(t, strings.TrimPrefix(`
【某某金融】您已逾·期3天。
  ^^^^^^^^      ^^^^^^^^
  lender        overdue
                   ^^   ^^
                   in   over two lines
欠·[31m100元
^^     ^^^^^
...    amount
`, "\n"), b.String())
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []string
	}{
		{"", nil},
		{"a", []string{"a"}},
		{"one two three", []string{"one two ", "three"}},
		{"一二三四五六", []string{"一二三四五", "六"}},
		{"一二三四五，六", []string{"一二三四", "五，六"}},
		{"一二三四（六）", []string{"一二三四", "（六）"}},
		{"一二三还100元", []string{"一二三还", "100元"}},
		{"一二\n三四五\n\n", []string{"一二\n", "三四五\n", "\n"}},
		{"123456789012345", []string{"1234567890", "12345"}},
		{"一1234567890", []string{"一12345678", "90"}},
	} {
		got := wrap(c.in, 10)
		assert.Equal(t, c.want, got)
		assert.Equal(t, c.in, strings.Join(got, ""))
	}
}

func TestWidth(t *testing.T) {
	for s, want := range map[string]int{
		"": 0, "abc": 3, "汉字": 4, "【】，。": 8, "￥¥": 3, "１２": 4, "e\u0301": 1, "😀": 2, "𠮷": 2, "·": 1, "한": 2,
	} {
		assert.Equal(t, want, width(s), s)
	}
}

// TestWords are sorted, and say nothing that package plain says: it has each word of the JSON.
func TestWords(t *testing.T) {
	var keys []string
	for row := range strings.Lines(wordsTSV) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		columns := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		require.Len(t, columns, 3, row)
		require.NotContains(t, columns, "")
		keys = append(keys, columns[0])
		part, _, _ := strings.Cut(columns[0], ".")
		require.Contains(t, []string{"claim", "evidence", "head", "left_out", "link", "matters", "open", "page", "stage", "table", "timeline", "writer"}, part)
	}
	assert.True(t, slices.IsSorted(keys))
	assert.Len(t, wordTable(), len(keys), "a key comes twice")
	names := plain.Words()
	for group, place := range map[plain.Group]string{
		plain.Kind:       "notice.kind",
		plain.Role:       "notice.amounts.role",
		plain.Precision:  "notice.amounts.precision",
		plain.Account:    "notice.accounts.type",
		plain.Threat:     "notice.threats.type",
		plain.Ask:        "notice.asks.type",
		plain.Signal:     "notice.signals.type",
		plain.Fold:       "notice.signals.fold",
		plain.Sex:        "notice.name.sex",
		plain.Outcome:    "comparison.outcome",
		plain.Field:      "comparison.fields.field",
		plain.Verdict:    "assessment.verdict",
		plain.Confidence: "assessment.confidence",
		plain.Sender:     "assessment.sender.status",
		plain.Fact:       "assessment.ask_next.fact",
		plain.FactWhy:    "assessment.ask_next.fact",
		plain.Trust:      "steps.trust",
		plain.Error:      "error.code",
	} {
		require.Contains(t, closedSets, place)
		for word := range strings.FieldsSeq(closedSets[place]) {
			assert.Contains(t, names, string(group)+"."+word)
		}
	}
	assert.Equal(t, "new_word", words(remedy.Chinese).name(plain.Threat, "new_word"))
	assert.Equal(t, "new_word", words(remedy.Chinese).of("head", "new_word"))
}

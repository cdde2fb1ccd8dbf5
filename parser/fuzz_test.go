package parser_test

import (
	"cmp"
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser"
)

// oddTexts are texts that messages should not be like.
var oddTexts = []string{
	"", "\x00", "\xff", "逾期\xc4\xfa天", " \t\r\n", "【", "】", "【】", "【【【", "[](1/2)", "(1/2)", "元", "¥", "逾期", "欠", "还款",
	"欠款", "欠款：", "欠款元", "欠款1", "欠款1***.56元", "欠款**34.56元", "欠款0元", "欠款0.00元", "欠款999999999999999999999元",
	"逾期天", "逾期0天", "逾期99999999999天", "逾期-1天", "逾期1年零3个月", "逾期3期M2", "自2024年13月41日起逾期",
	"逾\u200b期 逾*期逾qi逾\U0001F4B0期", "欠①②⑫元逾期㈠天", "贷款凍結，凍結贷款", "欠款𝟏𝟐𝟑.𝟒元", "逾期\ufeff\u0336\u20e3",
	"http://欠款.cn/逾期1,234.56元", "t.cn/逾期", "捷信.com逾期", "身份证1101**********1234逾期3天", "身份证尾号逾期",
	"138****1234逾期138001380001380013800", "400-000-400-000-逾期", "借款人王**借款人李某某逾期", "尊敬的王先生先生逾期",
	"【中信银行】【中信银行】逾期【中信银行】", "加微信加微信加微信欠款", "日利率0.05%万分之五逾期", "请于今日明日昨日逾期还款2小时内",
	"欠款1000-2000元约3000余元以上", "以免逾期如已还款请忽略逾期", "𠮷野家逾期\U0010ffff", "e\u0301逾期", "贷款" + strings.Repeat("，", 50),
	"欠款4O8O.OO元罚息\ufffd7.5元", "欠款?千元某百元__千元.80元", "应还26,00.00元欠款5、000元7 , 050 . 4 0元", "欠款5.200,50元1'005'200元3,45,600元",
	"欠款弎佰参拾元皕元扒仟元㈢千元", "罚息五分欠款20分两毛五十分",
	"http://http://欠款@逾期.公司.cn/还款?sum=500&amp;", "аbс。сn∕逾期", "weixin://alipays://欠款[.]", "致电955-88-2欠款", "手机****0123逾期",
}

// addTexts adds the messages of all tables and the odd texts to a fuzz target.
func addTexts(f *testing.F) {
	f.Helper()
	for _, text := range append(corpus.Texts(f), oddTexts...) {
		f.Add(text)
	}
	for _, row := range ownPhoneRows {
		f.Add(row.in)
	}
	for _, row := range transferRows {
		f.Add(row.in)
	}
}

// FuzzParse asserts the laws of notices on any text, and that errors are of the
// two sorts.
func FuzzParse(f *testing.F) {
	addTexts(f)
	f.Fuzz(func(t *testing.T, text string) {
		n, err := parser.Parse(text)
		checkTokens(t, text, parser.Tokenize(text))
		if err != nil {
			checkRefused(t, text, err)
			require.True(t, n == nil, "a notice beside an error")
			require.False(t, parser.Relevant(text))
			return
		}
		require.True(t, len(text) <= parser.MaxBytes && utf8.ValidString(text))
		checkLaws(t, text, n)
		checkOrder(t, n)
		checkKind(t, n)
		if !parser.Relevant(text) {
			require.True(t, n.Kind == parser.KindOther && n.KindProbability == 1, "not surely KindOther in a text that is not relevant")
		}
		if n.Tokens != nil {
			require.True(t, reflect.DeepEqual(parser.Tokenize(text), n.Tokens), "not the words of Tokenize")
		}
		n.Claim()
	})
}

// TestParseOdd runs what FuzzParse asserts over the odd texts alone, in pairs.
func TestParseOdd(t *testing.T) {
	for _, a := range oddTexts {
		for _, b := range oddTexts {
			n, err := parser.Parse(a + b)
			if err != nil {
				checkRefused(t, a+b, err)
				continue
			}
			checkLaws(t, a+b, n)
			checkOrder(t, n)
			checkKind(t, n)
		}
	}
}

func checkRefused(t *testing.T, text string, err error) {
	t.Helper()
	var e *parser.Error
	require.True(t, errors.As(err, &e), "an error of another sort")
	if len(text) > parser.MaxBytes {
		require.Equal(t, parser.Error{Err: parser.ErrTooLong, Length: len(text)}, *e)
		return
	}
	require.Equal(t, parser.ErrNotUTF8, e.Err)
	require.True(t, utf8.ValidString(text[:e.Offset]), "an earlier byte is not UTF-8 either")
	require.False(t, utf8.ValidString(text[:min(len(text), e.Offset+utf8.UTFMax)]) && e.Offset+utf8.UTFMax < len(text), "the text is UTF-8 there")
}

// checkTokens asserts that the words are pieces of the text, in order, with
// nothing between them but characters that fold away.
func checkTokens(t *testing.T, text string, tokens []parser.Token) {
	t.Helper()
	last := 0
	for _, token := range tokens {
		s := token.Span
		require.True(t, last <= s.Start && s.Start < s.End && s.End <= len(text), "a word out of order: %v", s)
		require.True(t, token.Text == text[s.Start:s.End], "a word is not its piece: %v", s)
		last = s.End
	}
}

// checkOrder asserts that every list is in order of spans, and has nothing
// twice.
func checkOrder(t *testing.T, n *parser.Notice) {
	t.Helper()
	inOrder(t, n.Signatures, "", func(f parser.Found) (string, parser.Found) { return "", f })
	inOrder(t, n.Amounts, "", func(m parser.Money) (string, parser.Found) { return "", m.Found })
	inOrder(t, n.Phones, "", func(f parser.Found) (string, parser.Found) { return "", f })
	inOrder(t, n.URLs, "", func(f parser.Found) (string, parser.Found) { return "", f })
	inOrder(t, n.Accounts, "accounts", func(a parser.Account) (string, parser.Found) { return string(a.Type), a.Found })
	inOrder(t, n.Threats, "threats", func(a parser.Threat) (string, parser.Found) { return string(a.Type), a.Found })
	inOrder(t, n.Asks, "asks", func(a parser.Ask) (string, parser.Found) { return string(a.Type), a.Found })
	inOrder(t, n.Signals, "signals", func(s parser.Signal) (string, parser.Found) { return string(s.Type) + string(s.Fold), s.Found })
}

// inOrder asserts order by span; where overlap names a list, its entries may
// overlap, but not two of one type at one place.
func inOrder[T any](t *testing.T, all []T, overlap string, of func(T) (string, parser.Found)) {
	t.Helper()
	type place struct {
		word string
		span parser.Span
	}
	seen := map[place]bool{}
	for i, v := range all {
		word, found := of(v)
		require.Less(t, found.Span.Start, found.Span.End, "an empty span")
		at := place{word, found.Span}
		require.False(t, seen[at], "%s: twice at one place", overlap)
		seen[at] = true
		if i == 0 {
			continue
		}
		_, before := of(all[i-1])
		require.LessOrEqual(t, before.Span.Start, found.Span.Start, "%s: not in order", overlap)
		if overlap == "" {
			require.LessOrEqual(t, before.Span.End, found.Span.Start, "two shapes at one place")
		}
	}
}

// checkKind asserts which fields go with which kind, and which values are
// possible.
func checkKind(t *testing.T, n *parser.Notice) {
	t.Helper()
	debt := n.Kind == parser.KindOverdue || n.Kind == parser.KindReminder
	require.True(t, debt || n.Kind == parser.KindReceipt || n.Kind == parser.KindOther, "a kind of no name")
	require.True(t, debt || n.Amount == nil && n.Penalty == nil, "an amount owed in a message of no debt")
	require.True(t, n.Kind == parser.KindOverdue || n.Overdue == nil, "days past due in a message that says no such thing")
	for _, m := range []*parser.Money{n.Amount, n.Penalty} {
		require.True(t, m == nil || slices.Contains(n.Amounts, *m), "no copy of an entry of Amounts")
	}
	require.True(t, n.Penalty == nil || n.Penalty.Role == parser.RolePenalty, "a penalty of another role")
	for _, m := range n.Amounts {
		require.True(t, 0 <= m.Fen && m.Fen <= 1e13 && m.MaxFen <= 1e13, "out of bounds")
		require.True(t, m.Role != "" && m.Precision != "", "an amount without a role or a precision")
		require.Equal(t, m.Precision == parser.PrecisionRange, m.MaxFen != 0 && m.MaxFen >= m.Fen, "a range")
		require.True(t, m.Precision == parser.PrecisionMasked || !strings.ContainsAny(m.Text, "*＊×"), "a mask within what is not masked")
	}
	if o := n.Overdue; o != nil {
		require.True(t, o.Days != nil || o.Months != nil || o.Periods != nil || o.Since != "", "past due, but not how long")
	}
	if d := n.Due; d != nil {
		given := cmp.Compare(d.Date, "")
		for _, p := range []*int{d.InDays, d.InHours} {
			if p != nil {
				given++
			}
		}
		require.Equal(t, 1, given, "one of the fields is set")
	}
}

// TestRefusedAgainAndAgain parses after errors: nothing of them is left.
func TestRefusedAgainAndAgain(t *testing.T) {
	const text = "【星桥小贷】您的借款已逾期25天，欠款1,234.56元。"
	want, err := parser.Parse(text)
	require.NoError(t, err)
	for range 10 {
		_, err = parser.Parse(text + "\xff")
		require.ErrorIs(t, err, parser.ErrNotUTF8)
		parser.Tokenize(text + "\xff" + text)
		got, err := parser.Parse(text)
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
}

package parser

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
)

// TestOptionCueWithMarks has cues that jieba cannot cut whole: they are cues all
// the same, and no error is about words.
func TestOptionCueWithMarks(t *testing.T) {
	for _, cue := range []string{"尾款，未付", "尾款未付。", "尾款 未付", "尾款(未付)", "尾款\u2028未付"} {
		p, err := New(WithCues(strings.NewReader(cue + "\toverdue,debt\n")))
		require.NoError(t, err, cue)
		n, err := p.Parse("您好，" + cue + "，请处理")
		require.NoError(t, err)
		assert.Equal(t, KindOverdue, n.Kind, cue)
	}
}

// TestOptionNothing has options that add nothing.
func TestOptionNothing(t *testing.T) {
	for _, opts := range [][]Option{
		nil,
		{nil},
		{WithWords(nil), WithCues(nil), WithLenders(nil)},
		{WithWords(strings.NewReader("")), WithCues(strings.NewReader("")), WithLenders([]Lender{})},
		{WithWords(strings.NewReader("\n\r\n \n")), WithCues(strings.NewReader("# head\n\n\r\n"))},
	} {
		p, err := New(opts...)
		require.NoError(t, err)
		for _, text := range optionTexts {
			want, err := Parse(text)
			require.NoError(t, err)
			got, err := p.Parse(text)
			require.NoError(t, err)
			assert.Equal(t, want, got)
			assert.Equal(t, Relevant(text), p.Relevant(text))
			assert.Equal(t, Tokenize(text), p.Tokenize(text))
		}
	}
}

var optionTexts = []string{
	"【星桥小贷】何秋水，您的借款已逾期25天，欠款1,234.56元，电话13800001234。",
	"您的快递已到，请凭取件码1234领取。",
	"",
}

func parserOf(t *testing.T, opts ...Option) *Parser {
	t.Helper()
	p, err := New(opts...)
	require.NoError(t, err)
	return p
}

func notice(t *testing.T, p *Parser, text string) *Notice {
	t.Helper()
	n, err := p.Parse(text)
	require.NoError(t, err)
	return n
}

func TestWithCues(t *testing.T) {
	p := parserOf(t, WithCues(strings.NewReader("# own rows\r\n"+
		"尾账未销\toverdue,debt\r\n"+
		"坐炕头\tthreat:visit\n"+
		"跑腿费\trole:penalty\n"+
		"找|寻…二舅|三姨\tthreat:contact_family\n"+
		"逾期之夜\tnone\n"+
		"上门\tthreat:police")))

	const own = "您的尾账未销，跑腿费80元，不来就坐炕头，找你家三姨。"
	assert.True(t, p.Relevant(own))
	n := notice(t, p, own)
	assert.Equal(t, KindOverdue, n.Kind)
	require.NotNil(t, n.Penalty)
	assert.Equal(t, Money{Found: foundIn(own, "80元"), Fen: 8000, Role: RolePenalty, Precision: PrecisionExact}, *n.Penalty)
	assert.Equal(t, []Threat{{ThreatVisit, foundIn(own, "坐炕头")}, {ThreatContactFamily, foundIn(own, "找你家三姨")}}, n.Threats)

	assert.Equal(t, KindOther, notice(t, p, "话剧逾期之夜今晚开演").Kind, "a phrase that means nothing hides the word in it")
	assert.Equal(t, KindOverdue, notice(t, p, "您的借款已逾期3天").Kind, "our rows still count")

	const both = "您的借款已逾期3天，我们将上门。"
	var types []ThreatType
	for _, threat := range notice(t, p, both).Threats {
		assert.Equal(t, foundIn(both, "上门"), threat.Found)
		types = append(types, threat.Type)
	}
	assert.ElementsMatch(t, []ThreatType{ThreatVisit, ThreatPolice}, types, "a word of ours gains the meaning")
}

// TestWithCuesGrammar has rows that stand for several words.
func TestWithCuesGrammar(t *testing.T) {
	p := parserOf(t, WithCues(strings.NewReader("@sum\t尾|结\n"+
		"{sum}账{仍|还}?未销\toverdue,debt\n"+
		"找|寻…{二|大}舅|三姨\tthreat:contact_family\n")))
	for _, word := range []string{"尾账未销", "尾账仍未销", "结账还未销", "结账未销"} {
		assert.Equal(t, KindOverdue, notice(t, p, "您好，"+word+"，请处理").Kind, word)
	}
	assert.Equal(t, KindOther, notice(t, p, "您好，账未销，请处理").Kind)
	const threat = "您的尾账未销，要寻你家大舅了。"
	assert.Equal(t, []Threat{{ThreatContactFamily, foundIn(threat, "寻你家大舅")}}, notice(t, p, threat).Threats)
}

func TestWithCuesFolded(t *testing.T) {
	p := parserOf(t, WithCues(strings.NewReader("尾賬ＡＢ未销\toverdue,debt")))
	for _, text := range []string{"尾账ab未销", "尾賬Ab未销", "尾 账ab未销", "尾账\u200bab未销", "尾*账ａｂ未*销"} {
		assert.True(t, p.Relevant(text), "%q", text)
		assert.Equal(t, KindOverdue, notice(t, p, "您好，"+text+"，请处理").Kind, "%q", text)
	}
}

func foundIn(text, piece string) Found {
	i := strings.Index(text, piece)
	return Found{Text: piece, Span: Span{i, i + len(piece)}}
}

func TestWithWords(t *testing.T) {
	const text = "您在霁月轩云贷的借款已逾期3天"
	has := func(p *Parser, word string) bool {
		for _, token := range p.Tokenize(text) {
			if token.Text == word {
				return true
			}
		}
		return false
	}
	require.False(t, has(standard(), "霁月轩云贷"))
	p := parserOf(t, WithWords(strings.NewReader("霁月轩云贷\n")))
	assert.True(t, has(p, "霁月轩云贷"))
	p = parserOf(t, WithWords(strings.NewReader("\ufeff霁月轩云贷 30000 nz\r\n")))
	assert.True(t, has(p, "霁月轩云贷"), "as an editor of another system writes it")
	p = parserOf(t, WithWords(strings.NewReader("霁月轩")), WithWords(strings.NewReader("霁月轩云贷")))
	assert.True(t, has(p, "霁月轩云贷"), "of two tables")
	assert.False(t, has(standard(), "霁月轩云贷"), "other parsers do not know it")
}

func TestWithLenders(t *testing.T) {
	const text = "您在霁月轩的借款已逾期3天，请还款。"
	p := parserOf(t, WithLenders([]Lender{
		{Name: "霁月轩网络小额贷款", Aliases: []string{"霁月轩", "霁月ＣＡＳＨ"}},
		{Name: "我的花呗", Aliases: []string{"花呗"}},
	}))
	assert.Equal(t, &LenderName{foundIn(text, "霁月轩"), "霁月轩网络小额贷款"}, notice(t, p, text).Lender)
	for name, want := range map[string]string{
		"霁月轩网络小额贷款": "霁月轩网络小额贷款",
		"霁月cash":    "霁月轩网络小额贷款",
		"花呗":        "我的花呗", // before ours
		"中信银行":      "中信银行",
		"星桥小贷":      "",
	} {
		text := "【" + name + "】您的借款已逾期3天，请还款。"
		assert.Equal(t, &LenderName{foundIn(text, name), want}, notice(t, p, text).Lender, name)
	}
}

// TestOptionCallerKeeps changes what was given: a Parser has its own.
func TestOptionCallerKeeps(t *testing.T) {
	given := []Lender{{Name: "霁月轩", Aliases: []string{"霁月轩云贷"}}}
	p := parserOf(t, WithLenders(given))
	given[0].Name, given[0].Aliases[0] = "别家", "别家"
	assert.Equal(t, "霁月轩", notice(t, p, "【霁月轩云贷】您的借款已逾期3天").Lender.Canonical)
}

// TestOptionHuge has tables of near the greatest size.
func TestOptionHuge(t *testing.T) {
	var cues, words strings.Builder
	var lenders []Lender
	for i := range 30_000 {
		name := string([]rune{'霁', rune('一' + i%5000), rune('一' + i/5000), '䶮'})
		fmt.Fprintf(&cues, "%s账\toverdue,debt\n", name)
		fmt.Fprintf(&words, "%s词\n", name)
		lenders = append(lenders, Lender{Name: name + "贷"})
	}
	require.Less(t, cues.Len(), lexicon.MaxTable)
	p := parserOf(t, WithCues(strings.NewReader(cues.String())), WithWords(strings.NewReader(words.String())), WithLenders(lenders))
	text := "【霁七丁䶮贷】您好，霁七丁䶮账，霁七丁䶮词。"
	n := notice(t, p, text)
	assert.Equal(t, KindOverdue, n.Kind)
	require.NotNil(t, n.Lender)
	assert.Equal(t, "霁七丁䶮贷", n.Lender.Canonical)
	assert.Contains(t, p.Tokenize(text), Token{foundIn(text, "霁七丁䶮词")})
}

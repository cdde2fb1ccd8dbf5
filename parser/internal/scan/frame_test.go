package scan

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// framed returns the signatures of a text and where its body begins, a byte.
func framed(text string) (signatures []string, body int) {
	l := read(text)
	for _, g := range l.Signatures {
		start, end := l.Span(g[0], g[1])
		signatures = append(signatures, l.Source[start:end])
	}
	if l.Body == len(l.Runes) {
		return signatures, len(text)
	}
	return signatures, int(l.Start[l.Body])
}

func TestFrame(t *testing.T) {
	for _, row := range []struct {
		in, body string // body is what begins the body
		want     []string
		why      string
	}{
		{"您的借款已逾期", "您的", nil, "none"},
		{"【星桥小贷】您的借款已逾期", "您的", []string{"星桥小贷"}, "in front"},
		{"您的借款已逾期【星桥小贷】", "您的", []string{"星桥小贷"}, "at the end"},
		{"您的借款已逾期。【星桥小贷】。", "您的", []string{"星桥小贷"}, "and a full stop"},
		{"您的借款已逾期，回T退订【星桥小贷】", "您的", []string{"星桥小贷"}, "after the opt-out"},
		{"您的借款已逾期【星桥小贷】回T退订", "您的", []string{"星桥小贷"}, "before the opt-out"},
		{"您的借款已逾期【星桥小贷】拒收请回复R", "您的", []string{"星桥小贷"}, "before the opt-out"},
		{"您的借款已逾期【星桥小贷】请速还款", "您的", nil, "no opt-out after it"},
		{"【账单提醒】【星桥小贷】您的借款已逾期", "您的", []string{"账单提醒", "星桥小贷"}, "two in front"},
		{"您的借款已逾期【账单提醒】【星桥小贷】", "您的", []string{"账单提醒", "星桥小贷"}, "two at the end, in order"},
		{"【账单提醒】您的借款已逾期【星桥小贷】", "您的", []string{"账单提醒", "星桥小贷"}, "one on each side"},
		{"[星桥小贷]您的借款已逾期", "您的", []string{"星桥小贷"}, "plain brackets"},
		{"［星桥小贷］您的借款已逾期", "您的", []string{"星桥小贷"}, "full-width brackets"},
		{"您的借款已逾期[星桥小贷]", "您的", []string{"星桥小贷"}, ""},
		{"(1/2)【星桥小贷】您的借款已逾期", "您的", []string{"星桥小贷"}, "part number"},
		{"（2/2）【星桥小贷】您的借款已逾期", "您的", []string{"星桥小贷"}, "in Chinese brackets"},
		{"(1/2)您的借款已逾期", "(1/2)", nil, "part number alone"},
		{"\n  【星桥小贷】 您的借款已逾期", " 您的", []string{"星桥小贷"}, "blanks before it"},
		{"【 星桥小贷 】您的借款已逾期", "您的", []string{" 星桥小贷 "}, "blanks within"},
		{"【星桥\u200b小贷】您的借款已逾期", "您的", []string{"星桥\u200b小贷"}, "as written"},
		{"【星桥小贷您的借款已逾期", "【星桥", nil, "never closed"},
		{"您的借款已逾期【星桥小贷", "您的", nil, "never closed, at the end"},
		{"您的借款已逾期星桥小贷】", "您的", nil, "never opened"},
		{"星桥小贷】您的借款已逾期", "星桥", nil, "never opened, in front"},
		{"【】您的借款已逾期", "【】", nil, "empty"},
		{"您的借款已逾期【】", "您的", nil, "empty, at the end"},
		{"【星桥小贷]您的借款已逾期", "【星桥", nil, "of two sorts"},
		{"【【星桥小贷】您的借款已逾期", "【【", nil, "opened twice"},
		{"您的【星桥小贷】借款已逾期", "您的", nil, "in the middle"},
		{"【" + strings.Repeat("星", MaxSignature) + "】您的借款已逾期", "您的", []string{strings.Repeat("星", MaxSignature)}, "as long as may be"},
		{"【" + strings.Repeat("星", MaxSignature+1) + "】您的借款已逾期", "【星", nil, "too long"},
		{"您的借款已逾期【" + strings.Repeat("星", MaxSignature+1) + "】", "您的", nil, "too long, at the end"},
		{"【星桥小贷】", "", []string{"星桥小贷"}, "nothing else"},
		{"【星桥小贷】【星桥小贷】", "", []string{"星桥小贷", "星桥小贷"}, "nothing else, twice"},
		{"转发短信：【星桥小贷】您的借款已逾期", "您的", []string{"星桥小贷"}, "passed on"},
		{"我妈收到的短信：【星桥小贷】您的借款已逾期", "您的", []string{"星桥小贷"}, "a remark that ends in such a word"},
		{"致王明：【星桥小贷】您的借款已逾期", "致王", nil, "a remark that does not"},
		{"卡1 【星桥小贷】您的借款已逾期", "您的", []string{"星桥小贷"}, "a slot"},
		{"10690000【星桥小贷】您的借款已逾期", "您的", []string{"星桥小贷"}, "a number"},
		{"831.21，【星桥小贷】您的借款已逾期", "831", nil, "a sum"},
		{"[微笑]转：【星桥小贷】您的借款已逾期", "您的", []string{"微笑", "星桥小贷"}, "an emoji"},
		{"【星桥小贷】10690000【重要】您的借款已逾期", "106", []string{"星桥小贷"}, "after a sender nothing is passed over"},
		{"“【星桥小贷】您的借款已逾期”是诈骗吗", "您的", []string{"星桥小贷"}, "quoted"},
		{"您的借款已逾期【星桥小贷】 今天10:00", "您的", []string{"星桥小贷"}, "a time"},
		{"您的借款已逾期【星桥小贷】这是真的吗？", "您的", []string{"星桥小贷"}, "a question"},
		{"您的借款已逾期【星桥小贷】，请今天10:00前还款", "您的", nil, "a sentence"},
		{"｛星桥小贷｝您的借款已逾期", "您的", []string{"星桥小贷"}, "braces"},
		{"<星桥>您的借款已逾期", "您的", []string{"星桥"}, ""},
		{"「王明」您的借款已逾期", "「王", nil, "a person in quotation marks"},
		{"{name}您的借款已逾期", "{na", nil, "a blank of a form"},
		{"您的借款已逾期。「星桥」", "您的", []string{"星桥"}, "after a sentence"},
		{"您的借款已逾期，请点「还款」", "您的", nil, "within one"},
		{"您的借款已逾期，请在「星桥分期」还款", "您的", nil, "the sentence goes on"},
		{"您的借款已逾期，请登录『星桥钱包』缴费", "您的", nil, ""},
		{"您的借款已逾期，请打开〈星桥小贷〉App", "您的", nil, "in letters"},
		{"您的借款已逾期，请登录「星桥分期」。", "您的", nil, "a word leads to it"},
		{"您的借款已逾期，请前往<星桥小贷>！", "您的", nil, ""},
		{"您的借款已逾期，请点击「立即分期」", "您的", nil, ""},
		{"您的借款已逾期，请还款。「星桥分期」缴费", "您的", nil, "a sentence begins with it"},
		{"您的借款已逾期，请还款「星桥分期」", "您的", []string{"星桥分期"}, "no word leads to it"},
		{"您的借款已逾期，请还款『星桥小贷』。", "您的", []string{"星桥小贷"}, "and a full stop"},
		{"您的借款已逾期，请还款〖星桥小贷〗 10:32", "您的", []string{"星桥小贷"}, "and a time"},
		{"您的借款已逾期，请还款。「星桥」退订回T", "您的", []string{"星桥"}, "before the opt-out"},
		{"您的借款已逾期，请登录【星桥分期】还款", "您的", []string{"星桥分期"}, "in brackets that do not quote"},
		{"955xx【星桥】您的借款已逾期", "您的", []string{"星桥"}, "a masked number"},
		{"106****22【星桥】您的借款已逾期", "您的", []string{"星桥"}, ""},
		{"已还8***元【星桥】您的借款已逾期", "已还", nil, "a masked sum"},
		{"您的借款已逾期【星桥】@小王", "您的", []string{"星桥"}, "for someone to read"},
		{"您的借款已逾期【星桥】 @小王 @所有人", "您的", []string{"星桥"}, ""},
		{"您的借款已逾期【星桥】@小王 请速还款", "您的", nil, "and a sentence"},
		{"【星桥】<星桥小贷>您的借款已逾期", "<星", []string{"星桥"}, "quoted after the sender"},
		{"", "", nil, "nothing"},
		{"【", "【", nil, ""},
		{"】", "】", nil, ""},
		{"(1/2)", "(1/2)", nil, ""},
		{"(1/2", "(1/2", nil, ""},
		{"   ", "   ", nil, ""},
	} {
		got, body := framed(row.in)
		assert.Equal(t, row.want, got, "%s (%s)", row.in, row.why)
		assert.True(t, strings.HasPrefix(row.in[body:], row.body) && (row.body != "" || body == len(row.in)), "%s (%s): body at %d", row.in, row.why, body)
	}
}

package presend

import (
	"regexp"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// A verb of paying with a sum behind it may say what is due as well as what was paid: 12月15日归还6700元.
const (
	payVerb  = `(?:归还|偿还|清偿|还款|还|支付|付款|付|转入|转账|转|汇入|汇款|存入|存|缴纳|缴费|缴存|缴|交纳|交|打入|打款|划入|充值)`
	paidVerb = `(?:还入|扣到|扣得|扣收|扣划|到账|入账|收到|收讫|冲抵|抵扣|已` + payVerb + `|` + payVerb + `[了过])`
	paidSum  = `(?:了|的|成功|款项|金额|人民币|RMB|共|合计|[:：为 ¥￥]){0,3}[0-9〇零一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾][0-9,.〇零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟角分]{0,24}元?`
)

// paidBehind finds what was paid on the day before it: the first group is a verb that says so by itself.
var paidBehind = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:主动|提前|部分|先|又|另|共|通过[^，。；！？,;!?\n0-9]{1,8}?){0,2}(?:(` + paidVerb + `)|` + payVerb + `)` + paidSum)
})

// isPaidDay reports whether something was paid on a day, though the words beside it may say as well that something
// is due: the verb is one of what is done, or its subject is the reader, or what is left is said behind it.
func isPaidDay(text string, day parser.Span) bool {
	before, whole := wordsBeside(text, day)
	after := whole[:min(len(whole), sight)]
	if endsWith(before, "due_before") || endsWith(before, "asked_before") {
		return false
	}
	if endsWith(before, "paid_before") && paidVerbFirst().MatchString(after) {
		return true
	}
	at := paidBehind().FindStringSubmatchIndex(after)
	if at == nil || beginsWith(strings.TrimLeft(after[at[1]:], "元整的尚还仍并却 ，,"), "unpaid_after") {
		return false
	}
	if at[2] >= 0 || endsWith(before, "payer_before") {
		return true
	}
	rest := behind(after, parser.Span{End: at[1]}, sentenceEnds)
	return says(rest, "left_before") && !says(lastClause(before), "owed")
}

// paidVerbFirst finds a verb of paying at the beginning.
var paidVerbFirst = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?:` + paidVerb + `|` + payVerb + `)`)
})

// lastClause returns what stands behind the last sign of punctuation of a text, within sight.
func lastClause(text string) string {
	return before(text, parser.Span{Start: len(text)}, clauseEnds)
}

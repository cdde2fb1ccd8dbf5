package parser_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// contexts are messages about a debt past due with a place, ◇, for a clause. No
// context has an amount, a number of days, a day, an ID or a name.
var contexts = []string{
	"【星桥小贷】您的借款已逾期，◇，请尽快处理。",
	"您在霁月轩的贷款已逾期：◇。回T退订",
	"【还款提醒】贷款逾期通知：◇；请勿再拖延！【霁月分期】",
	"(1/2)【星桥小贷】您的借款逾期未还，◇。",
	"◇，该笔借款已逾期，请处理。",
	"您的借款已逾期，◇",
	"尊敬的客户：您的贷款已经逾期（◇），请知悉。",
	"【星桥小贷】温馨提示：借款逾期，◇！如已还款请忽略。",
	"[霁月分期]您有一笔贷款逾期未还。◇。请登录App处理",
	"【星桥小贷】\n您的借款已逾期\n◇\n请尽快处理",
	"😀您好，您的贷款已逾期，◇😀",
	"您的借\u200b款已逾 期，◇。",
	"您的借款已逾期，◇，详见 http://h5.jiyuexuan-demo.cn/p1",
	"您的借款已逾期，◇，详询400-000-1234。",
	"【霁月分期】借款逾期催告，◇，否则将上报征信并委托律师起诉。",
	"您的借款已逾期。\r\n◇。\r\n请处理。",
	"贷款逾期通知 ◇ 请处理",
	"您的贷款已逾期,◇,请处理.",
	"您好！◇。以上贷款已逾期，请处理，谢谢！",
	"【星桥小贷】您的贷款（合同号XQ20240001）已逾期，◇，请登录星桥App。",
}

// signedContexts have a place, ◇, for the name of a lender.
var signedContexts = []string{
	"【◇】您的借款已逾期，请尽快处理。",
	"您的借款已逾期，请尽快处理。【◇】",
	"[◇]您的借款已逾期，请尽快处理。",
	"您的借款已逾期，请尽快处理[◇]",
	"【还款提醒】【◇】您的借款已逾期，请尽快处理。",
	"【◇】【逾期通知】您的借款已逾期，请尽快处理。",
	"【账单提醒】您的借款已逾期，请尽快处理。【◇】",
	"(1/2)【◇】您的借款已逾期，请尽快处理。",
	"您的借款已逾期，请尽快处理，回T退订【◇】",
	"您的借款已逾期，请尽快处理。【◇】回T退订",
	"您的借款已逾期，请尽快处理——◇",
	"【催收通知】您在◇的借款已逾期，请尽快处理。",
	"尊敬的客户，您在◇的贷款已逾期，请尽快处理。",
	"您好，您拖欠◇的贷款已逾期，请尽快处理。",
	"您好，您在◇办理的贷款已逾期，请尽快处理。",
	"【逾期提醒】您于◇的借款已逾期，请尽快处理。",
	"\n【◇】\n您的借款已逾期，请尽快处理。",
	"😀【◇】您的借款已逾期，请尽快处理。",
	"【◇】您的借\u200b款已逾 期，请尽快处理。",
	"您好，我司受◇委托，您的贷款已逾期，请尽快处理。",
}

func moneyOf(m *parser.Money) []parser.Found {
	if m == nil {
		return nil
	}
	return []parser.Found{m.Found}
}

func optional(f *parser.Found) []parser.Found {
	if f == nil {
		return nil
	}
	return []parser.Found{*f}
}

func deref(n *int) any {
	if n == nil {
		return nil
	}
	return *n
}

func accountFound(a parser.Account) parser.Found { return a.Found }
func threatFound(t parser.Threat) parser.Found   { return t.Found }
func askFound(a parser.Ask) parser.Found         { return a.Found }
func signalFound(s parser.Signal) parser.Found   { return s.Found }

func foundOf[T any](list []T, found func(T) parser.Found) []parser.Found {
	var all []parser.Found
	for _, v := range list {
		all = append(all, found(v))
	}
	return all
}

// typeAt returns the type of what was found at a place.
func typeAt[T, W any](list []T, at parser.Found, found func(T) parser.Found, word func(T) W) any {
	for _, v := range list {
		if found(v) == at {
			return word(v)
		}
	}
	return nil
}

// TestPlanted puts each field into each context and looks for the piece with its
// span and its value. The kind is a model's, which no sum of parts makes right every time.
func TestPlanted(t *testing.T) {
	texts, late := 0, 0
	for _, field := range plantedFields {
		require.GreaterOrEqual(t, len(field.contexts), 20)
		for _, clause := range field.clauses {
			for i, context := range field.contexts {
				text := strings.Replace(context, "◇", clause.before+clause.piece+clause.after, 1)
				clauseAt := strings.Index(context, "◇")
				start := clauseAt + len(clause.before)
				want := parser.Span{Start: start, End: start + len(clause.piece)}
				within := want
				if field.cue {
					within = parser.Span{Start: clauseAt, End: want.End + len(clause.after)}
				}
				n, err := parser.Parse(text)
				require.NoError(t, err)
				if texts++; n.Kind == parser.KindOverdue {
					late++
				}
				checkLaws(t, text, n)
				got := field.find(n)
				at := slices.IndexFunc(got, func(f parser.Found) bool {
					return within.Start <= f.Span.Start && f.Span.Start <= want.Start && want.End <= f.Span.End && f.Span.End <= within.End
				})
				if !assert.GreaterOrEqual(t, at, 0, "%s: context %d: %s: got %s", field.name, i, text, textsOf(got)) {
					continue
				}
				if field.value != nil {
					assert.Equal(t, clause.want, field.value(n, got[at]), "%s: context %d: %s", field.name, i, text)
				}
			}
		}
	}
	assert.GreaterOrEqual(t, float64(late), 0.99*float64(texts), "read as overdue, of %d", texts)
}

func textsOf(found []parser.Found) []string {
	var texts []string
	for _, f := range found {
		texts = append(texts, f.Text)
	}
	return texts
}

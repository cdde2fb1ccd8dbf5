package parser_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

// benchTexts are messages of about 130 characters, and long ones.
var benchTexts = []struct {
	name, text string
	kind       parser.Kind
}{
	{"notice", "【星桥小贷】尊敬的王*明先生（身份证110101********1234），您于我司的借款12,000.00元已逾期25天，" +
		"罚息80.50元，今日应还共计3,456.78元。请于今日18点前还款，否则我司将上报征信并委托律师处理，详询400-000-1234，如已还款请忽略。", parser.KindOverdue},
	{"reminder", "【霁月分期】何秋水女士，您尾号1234的账户本期账单已出，应还金额2,046.18元，最低还款额204.61元，到期还款日12月10日。" +
		"请登录霁月分期App或关注公众号办理还款，避免产生罚息并影响您的个人征信记录。如有疑问请致电400-000-5678，已还款请忽略，回T退订。", parser.KindReminder},
	{"no cue", "【霁月快递】尊敬的何秋水女士，您的包裹已送达南屏路88号霁月花园东门驿站，请凭取件码3-2-1024于今晚21:00前领取，" +
		"驿站电话13800001234。天气炎热，生鲜类物品请尽早取走，以免变质。下载霁月App可查看物流详情、预约上门寄件、领取新人优惠，感谢您的支持，祝您生活愉快！", parser.KindOther},
	{"16 KiB", "", parser.KindOverdue},
	{"16 KiB no cue", "", parser.KindOther},
}

func benchText(b *testing.B, i int) string {
	b.Helper()
	text := benchTexts[i].text
	switch benchTexts[i].name {
	case "16 KiB":
		text = strings.Repeat(benchTexts[0].text, parser.MaxBytes/len(benchTexts[0].text))
	case "16 KiB no cue":
		text = strings.Repeat(benchTexts[2].text, parser.MaxBytes/len(benchTexts[2].text))
	default:
		require.InDelta(b, 130, utf8.RuneCountInString(text), 15)
	}
	n, err := parser.Parse(text)
	require.NoError(b, err)
	require.Equal(b, benchTexts[i].kind, n.Kind)
	return text
}

func BenchmarkParse(b *testing.B) {
	for i, m := range benchTexts {
		b.Run(m.name, func(b *testing.B) {
			text := benchText(b, i)
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := parser.Parse(text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkRelevant includes the most common case, a message with no cue.
func BenchmarkRelevant(b *testing.B) {
	for i, m := range benchTexts {
		b.Run(m.name, func(b *testing.B) {
			text := benchText(b, i)
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				parser.Relevant(text)
			}
		})
	}
}

func BenchmarkTokenize(b *testing.B) {
	for i, m := range benchTexts {
		b.Run(m.name, func(b *testing.B) {
			text := benchText(b, i)
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				parser.Tokenize(text)
			}
		})
	}
}

//go:build cgo && !purego

package segment_test

import (
	"path/filepath"
	"reflect"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser"
	"github.com/dunsms/dunsms/parser/internal/segment"
)

// parsers returns two Parsers, whose words gojieba and the plain engine cut.
func parsers(t testing.TB) (jieba, plain *parser.Parser) {
	t.Helper()
	jieba, err := parser.New()
	require.NoError(t, err)
	require.Equal(t, "gojieba", segment.Default().Engine())
	segment.WithPlain(func() {
		require.Equal(t, "plain", segment.Default().Engine())
		plain, err = parser.New()
		require.NoError(t, err)
	})
	require.Equal(t, "gojieba", segment.Default().Engine())
	return jieba, plain
}

// FuzzEngines asserts that a notice does not depend on the engine.
func FuzzEngines(f *testing.F) {
	for _, text := range corpus.Texts(f) {
		f.Add(text)
	}
	for _, text := range []string{"", "\x00逾期\x00", "逾期\xff", "您的贷款已逾 期，请还*款😀", "逾\u200bqi 欠①②⑫元", "𠮷野家欠款"} {
		f.Add(text)
	}
	jieba, plain := parsers(f)
	f.Fuzz(func(t *testing.T, text string) {
		want, wantErr := jieba.Parse(text)
		got, gotErr := plain.Parse(text)
		require.Equal(t, wantErr, gotErr)
		require.True(t, reflect.DeepEqual(want, got), "another notice")
		require.True(t, reflect.DeepEqual(jieba.Tokenize(text), plain.Tokenize(text)), "other words")
	})
}

// typical are messages of about 130 characters with a cue.
var typical = []string{
	"【星桥小贷】尊敬的王*明先生（身份证110101********1234），您于我司的借款12,000.00元已逾期25天，罚息80.50元，今日应还共计3,456.78元。" +
		"请于今日18点前还款，否则我司将上报征信并委托律师处理，详询400-000-1234，如已还款请忽略。",
	"【霁月分期】何秋水女士，您尾号1234的账户本期账单已出，应还金额2,046.18元，最低还款额204.61元，到期还款日12月10日。" +
		"请登录霁月分期App或关注公众号办理还款，避免产生罚息并影响您的个人征信记录。如有疑问请致电400-000-5678，已还款请忽略，回T退订。",
	"【还款成功】尊敬的客户，您于2024年3月1日通过尾号1234的银行卡向星桥小贷还款1,234.56元，其中本金1,100.00元，利息134.56元，已成功入账。" +
		"您的下一期还款日为4月1日，请确保账户余额充足，以免影响您的信用记录。详情请登录星桥App查询。",
	"何秋水的家人您好，请转告何秋水，其在霁月轩平台的借款本金8000元已严重逾期三个月，多次联系本人均无人接听。我单位已受委托处理此案，" +
		"将于近日安排外访人员上门核实其居住及工作情况，并保留追究法律责任的权利。请其速与陆专员联系13800001234，以免造成不必要的麻烦。",
	"【鼎川资产】债权转让通知：原债权人星桥小贷已将您名下逾期债权（合同号XQ20240001，本金15,200元，利息3,418.77元）整体转让给鼎川资产管理有限公司，" +
		"请于收到本通知三日内向我司履行还款义务，否则我司将提起诉讼，咨询热线400-000-6120。",
	"您好，您的霁月贷账户已逾 期30天，欠款共计5600元，系统已将您的信息提交至失信名单审核。现可申请减免，添加薇信xq_kefu01办理停息分期，" +
		"或点击https://pay.jiyue-demo.cn/r/Ab1 还款。2小时内未处理，将通知您的单位及紧急联系人，后果自负！",
}

// BenchmarkRatio holds what this module does against gojieba's Tokenize over its
// whole dictionary, in turns on the same messages, so that what else the machine
// does falls on both. jieba-ns/op is the reference, and ratio how many times as
// long the other takes.
func BenchmarkRatio(b *testing.B) {
	dir := segment.DictDir(b)
	path := func(name string) string { return filepath.Join(dir, name+".utf8") }
	j := gojieba.NewJieba(path("jieba.dict"), path("hmm_model"), path("user.dict"), path("idf"), path("stop_words"))
	defer j.Free()
	for _, text := range typical {
		require.InDelta(b, 130, utf8.RuneCountInString(text), 20)
		require.True(b, parser.Relevant(text))
	}
	withJieba, withPlain := parsers(b)
	parse := func(p *parser.Parser) func(string) bool {
		return func(text string) bool {
			n, err := p.Parse(text)
			return err == nil && len(n.Tokens) > 0
		}
	}
	check := func(p *parser.Parser) func(string) bool {
		c := dunsms.Checker{Parser: p}
		return func(text string) bool {
			r, err := c.Check(dunsms.Message{Text: text})
			return err == nil && len(r.Steps) > 0
		}
	}
	for _, m := range []struct {
		name string
		do   func(string) bool
	}{
		{"Parse/gojieba", parse(withJieba)},
		{"Parse/plain", parse(withPlain)},
		{"Check/gojieba", check(withJieba)},
		{"Check/plain", check(withPlain)},
		{"Tag", func(text string) bool { return len(j.Tag(text)) > 0 }},
	} {
		b.Run(m.name, func(b *testing.B) {
			b.ReportAllocs()
			var ours, reference time.Duration
			for i := 0; b.Loop(); i++ {
				text := typical[i%len(typical)]
				begin := time.Now()
				ok := m.do(text)
				ours += time.Since(begin)
				if !ok {
					b.Fatal("nothing came back")
				}
				begin = time.Now()
				j.Tokenize(text, gojieba.DefaultMode, true)
				reference += time.Since(begin)
			}
			b.ReportMetric(float64(ours.Nanoseconds())/float64(b.N), "ours-ns/op")
			b.ReportMetric(float64(reference.Nanoseconds())/float64(b.N), "jieba-ns/op")
			b.ReportMetric(float64(ours)/float64(reference), "ratio")
		})
	}
}

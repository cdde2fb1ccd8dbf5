package shape

import (
	"sort"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

var linkRows = []readertest.Row{
	{"点击 http://t.cn/a6xyz 还款", "http://t.cn/a6xyz", ""},
	{"点击t.cn/a6xyz还款", "t.cn/a6xyz", "glued on both sides"},
	{"点击https://pay.example.cn/pay?id=1，立即还款", "https://pay.example.cn/pay?id=1", "a Chinese comma ends it"},
	{"点击 dwz.cn/8ch2msgq 回t退", "dwz.cn/8ch2msgq", ""},
	{"点击url.cn/3ahl8l还款", "url.cn/3ahl8l", ""},
	{"点击www.abc.com还款", "www.abc.com", ""},
	{"点击http://t.cn/a6", "http://t.cn/a6", "full-width, folded"},
	{"点击 jx.cc 还款", "jx.cc", ""},
	{"点击https://xn--fiq228c.com/a", "https://xn--fiq228c.com/a", "punycode"},
	{"点击xn--fiq228c.com还款", "xn--fiq228c.com", "punycode"},
	{"点击jx.xn--fiqs8s还款", "jx.xn--fiqs8s", "punycode"},
	{"点击 192.168.1.1/pay", "192.168.1.1/pay", ""},
	{"点击192.168.1.1:8080/pay还款", "192.168.1.1:8080/pay", ""},
	{"点击http://192.168.1.1还款", "http://192.168.1.1", ""},
	{"服务器192.168.1.1还款", "", "an address alone"},
	{"版本256.300.1.1/pay", "", "no octets"},
	{"点击捷信.com还款", "捷信.com", "reaches back to 点击"},
	{"请登录官网捷信.com.cn办理", "捷信.com.cn", ""},
	{"登录捷信.com/pay还款", "捷信.com/pay", ""},
	{"点击http://捷信.com/pay还款", "http://捷信.com/pay", ""},
	{"点击www.捷信.com还款", "www.捷信.com", ""},
	{"登陆捷信.com还款", "捷信.com", ""},
	{"通过上海某某.com还款", "上海某某.com", "上 is the name's"},
	{"官网网某某.com", "网某某.com", "网 is the name's"},
	{"点击.com还款", "", "no label left"},
	{"请尽快还款.t.cn/a6xyz", "t.cn/a6xyz", "a full stop before it"},
	{"这句话很长很长很长很长很长.com", "", "too long for a label"},
	{"登录jiexin.公司还款", "jiexin.公司", ""},
	{"登录jiexin.中国/pay", "jiexin.中国/pay", ""},
	{"下载app.中国银行提醒您", "", "a full stop"},
	{"请还款.公司将起诉", "", "a full stop"},
	{"点击dl.jx7k2.xyz/app.apk下载", "dl.jx7k2.xyz/app.apk", ""},
	{"app.apk", "", "a file"},
	{"合同report.com.pdf请查收", "", "a file"},
	{"附件contract.docx", "", "a file"},
	{"圆周率3.14", "", ""},
	{"排名5.cn", "", "a number"},
	{"点击3.cn/1abcd领取", "3.cn/1abcd", "a digit with a path"},
	{"上58.com找工作", "58.com", ""},
	{"1.app下载 2.top前往", "", "a numbered list"},
	{"版本2.0.vip", "", "a version"},
	{"时间7.am或12.pm", "", ""},
	{"2024.10.1还款", "", "a date"},
	{"10.5元", "", ""},
	{"欠款1,234.56元", "", ""},
	{"邮箱alice@abc.com", "", "an address"},
	{"邮箱13800001234@139.com", "", "an address"},
	{"邮箱alice.lee@mail.abc.com.cn联系", "", "an address"},
	{"邮箱a.cn@abc.com", "", "an address whose front is a domain"},
	{"mr.wang您好", "", "a person"},
	{"(http://t.cn/a6xyz)", "http://t.cn/a6xyz", ""},
	{"t.cn/a6xyz(回t退订)", "t.cn/a6xyz", "brackets are the text's"},
	{"t.cn/a6xyz[某某银行]", "t.cn/a6xyz", ""},
	{"【t.cn/a6xyz】", "t.cn/a6xyz", ""},
	{"打开t.cn/a6xyz.", "t.cn/a6xyz", ""},
	{"打开t.cn/a6xyz...", "t.cn/a6xyz", ""},
	{"打开t.cn/a6xyz!", "t.cn/a6xyz", ""},
	{"打开t.cn/a6xyz,回t退", "t.cn/a6xyz", ""},
	{"打开t.cn/a6xyz,td退订", "t.cn/a6xyz", ""},
	{"打开t.cn/a6xyz;td退订", "t.cn/a6xyz", ""},
	{"打开t.cn/a6xyz:还款", "t.cn/a6xyz", ""},
	{"打开t.cn/a6xyz/还款", "t.cn/a6xyz/", "the slash is the link's"},
	{"打开www.abc.com。回复", "www.abc.com", ""},
	{"打开www.abc.com.回复", "www.abc.com", ""},
	{"打开www.abc.com95588", "www.abc.com", "a number glued after"},
	{"打开www.abc.com:8080/x?a=1&b=2#c还款", "www.abc.com:8080/x?a=1&b=2#c", ""},
	{"打开m.abc.cn/a?x=1,2;y=3。", "m.abc.cn/a?x=1,2;y=3", "commas within a query"},
	{"打开abc.cn?id=3", "abc.cn?id=3", "a query without a path"},
	{"打开abc.cn/a-b_c~d%20e", "abc.cn/a-b_c~d%20e", ""},
	{"打开abc.cn/@u/1", "abc.cn/@u/1", ""},
	{"打开abc.cn/#!/x", "abc.cn/#!/x", ""},
	{"t.cn/rp43***已失效", "t.cn/rp43***", "hidden in part"},
	{"打开t.cn/a1或t.cn/b2", "t.cn/a1|t.cn/b2", ""},
	{"打开t.cn/a1、t.cn/b2", "t.cn/a1|t.cn/b2", ""},
	{"打开jx.zzz还款", "", "no top-level domain of the table"},
	{"打开www.jx.zzz还款", "www.jx.zzz", "www makes it one"},
	{"打开https://jx.zzz还款", "https://jx.zzz", "a scheme makes it one"},
	{"http://localhost:8080/x", "http://localhost:8080/x", ""},
	{"https:// 不合法", "", ""},
	{"http://#不合法", "", ""},
	{"httt://abc.com", "", "no scheme, and inside another's"},
	{"协议://abc.com", "", "no scheme"},
	{"www.还款", "", ""},
	{"www.abc", "", ""},
	{"working..是", "", ""},
	{"no.1", "", ""},
	{"ftp://abc.com/x", "ftp://abc.com/x", ""},
	{"点击a-b.cn还款", "a-b.cn", ""},
	{"点击-b.cn还款", "b.cn", ""},
	{"t.cn", "t.cn", ""},
	{"t.cn/", "t.cn/", ""},
	{"abc.com.cn", "abc.com.cn", ""},
	{"abc.com.thanks", "abc.com", "the rest is no domain"},
	{"s.demo95.cn/2ec32", "s.demo95.cn/2ec32", ""},
	{"e95555.cn/7rfn6j", "e95555.cn/7rfn6j", ""},
	{"日利率0.05%", "", ""},
	{"v1.2.3.4.5", "", ""},
	{"", "", ""},
	{".", "", ""},
	{"http://", "", ""},
	{"捷信.", "", ""},
}

func TestReadLink(t *testing.T) { readertest.CheckRows(t, findLink, linkRows) }

func TestReadLinkPlanted(t *testing.T) {
	for _, link := range []string{
		"http://t.cn/a6xyz", "t.cn/a6xyz", "www.abc.com", "https://h5.loan-demo.cn/r/wdhpkl?x=1",
		"192.168.1.1/pay", "捷信.com", "xn--fiq228c.com", "jx.cc", "abc.com:8080", "jiexin.公司",
	} {
		for _, context := range readertest.Contexts {
			if link == "捷信.com" && strings.Contains(context, "见§") {
				context = strings.Replace(context, "见§", "详见§", 1) // 见 begins names too
			}
			if link == "jiexin.公司" && strings.Contains(context, "§办") {
				assert.Equal(t, []string{link}, readertest.Pieces("请点击"+link+"办理", findLink))
				continue
			}
			text := strings.Replace(context, "§", link, 1)
			assert.Equal(t, []string{link}, readertest.Pieces(text, findLink), text)
		}
	}
}

// TestLongHosts reads names longer than any host, of labels of each length: the
// longest host ends within a label, and before and after a dot.
func TestLongHosts(t *testing.T) {
	for label := 1; label <= hostReach+1; label++ {
		name := []rune(strings.Repeat(strings.Repeat("a", label)+".", 600/label) + "cn")
		h := scanHost(name, 0)
		assert.True(t, h.start <= h.last && h.last < h.end && h.end <= hostReach, "labels of %d: %+v", label, h)
		checkLaws(t, name)
	}
}

func TestTopLevelTable(t *testing.T) {
	var names []string
	for line := range strings.Lines(tldTable) {
		if !strings.HasPrefix(line, "#") {
			names = append(names, strings.TrimSpace(line))
		}
	}
	assert.True(t, sort.StringsAreSorted(names), "the table is sorted")
	assert.Len(t, topLevel(), len(names), "no name twice")
	for _, name := range names {
		assert.NotEmpty(t, name)
		assert.Equal(t, strings.ToLower(name), name)
		r := []rune(name)
		assert.True(t, isTopLevel(r, 0, len(r)), name)
	}
}

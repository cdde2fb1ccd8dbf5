package shape

import (
	"testing"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

// linkFormRows are links in forms that hide their host or that a filter does not know,
// and text beside links that resembles more of them.
var linkFormRows = []readertest.Row{
	{"点击http://www.jx.com.cn@dk.top/x还款", "http://www.jx.com.cn@dk.top/x", "the host is behind @"},
	{"点击http://kf:123456@dk.cn/x", "http://kf:123456@dk.cn/x", "with a password"},
	{"点击https://m.jx.cn:443@dk.top", "https://m.jx.cn:443@dk.top", "a port of nothing"},
	{"点击http://a@b@dk.top/x", "http://a@b@dk.top/x", "the last @ counts"},
	{"登录www.jx.com@dk.top还款", "www.jx.com@dk.top", "no scheme, but no mail either"},
	{"登录m.jx.com:80@dk.top还款", "m.jx.com:80@dk.top", ""},
	{"登录www.jx.com@客服", "www.jx.com", "no host behind @"},
	{"登录http://t.cn/ab@客服", "http://t.cn/ab", ""},
	{"邮箱jx.com@dk.top", "", "mail"},
	{"点击https://jx.com.cn%40dk.top/x还款", "https://jx.com.cn%40dk.top/x", "the mark in its code"},
	{"点击https://jx.cn/a%40b还款", "https://jx.cn/a%40b", "in the path"},
	{"点击https://dk.cn/逾期80元/13800001234还款", "https://dk.cn/逾期80元/13800001234", "a part of a path after Chinese"},
	{"点击https://dk.cn/逾期80元/pay还款", "https://dk.cn/逾期80元/pay", ""},
	{"点击https://dk.cn/逾期80元/3天内还款", "https://dk.cn/", "no part of a path"},
	{"点击https://dk.cn/x#待还80元 处理", "https://dk.cn/x#待还80元", "a fragment"},
	{"点击https://dk.cn/x#待还80元，处理", "https://dk.cn/x", "text"},
	{"点击dk｡com/x还款", "dk｡com/x", "a half-width full stop"},
	{"点击dk[点]cn/x还款", "dk[点]cn/x", "made harmless"},
	{"点击http://http//dk.cn/x还款", "http://http//dk.cn/x", "typed twice"},
	{`点击https:\\dk.cn\x还款`, `https:\\dk.cn\x`, "backslashes"},
	{`点击https://dk.cn/x\n您好`, "https://dk.cn/x", "an escaped line break"},
	{"已逾期5天.com", "", "a number of days"},
	{"点击https://dk。top/x还款", "https://dk。top/x", "a full stop for the dot"},
	{"点击dk。cn/x还款", "dk。cn/x", ""},
	{"点击www。dk。top还款", "www。dk。top", ""},
	{"点击http://www。dk。com。cn/x", "http://www。dk。com。cn/x", ""},
	{"登录www.jx.com。t.cn/x另有", "www.jx.com|t.cn/x", "a sentence ends"},
	{"下载app。t.cn/x打开", "t.cn/x", "a sentence ends"},
	{"请下载app。top级服务", "", "a sentence ends"},
	{"点击hxxp://dk[.]cn/x还款", "hxxp://dk[.]cn/x", "made harmless"},
	{"点击hxxps://m(.)dk(.)cn", "hxxps://m(.)dk(.)cn", ""},
	{"点击dk[.]com[.]cn还款", "dk[.]com[.]cn", ""},
	{"点击http://3232235777/x", "http://3232235777/x", "an address as one number"},
	{"点击http://0xc0a80101/x", "http://0xc0a80101/x", "in base 16"},
	{"点击http://12345/x", "", "too small for an address"},
	{"点击http://[2001:db8::1]/x还款", "http://[2001:db8::1]/x", "IPv6"},
	{"点击http://[2001:db8::1]:8080/pay/3000还款", "http://[2001:db8::1]:8080/pay/3000", "IPv6 with a port"},
	{"点击https://[::ffff:192.0.2.1]/x还款", "https://[::ffff:192.0.2.1]/x", "IPv4 in IPv6"},
	{"点击https://[某某银行]还款", "", "a signature"},
	{"点击https://[12:30]还款", "", "a time"},
	{"点击dk.top/x;id=3000还款", "dk.top/x;id=3000", "a parameter"},
	{"点击http://13800001234", "", "too large for an address"},
	{"点击http:/dk.top/x还款", "http:/dk.top/x", "a slash too few"},
	{"点击http:///dk.top/x还款", "http:///dk.top/x", "a slash too many"},
	{"点击http:\\\\dk.top/x还款", "http:\\\\dk.top/x", "the wrong slashes"},
	{"点击http:dk.top/x还款", "dk.top/x", "no slash: http is a label of the text"},
	{"点击http://http://t.cn/ab", "http://t.cn/ab", "the inner one"},
	{"点击https://http://t.cn/ab还款", "http://t.cn/ab", "the inner one"},
	{"点击https://捷信.公司.cn还款", "https://捷信.公司.cn", ""},
	{"点击https://www.捷信.公司还款", "https://www.捷信.公司", ""},
	{"点击http://jx.公司/a还款", "http://jx.公司/a", ""},
	{"点击捷信.公司.cn/a还款", "捷信.公司.cn/a", ""},
	{"点击jiexin.公司.cn还款", "jiexin.公司.cn", ""},
	{"点击www.捷信.com.cn还款", "www.捷信.com.cn", ""},
	{"点击http://t.cn.中国银行提醒您", "http://t.cn", "a full stop"},
	{"打开weixin://还款", "weixin://", "an app"},
	{"打开weixin://dl/business/?t=ab还款", "weixin://dl/business/?t=ab", ""},
	{"打开alipays://platformapi/startapp?appid=1还款", "alipays://platformapi/startapp?appid=1", ""},
	{"打开jx.app+v2://open?id=1", "jx.app+v2://open?id=1", "all that a scheme may have"},
	{"打开:///x", "", "no scheme"},
	{"比例3://4", "", "no scheme begins with a digit"},
	{"点击dk.top/x?a=1&amp;sum=500还款", "dk.top/x?a=1&amp;sum=500", "escaped"},
	{"点击dk.top/x&amp;sum=500还款", "dk.top/x&amp;sum=500", "escaped in a path"},
	{"打开dk.top/x;td退订", "dk.top/x", "a semicolon of the text"},
	{"点击https://dk.top/还款?sum=500处理", "https://dk.top/还款?sum=500", "a query follows"},
	{"点击dk.top/贷款/还款?sum=500", "dk.top/贷款/还款?sum=500", ""},
	{"点击dk.top/贷款/a1还款", "dk.top/贷款/a1", "a slash follows"},
	{"点击dk.top/还款.html，谢谢", "dk.top/还款.html", ""},
	{"点击dk.top/还款13800001234", "dk.top/还款13800001234", "a number within a path"},
	{"点击dk.top/p?name=王明&sum=500还款", "dk.top/p?name=王明&sum=500", "within a query"},
	{"点击dk.top/p?金额=500还款", "dk.top/p?金额=500", "within a query"},
	{"点击dk.top/还款500元", "dk.top/", "an amount of the text"},
	{"点击dk.top/还款500元?id=7处理", "dk.top/还款500元?id=7", "a query follows"},
	{"点击dk.top/还款500元?是的", "dk.top/", "a question"},
	{"点击dk.top/还款回t退订", "dk.top/", "the opt-out"},
	{"点击dk.top/还款td", "dk.top/", "the opt-out"},
	{"点击dk.top/微信/支付宝还款", "dk.top/", "a list"},
	{"点击dk.top/还款?请尽快", "dk.top/", "a question"},
	{"t.cn/abc还款请尽快", "t.cn/abc", "no part of a path begins there"},
	{"t.cn/abc还款/a1", "t.cn/abc", "no part of a path begins there"},
	{"点击dk.top/p?name=王明 处理", "dk.top/p?name", "nothing of the link follows"},
}

func TestReadLinkForms(t *testing.T) { readertest.CheckRows(t, findLink, linkFormRows) }

// TestReadLinkFormsPlanted puts links in odd forms into texts of all sorts.
func TestReadLinkFormsPlanted(t *testing.T) {
	for _, link := range []string{
		"http://www.jx.com.cn@dk.top/x", "hxxp://dk[.]cn/x", "https://dk。top/x", "dk。cn/x", "http:/dk.top/x",
		"weixin://dl/business/?t=ab", "https://dk.top/还款?sum=500", "http://3232235777/x",
	} {
		readertest.Plant(t, ReadLink, link)
	}
}

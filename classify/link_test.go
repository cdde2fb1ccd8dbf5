package classify

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestParseLink(t *testing.T) {
	for _, c := range []struct{ link, host, path string }{
		{"t.cn/A6xyz", "t.cn", "/a6xyz"},
		{"http://user@WWW.Demo.cn:8080/A/b.APK?x#y", "www.demo.cn", "/a/b.apk"},
		{"ｈｔｔｐ：//ｗｗｗ．ｄｅｍｏ．ｃｎ/ａ", "www.demo.cn", "/a"},
		{"demo.cn?x", "demo.cn", ""},
		{"demo.cn#x", "demo.cn", ""},
		{"demo.cn./x", "demo.cn", "/x"},
		{"demo。cn/x", "demo.cn", "/x"},
		{"demo.cn/50%off", "demo.cn", "/50%off"},
		{"demo.cn:80a/x", "demo.cn", "/x"},
		{"欠款.demo.cn/1", "欠款.demo.cn", "/1"},
		{"192.0.2.7/pay", "192.0.2.7", "/pay"},
		{"https://[2001:db8::1]/a", "[2001:db8::1]", "/a"},
		// Only the host that would be opened counts, not what the link contains or looks like.
		{"demo.cn/r?u=https://www.bank.example/pay", "demo.cn", "/r"},
		{"demo.cn/https://www.bank.example/pay", "demo.cn", "/https://www.bank.example/pay"},
		{"https://www.bank.example@demo.cn/pay", "demo.cn", "/pay"},
		{`https://demo.cn\@www.bank.example/pay`, "demo.cn", "/@www.bank.example/pay"},
		{"https://demo.cn?@www.bank.example", "demo.cn", ""},
		{"http://", "", ""},
		{"://demo.cn", "demo.cn", ""},
		{"", "", ""},
	} {
		assert.Equal(t, link{c.host, c.path}, parseLink(c.link), c.link)
	}
}

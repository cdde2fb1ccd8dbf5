package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/parser"
)

func TestHostOf(t *testing.T) {
	for _, c := range []struct{ link, want string }{
		{"t.cn/A6xyz", "t.cn"},
		{"https://Pay.Example.CN/a?b=c#d", "pay.example.cn"},
		{"http://user@example.cn:8080/x", "example.cn"},
		{"ｈｔｔｐ：//ｗｗｗ．ｅｘａｍｐｌｅ．ｃｎ/ａ", "www.example.cn"},
		{"192.0.2.7/pay", "192.0.2.7"},
		{"欠款.example.cn/1", "欠款.example.cn"},
		{"xn--5jwmc.example.cn", "欠款.example.cn"},
		{"example.cn?from=sms", "example.cn"},
		{"a_b.example.cn/x", "a_b.example.cn"}, // no name that IDNA allows, but one that is used
		{"example.cn./x", "example.cn"},
		{"example.cn/50%off", "example.cn"},
		{"example.cn:80a/x", "example.cn"},
		{"a_b.example。cn", "a_b.example.cn"},
		{"https://[2001:DB8::1]:80/a", "[2001:db8::1]"},
		// Only the host that would be opened counts, not what the link contains or looks like.
		{"example.cn/r?u=https://www.bank.example/pay", "example.cn"},
		{"https://www.bank.example@example.cn/pay", "example.cn"},
		{`https://example.cn\@www.bank.example/pay`, "example.cn"},
		{"https://example.cn?@www.bank.example", "example.cn"},
		{"http://", ""},
		{"", ""},
	} {
		assert.Equal(t, c.want, hostOf(c.link), c.link)
	}
}

// A contact that a message names twice, in two spellings, counts once.
func TestContactsOf(t *testing.T) {
	n, err := parser.Parse("【某某金融】您已逾期3天，请点击 https://Pay.example.cn/a 或 pay.example.cn/b 还款，致电400-123-4567或4001234567，138****1234。")
	require.NoError(t, err)
	require.Len(t, n.URLs, 2)
	assert.Equal(t, []contact{{hostType, "pay.example.cn"}, {phoneType, "4001234567"}}, contactsOf(n))
	n, err = parser.Parse("您已逾期3天，请致电一三八〇〇〇〇七五一九或壹叁捌零零零零柒伍壹玖。")
	require.NoError(t, err)
	assert.Equal(t, []contact{{phoneType, "13800007519"}}, contactsOf(n))
}

//go:build cgo && !purego

package segment

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

// samples are texts that show each rule of the cut.
var samples = []string{
	"",
	"您尾号1234的贷款已逾期25天，应还1,234.56元，请尽快还款。",
	"【星河小贷】王*明，身份证110101********1234，罚息80.5元 详询400-000-1234",
	"abc123.45def x1y2 3.14.15 ...",
	"，。 \t\n\r\n，，",
	"\x00逾期\x00\x00罚息\x00",
	"逾\u200b期 逾 期",
	"１２３４元ＡＢＣ①②😀👨\u200d👩\u200d👧",
	"逾期逾期逾期逾期还款还款还款",
	"𠮷野家欠債還錢债欠云A云AB",
	"他来到了网易杭研大厦，小明硕士毕业于中国科学院计算所",
	"龘靐齉爩鱻麤灪龖厵纞",
	"\ue000\ue001\ufffd\U0010ffff",
	"的的的的的的了了了是是是在在在",
	"机会到了归还款项不还款的人",
	"\xff\x01\x02\x03\x80\x10\x11\x12",
}

// FuzzCutAgree asserts that both engines give the same words, with the
// caller's words and without, that the words tile the text, and that the text
// alone decides.
func FuzzCutAgree(f *testing.F) {
	for _, text := range samples {
		f.Add(text)
	}
	cgo, plain := both(f, callersWords)
	bare := withoutJieba(standard())
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			text = spell(text)
		}
		want := cgo.Cut(nil, text)
		require.Equal(t, want, plain.Cut(nil, text))
		last := int32(0)
		for _, end := range want {
			require.Greater(t, end, last)
			last = end
		}
		require.Equal(t, len(text), int(last))
		require.Equal(t, standard().Cut(nil, text), bare.Cut(nil, text))
		require.Equal(t, append([]int32{7}, want...), cgo.Cut([]int32{7}, text))
	})
}

// alphabet has characters of the dictionary, of the caller's words and of
// none.
var alphabet = []rune("逾期还款罚息贷应上门征信的了是在不有人我他这一二三元天日月年，。 *.1234567890abAB【】欠债星河分花呗小公司云家𠮷野龘😀\ue000\x00\n")

// spell makes valid text of any bytes.
func spell(raw string) string {
	var b strings.Builder
	for i := range len(raw) {
		b.WriteRune(alphabet[int(raw[i])%len(alphabet)])
	}
	return b.String()
}

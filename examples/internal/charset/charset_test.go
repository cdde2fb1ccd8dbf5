package charset

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

const notice = "【青禾消费金融】沈*安先生（身份证110101********2314），您的借款本金8,000.00元已逾期26天，产生罚息112.40元，请尽快还款。"

// encoded returns text in an encoding.
func encoded(t testing.TB, e encoding.Encoding, text string) string {
	t.Helper()
	s, err := e.NewEncoder().String(text)
	require.NoError(t, err)
	return s
}

var (
	gbk     = simplifiedchinese.GBK
	gb18030 = simplifiedchinese.GB18030
	little  = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	big     = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
)

func TestReader(t *testing.T) {
	long := strings.Repeat("text,sender\n", 20_000) + notice + "\n"
	table := "text,sender\n" + strings.Repeat(notice+",1069\r\n", 3000)
	for _, c := range []struct {
		name, in, want string
		encoding       Encoding
	}{
		{"nothing", "", "", ASCII},
		{"ASCII", "a\nb\n", "a\nb\n", ASCII},
		{"UTF-8", notice, notice, UTF8},
		{"UTF-8 with a mark", "\ufeff" + notice, notice, UTF8},
		{"UTF-8, a mark alone", "\ufeff", "", UTF8},
		{"UTF-8 far behind ASCII", long, long, UTF8},
		{"UTF-8 with NUL", notice + "\x00\n", notice + "\x00\n", UTF8},
		{"UTF-8, emoji", "好😀\n", "好😀\n", UTF8},
		{"UTF-8, one broken character", notice + "\n期\xe6\x9c\n", notice + "\n期\xe6\x9c\n", UTF8},
		{"UTF-8, cut", notice[:len(notice)-1], notice[:len(notice)-1], UTF8},
		{"UTF-8, a table", table, table, UTF8},
		{"GBK", encoded(t, gbk, notice), notice, GB18030},
		{"GBK, one word", encoded(t, gbk, "短信内容\n"), "短信内容\n", GB18030},
		{"GBK far behind ASCII", encoded(t, gbk, long), long, GB18030},
		{"GBK, a table", encoded(t, gbk, table), table, GB18030},
		{"GBK, broken", encoded(t, gbk, notice) + "\n\xc4\n好\n"[:3], notice + "\n\xff\n", GB18030},
		{"GB18030, four bytes", encoded(t, gb18030, notice+"𠮷😀\n"), notice + "𠮷😀\n", GB18030},
		{"GB18030 with a mark", "\x84\x31\x95\x33" + encoded(t, gb18030, notice), notice, GB18030},
		{"UTF-16LE with a mark", "\xff\xfe" + encoded(t, little, notice+"😀\r\n"), notice + "😀\r\n", UTF16LE},
		{"UTF-16BE with a mark", "\xfe\xff" + encoded(t, big, notice+"😀\r\n"), notice + "😀\r\n", UTF16BE},
		{"UTF-16LE", encoded(t, little, notice), notice, UTF16LE},
		{"UTF-16BE", encoded(t, big, notice), notice, UTF16BE},
		{"UTF-16LE, ASCII first", encoded(t, little, `{"text":"`+notice+`"}`), `{"text":"` + notice + `"}`, UTF16LE},
		{"UTF-16BE, ASCII first", encoded(t, big, `{"text":"`+notice+`"}`), `{"text":"` + notice + `"}`, UTF16BE},
		{"UTF-16LE, ASCII alone", encoded(t, little, "text,sender\n"), "text,sender\n", UTF16LE},
		{"UTF-16BE, a table", encoded(t, big, table), table, UTF16BE},
		{"UTF-16LE, half a pair", "\xff\xfe\x3d\xd8" + encoded(t, little, "好\n"), "\ufffd好\n", UTF16LE},
		{"UTF-16LE, an odd byte at the end", "\xff\xfe" + encoded(t, little, "好") + "a", "好\ufffd", UTF16LE},
		{"neither", "\xff\xff\xff\n", "\xff\xff\xff\n", UTF8},
		{"GBK with NUL", encoded(t, gbk, notice) + "\x00\n", notice + "\x00\n", GB18030},
		{"binary", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", "\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", Binary},
		{"binary, ASCII but for NUL", "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", "\x00\x00\x00\x18ftypheic\x00\x00\x00\x00", Binary},
		{"binary, no encoding", "\x1a" + strings.Repeat("\xff", 30), "\x1a" + strings.Repeat("\xff", 30), Binary},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := NewReader(strings.NewReader(c.in))
			got, err := io.ReadAll(r)
			require.NoError(t, err)
			assert.True(t, c.want == string(got))
			assert.Equal(t, c.encoding, r.Encoding())
			if len(c.in) > 1000 {
				return
			}
			got, err = io.ReadAll(iotest.OneByteReader(NewReader(iotest.OneByteReader(strings.NewReader(c.in)))))
			require.NoError(t, err)
			assert.Equal(t, c.want, string(got), "byte by byte")
		})
	}
}

// In UTF-16, a byte 0A ends a line only if it forms a unit with a byte 00.
func TestUTF16WithoutMark(t *testing.T) {
	for _, text := range []string{
		"【上海银行】尊敬的客户，您的信用卡本期账单已出，请按时还款。", "上海银行提醒您按时还款", "北京上海银行，请尽快还款\r\n上\n", "【上上】上海，您好",
		"您在上海的贷款已逾期", "\n上海银行", "\u5e0a前明月光\n\u620a年", "一上\n短信内容",
	} {
		for of, e := range map[Encoding]encoding.Encoding{UTF16LE: little, UTF16BE: big} {
			for _, in := range []io.Reader{strings.NewReader(encoded(t, e, text)), iotest.OneByteReader(strings.NewReader(encoded(t, e, text)))} {
				r := NewReader(in)
				got, err := io.ReadAll(r)
				require.NoError(t, err)
				assert.Equal(t, of, r.Encoding(), text)
				assert.Equal(t, text, string(got))
			}
		}
	}
	for _, text := range []string{"hi\n", "N\n你好\n", "\n\n好\n", "text\n短信内容\n您好\n", "\n" + notice, "\x10\n" + notice, strings.Repeat("\n", 100_000) + notice} {
		for of, e := range map[Encoding]encoding.Encoding{UTF8: unicode.UTF8, GB18030: gbk} {
			r := NewReader(strings.NewReader(encoded(t, e, text)))
			got, err := io.ReadAll(r)
			require.NoError(t, err)
			assert.True(t, text == string(got))
			if text != "hi\n" {
				assert.Equal(t, of, r.Encoding(), "%.20q", text)
			}
		}
	}
}

// A typed line is read before the next one comes.
func TestReaderDoesNotWait(t *testing.T) {
	for name, e := range map[string]encoding.Encoding{"UTF-8": unicode.UTF8, "GBK": gbk, "UTF-16": little} {
		t.Run(name, func(t *testing.T) {
			in, typed := io.Pipe()
			r := NewReader(in)
			for _, want := range []string{"id,text\n", "你好，在吗？\n", "a\n", "明天见\n"} {
				line := encoded(t, e, want)
				go func() { _, _ = io.WriteString(typed, line) }()
				got := make([]byte, len(want))
				_, err := io.ReadFull(r, got)
				require.NoError(t, err)
				assert.Equal(t, want, string(got))
			}
		})
	}
}

func TestReadError(t *testing.T) {
	fails := errors.New("fails")
	for _, in := range []string{"", "a", notice, encoded(t, gbk, notice), "\xff\xfea\x00"} {
		_, err := io.ReadAll(NewReader(io.MultiReader(strings.NewReader(in), iotest.ErrReader(fails))))
		assert.ErrorIs(t, err, fails)
	}
}

// FuzzReader asserts that UTF-8 comes out unchanged, however it is read; that decoded text is
// UTF-8 except for what is refused; and that a notice is read in each encoding, followed by
// anything that the encoding can write.
func FuzzReader(f *testing.F) {
	for _, s := range []string{"", "a", notice, "你好", encoded(f, gbk, notice), encoded(f, little, notice), "\xff\xfe\x00", "\x84\x31\x95\x33\x81", "\x00", "\ufeff\ufffd", "\xed\xa0\xbd", "\ue501"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		r := NewReader(bytes.NewReader(data))
		got, err := io.ReadAll(r)
		if err != nil {
			t.Fatal("bytes in memory cannot fail")
		}
		slow, err := io.ReadAll(iotest.OneByteReader(NewReader(bytes.NewReader(data))))
		if err != nil || !bytes.Equal(got, slow) {
			t.Fatal("it depends on how it is read")
		}
		switch r.Encoding() {
		case ASCII, UTF8, Binary:
			if !bytes.Equal(got, bytes.TrimPrefix(data, []byte("\ufeff"))) {
				t.Fatal("UTF-8 is changed")
			}
		case GB18030:
			if !utf8.Valid(bytes.ReplaceAll(got, []byte{0xff}, nil)) {
				t.Fatal("more than what is refused is not UTF-8")
			}
		default:
			if !utf8.Valid(got) {
				t.Fatal("UTF-16 that is not UTF-8")
			}
		}
		if !utf8.Valid(data) || bytes.Contains(data, []byte(replacement)) {
			return
		}
		text := notice + "\n" + string(data)
		for _, e := range []encoding.Encoding{gb18030, little, big} {
			in := encoded(t, e, text)
			if back, err := e.NewDecoder().String(in); err != nil || back != text {
				continue // GB18030 of x/text writes U+E501 as what it reads as U+F515
			}
			got, err := io.ReadAll(NewReader(strings.NewReader(in)))
			if err != nil || string(got) != text {
				t.Fatal("an encoding is not recognised")
			}
		}
	})
}

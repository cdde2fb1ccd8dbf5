package segment

import (
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// asIs returns s as it would be if it showed its engine the whole text.
func asIs(s *Segmenter) *Segmenter { return &Segmenter{plain: s.plain, jieba: s.jieba} }

func TestShortened(t *testing.T) {
	for _, tt := range []struct{ name, in, want string }{
		{"nothing", "逾期25天", "逾期25天"},
		{"figures", "1,234.56元", "1\x016元"},
		{"mask", "号110101****1234的", "号1\x014的"},
		{"mark", "逾期，还款。", "逾期\x01还款\x01"},
		{"marks and figures", "期， 12,000.00 元", "期\x01元"},
		{"one figure and a mark", "期1，2款", "期1\x012款"},
		{"digits join letters", "vx12345,67890,1元", "vx12345,\x011元"},
		{"digits after letters alone", "vx1234567元", "vx1234567元"},
		{"NUL", "\x00逾期", "\x01逾期"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var s shortening
			s.read([]rune(tt.in), true)
			assert.Equal(t, tt.want, string(s.text))
			for name, e := range engines(standard()) {
				assert.Equal(t, asIs(e).Cut(nil, tt.in), e.Cut(nil, tt.in), name)
			}
		})
	}
}

func TestHindersGaps(t *testing.T) {
	for word, want := range map[string]bool{"小贷": false, "后4位": false, "T恤": false, "360借条": true, "债12期": true, "*": true, "欠\x01款": true} {
		assert.Equal(t, want, hindersGaps(word))
		s, err := withWords(word)
		if err == nil {
			assert.Equal(t, !want, s.shortens)
		}
	}
}

// FuzzShortened asserts that a text is cut within figures and marks as it is
// without being shortened, with words of the caller's around them. Where two
// paths through Chinese words are equally good, the last bit of a sum decides.
func FuzzShortened(f *testing.F) {
	for _, text := range []string{"", "1,234.56元", "他2，3月", "后4位1234后4位", "vx12.5，后6位", "0利率100利率，0门槛", "债5，欠6", "1 2　3\t\n4。。5", "a1,b2，c3.4.5", "\x00\x01\x02，，"} {
		f.Add(text)
	}
	s, err := withWords("债5\n6欠\n月9日")
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			t.Skip("cut rune by rune")
		}
		short, whole := s.Cut(nil, text), asIs(s).Cut(nil, text)
		for i := 1; i < len(text); i++ {
			if isRun(text, i-1) && isRun(text, i) && utf8.RuneStart(text[i]) {
				_, a := slices.BinarySearch(short, int32(i))
				_, b := slices.BinarySearch(whole, int32(i))
				require.Equal(t, b, a)
			}
		}
	})
}

// isRun reports whether the byte at i is of a figure or a mark.
func isRun(text string, i int) bool {
	for !utf8.RuneStart(text[i]) {
		i--
	}
	r, _ := utf8.DecodeRuneInString(text[i:])
	return inRun(r)
}

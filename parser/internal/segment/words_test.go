package segment

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestCallersWords(t *testing.T) {
	for _, test := range []struct{ name, words, in, want, why string }{
		{"word", "期逾贷\n", "您在期逾贷的借款", "您|在|期逾贷|的|借款", ""},
		{"no newline at the end", "期逾贷", "期逾贷", "期逾贷", ""},
		{"freq", "期逾贷 50", "期逾贷", "期逾贷", ""},
		{"freq 0", "期逾贷 0", "期逾贷", "期逾贷", "0 is not log 0"},
		{"tag", "期逾贷 nz", "期逾贷", "期逾贷", ""},
		{"freq and tag", "期逾贷 50 nz", "期逾贷", "期逾贷", ""},
		{"freq is a frequency", "来到北京 1", "来到北京", "来到|北京", "too rare to win against its parts"},
		{"the highest freq", "来到北京 100000000", "来到北京", "来到北京", ""},
		{"CRLF, blanks and a mark", "\ufeff 期逾贷  50 \r\n\r\n   \n云乂\r\n", "期逾贷云乂", "期逾贷|云乂", ""},
		{"in the dictionary", "来到", "他来到北京", "他|来到|北京", ""},
		{"longer than the parts", "欠款合同\n欠款合同纠纷\n纠纷", "欠款合同纠纷", "欠款合同纠纷", "the longer of the caller's words"},
		{"ends in digits", "贷宝360", "用贷宝360还", "用|贷宝360|还", ""},
		{"outside the BMP", "𠮷野屋", "去𠮷野屋吃", "去|𠮷野屋|吃", ""},
		{"one character", "杭", "杭研", "杭|研", "the HMM does not join it"},
		{"twice", "来到北京 9000\n来到北京 1", "来到北京", "来到|北京", "the later line counts"},
		{"64 characters", strings.Repeat("乂", 64), strings.Repeat("乂", 65), "乂|" + strings.Repeat("乂", 64), "of equal paths, the one that begins with the shorter word"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := withWords(test.words)
			require.NoError(t, err)
			for name, s := range engines(s) {
				assert.Equal(t, test.want, strings.Join(words(s, test.in), "|"), name+": "+test.why)
			}
		})
	}
}

func TestCallersWordsErrors(t *testing.T) {
	for _, test := range []struct {
		name, words string
		want        WordError
	}{
		{"not UTF-8", "甲乙\n\xcb\xcd\n", WordError{2, "not UTF-8"}},
		{"NUL", "甲\x00乙", WordError{1, "NUL"}},
		{"tab", "甲乙\t5", WordError{1, "control character"}},
		{"escape", "甲\x1b[31m", WordError{1, "control character"}},
		{"C1", "甲\u0085乙", WordError{1, "control character"}},
		{"carriage return inside", "甲\r乙\n", WordError{1, "control character"}},
		{"too long", "甲乙\n\n" + strings.Repeat("乂", 65), WordError{3, "word too long"}},
		{"line too long", strings.Repeat("a", 1025), WordError{1, "line too long"}},
		{"line much too long", "甲乙\n" + strings.Repeat(" ", 1<<20), WordError{2, "line too long"}},
		{"letters in freq", "甲乙 12x", WordError{1, "bad frequency"}},
		{"negative", "甲乙 -1", WordError{1, "bad frequency"}},
		{"fraction", "甲乙 1.5", WordError{1, "bad frequency"}},
		{"full-width", "甲乙 １２", WordError{1, "bad frequency"}},
		{"too frequent", "甲乙 100000001", WordError{1, "bad frequency"}},
		{"overflow", "甲乙 99999999999999999999999", WordError{1, "bad frequency"}},
		{"tag first", "甲乙 nz 5", WordError{1, "bad frequency"}},
		{"four fields", "甲乙 5 nz x", WordError{1, "too many fields"}},
		{"separator", "甲，乙", WordError{1, "separator in word"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s, err := withWords(test.words)
			assert.Nil(t, s)
			var got *WordError
			require.ErrorAs(t, err, &got)
			assert.Equal(t, test.want, *got)
			assert.NotContains(t, err.Error(), "甲")
		})
	}
	assert.EqualError(t, &WordError{2, "not UTF-8"}, "segment: words, line 2: not UTF-8")
}

func TestCallersWordsReaderFails(t *testing.T) {
	broken := errors.New("broken")
	s, err := dictionary().Segmenter(io.MultiReader(strings.NewReader("甲乙\n甲"), iotest.ErrReader(broken)))
	assert.Nil(t, s)
	assert.ErrorIs(t, err, broken)
}

// TestLineCap takes a line of the longest length with each of its ends.
func TestLineCap(t *testing.T) {
	line := "来到北京" + strings.Repeat(" ", maxLine-len("来到北京"))
	for _, end := range []string{"", "\n", "\r\n"} {
		s, err := withWords(line + end)
		require.NoError(t, err)
		assert.Equal(t, []string{"来到北京"}, words(s, "来到北京"))
	}
}

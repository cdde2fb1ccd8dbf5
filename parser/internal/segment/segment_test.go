package segment

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// engines returns s as it is and, where it has gojieba, without.
func engines(s *Segmenter) map[string]*Segmenter {
	plain := withoutJieba(s)
	return map[string]*Segmenter{s.Engine(): s, plain.Engine(): plain}
}

// words returns the words of text.
func words(s *Segmenter, text string) []string {
	var found []string
	last := int32(0)
	for _, end := range s.Cut(nil, text) {
		found = append(found, text[last:end])
		last = end
	}
	return found
}

func TestCut(t *testing.T) {
	for _, test := range []struct{ name, in, want, why string }{
		{"empty", "", "", ""},
		{"path", "他来到北京", "他|来到|北京", "dictionary words"},
		{"hmm", "去网易杭研大厦", "去|网易|杭研|大厦", "the HMM joins what the path leaves single"},
		{"lexicon", "猫罚息狗", "猫|罚息|狗", "罚息 is not in jieba's dictionary"},
		{"number", "共1,234.56元", "共|1|,|234.56|元", "digits and dots stay together"},
		{"mask", "110101****1234", "110101|*|*|*|*|1234", ""},
		{"letters", "vx12a:ab3 4cd", "vx12a|:|ab3| |4|cd", "digits join letters before them"},
		{"separators", "， 。\t\n", "，| |。|\t|\n", ""},
		{"carriage return", "a\r\nb", "a|\r|\n|b", ""},
		{"NUL", "\x00逾期\x00\x00天", "\x00|逾期|\x00|\x00|天", "gojieba would stop there"},
		{"emoji", "😀👍龘", "😀|👍|龘", ""},
		{"not UTF-8", "逾\xff期", "逾|\xff|期", "one word a rune"},
		{"cut short", "逾\xe6\x9c", "逾|\xe6|\x9c", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			for name, s := range engines(standard()) {
				assert.Equal(t, test.want, strings.Join(words(s, test.in), "|"), name+": "+test.why)
			}
		})
	}
}

// TestCutLong cuts the longest texts that gojieba is given and longer ones:
// the words tile them.
func TestCutLong(t *testing.T) {
	for _, piece := range []string{"1", "*", "【", "逾期", "a", "\x00", "a\x00", "龘", "期逾", " ", "\xff", "😀"} {
		for _, size := range []int{maxJieba, 4 * maxJieba} {
			text := strings.Repeat(piece, size/len(piece))
			for name, s := range engines(standard()) {
				ends := s.Cut(nil, text)
				require.NotEmpty(t, ends)
				last := int32(0)
				for _, end := range ends {
					require.Greater(t, end, last, name)
					last = end
				}
				require.Equal(t, len(text), int(last), name)
			}
		}
	}
}

func TestCutAppends(t *testing.T) {
	for name, s := range engines(standard()) {
		assert.Equal(t, []int32{9, 3, 9}, s.Cut([]int32{9}, "他来到"), name)
		assert.Equal(t, []int32{9}, s.Cut([]int32{9}, ""), name)
	}
}

func TestPlainAllocatesNothing(t *testing.T) {
	s := withoutJieba(standard())
	text := "【星河小贷】您的借款已逾期25天，应还1,234.56元，请尽快还款。"
	dst := s.Cut(nil, text)
	allocs := testing.AllocsPerRun(100, func() { dst = s.Cut(dst[:0], text) })
	if !raceEnabled {
		assert.Zero(t, allocs)
	}
}

func TestConcurrent(t *testing.T) {
	s, err := withWords("星河小贷\n")
	require.NoError(t, err)
	texts := []string{"【星河小贷】您已逾期25天", "a\x00b", "逾\xff期", strings.Repeat("罚息", maxJieba)}
	for name, s := range engines(s) {
		var want [][]int32
		for _, text := range texts {
			want = append(want, s.Cut(nil, text))
		}
		var wg sync.WaitGroup
		for range 64 {
			wg.Go(func() {
				for i, text := range texts {
					assert.Equal(t, want[i], s.Cut(nil, text), name)
				}
			})
		}
		wg.Wait()
	}
}

// TestEngine holds a build with cgo to gojieba where files can be made.
func TestEngine(t *testing.T) {
	want := "plain"
	if cgoEnabled {
		want = "gojieba"
	}
	assert.Equal(t, want, standard().Engine())
}

package conduct

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify/internal/phrase"
)

// Each meaning has words and a line in words.md. No phrase is there twice,
// once in a choice and once as a row of its own.
func TestWords(t *testing.T) {
	head, err := os.ReadFile("data/words.md")
	require.NoError(t, err)
	count := map[string]map[string]bool{}
	for row := range strings.Lines(string(wordsTable)) {
		name, words, _ := strings.Cut(strings.TrimSpace(row), "\t")
		first, rest, _ := strings.Cut(words, "…")
		if row[0] == '#' || words == "" {
			continue
		}
		if count[name] == nil {
			count[name] = map[string]bool{}
		}
		for word := range strings.SplitSeq(first, "|") {
			key := word + "…" + rest
			assert.False(t, count[name][key], "%s %s", name, key)
			count[name][key] = true
		}
	}
	for i, name := range meanings {
		assert.NotEmpty(t, count[name], name)
		if meaning(i).isSought() {
			name += "*"
		}
		assert.Contains(t, string(head), name, name)
	}
}

func TestMarks(t *testing.T) {
	x := new(phrase.Index)
	x.Add(int(wordPosting), "村|楼下…喊|张贴…名字")
	x.Add(int(wordDenial), "不会")
	x.Add(int(wordFee), "上门费")
	tests := []struct {
		name, text string
		want       []mark
	}{
		{"one character, two gaps", "明早村里喇叭喊你的名字", []mark{{place{6, 33}, wordPosting, 0, false}}},
		{"the end of a clause", "村里，喊名字", nil},
		{"too far", "楼下一二三四五六七八九十一喊名字", nil},
		{"denied", "不会收上门费", []mark{{place{0, 6}, wordDenial, 0, false}, {place{9, 18}, wordFee, 0, true}}},
		{"denied in another clause", "不会的，上门费", []mark{{place{0, 6}, wordDenial, 0, false}, {place{12, 21}, wordFee, 0, false}}},
		{"a not", "不上门费", []mark{{place{3, 12}, wordFee, 0, true}}},
		{"sentences", "好。好！上门费", []mark{{place{12, 21}, wordFee, 2, false}}},
		{"cut short", "上门", nil},
		{"empty", "", nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := running{text: tt.text}
			assert.Equal(t, tt.want, r.marks(x, nil).all)
		})
	}
}

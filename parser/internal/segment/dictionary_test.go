package segment

import (
	"io"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	cues "github.com/dunsms/dunsms/parser/internal/lexicon"
)

var dictionary = sync.OnceValue(func() *Dictionary {
	return NewDictionary(cues.BuiltinWords)
})

// standard returns the Segmenter without words of the caller's.
func standard() *Segmenter { return dictionary().standard() }

// withWords returns a Segmenter that knows words.
func withWords(words string) (*Segmenter, error) {
	return dictionary().Segmenter(strings.NewReader(words))
}

// withoutJieba returns s with the plain engine alone.
func withoutJieba(s *Segmenter) *Segmenter {
	return &Segmenter{dictionary: s.dictionary, plain: s.plain, shortens: s.shortens}
}

func TestSegmenterWithoutWords(t *testing.T) {
	for _, r := range []io.Reader{nil, strings.NewReader(""), strings.NewReader("\n \r\n\n")} {
		s, err := dictionary().Segmenter(r)
		require.NoError(t, err)
		assert.Same(t, standard(), s)
	}
}

// TestDomain cuts texts before and after a word is added.
func TestDomain(t *testing.T) {
	for _, test := range []struct{ name, word, in, before, after, why string }{
		{"whole", "星河有贷", "在星河有贷借的", "在|星河|有|贷借|的", "在|星河有贷|借|的", ""},
		{"of two words", "来到北京", "他来到北京", "他|来到|北京", "他|来到北京", ""},
		{"lexicon.txt", "期逾贷", "猫罚息狗", "猫|罚息|狗", "猫|罚息|狗", "罚息 is not in jieba's dictionary"},
		{"a new character", "龘款", "龘款𠮷", "龘|款|𠮷", "龘款|𠮷", ""},
		{"with letters", "T恤贷", "T恤贷1", "T|恤贷|1", "T恤贷|1", ""},
		{"one character", "杭", "杭研", "杭研", "杭研", "passed over: the HMM joins it"},
		{"ASCII", "vx", "加vx12", "加|vx12", "加|vx12", "passed over"},
		{"figures", "12期", "12期", "12|期", "12|期", "passed over: a run of figures is not looked up"},
		{"separator", "来到，北京", "来到，北京", "来到|，|北京", "来到|，|北京", "passed over"},
		{"not UTF-8", "来到\xe5北京", "来到北京", "来到|北京", "来到|北京", "passed over"},
		{"empty", "", "来到北京", "来到|北京", "来到|北京", "passed over"},
	} {
		t.Run(test.name, func(t *testing.T) {
			for word, want := range map[string]string{"": test.before, test.word: test.after} {
				s, err := NewDictionary(func() []string { return []string{word} }).Segmenter(nil)
				require.NoError(t, err)
				for name, s := range engines(s) {
					assert.Equal(t, want, strings.Join(words(s, test.in), "|"), name+": "+test.why)
				}
			}
		})
	}
}

// TestDomainOrder proves that words of the domain do not weigh each other down:
// neither their order nor a word that occurs twice matters.
func TestDomainOrder(t *testing.T) {
	words := []string{"逾期贷款", "逾期贷款人", "贷款人", "期贷", "逾期贷款"}
	want := map[string]rung{}
	for _, e := range weigh(words[:3]).entries {
		want[e.word] = e.rung
	}
	slices.Reverse(words)
	w := weigh(words)
	assert.Len(t, w.entries, len(lexiconWords(lexicon))+len(words)-1)
	for _, e := range w.entries {
		if r, ok := want[e.word]; ok {
			assert.Equal(t, r, e.rung, e.word)
			assert.Equal(t, r.weight, w.tables.split(e.word), e.word)
		}
	}
}

func TestKnows(t *testing.T) {
	s, err := withWords("期逾贷\n杭\n来到 1")
	require.NoError(t, err)
	for word, want := range map[string]bool{
		"": false, "来到": true, "的": true, "罚息": true, "逾期": true, "逾期未还的": true,
		"期逾贷": false, "来到北": false, "中华人民共": false, "龘": false, "𠮷": false, "a": false,
	} {
		for _, s := range []*Segmenter{s, standard()} {
			assert.Equal(t, want, s.Knows([]rune(word)), word)
		}
	}
	word := []rune("中华人民共和国")
	assert.True(t, s.Knows(word))
	assert.Zero(t, testing.AllocsPerRun(100, func() { s.Knows(word) }))
}

func TestLexicon(t *testing.T) {
	words := lexiconWords(lexicon)
	assert.Greater(t, len(words), 50)
	assert.True(t, slices.IsSorted(words))
	assert.PanicsWithValue(t, "segment: lexicon.txt, line 3: no word for the dictionary", func() {
		lexiconWords("# head\n逾期\n逾\n")
	})
}

// TestBrokenTables cuts the file short at every byte of its head and in each of
// its tables.
func TestBrokenTables(t *testing.T) {
	for n := 0; n < len(plainBin); n += 1 + n/64 {
		func() {
			defer func() { assert.Regexp(t, `^segment: plain\.bin, byte \d+: `, recover(), "%d bytes", n) }()
			newTables(plainBin[:n], nil)
			t.Errorf("%d bytes are enough", n)
		}()
	}
	assert.Panics(t, func() { newTables(append(slices.Clone(plainBin), 0), nil) })
}

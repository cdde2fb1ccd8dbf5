//go:build cgo && !purego

package segment_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/parser"
	"github.com/dunsms/dunsms/parser/internal/segment"
)

// parsers returns two Parsers, whose words gojieba and the plain engine cut. They
// have a word of the caller's, since one without shares its engine with others.
func parsers(t testing.TB) (jieba, plain *parser.Parser) {
	t.Helper()
	const word = "期逾贷"
	parserOf := func(engine string) *parser.Parser {
		s, err := segment.NewDictionary(nil).Segmenter(strings.NewReader(word))
		require.NoError(t, err)
		require.Equal(t, engine, s.Engine())
		p, err := parser.New(parser.WithWords(strings.NewReader(word)))
		require.NoError(t, err)
		return p
	}
	jieba = parserOf("gojieba")
	segment.WithPlain(func() { plain = parserOf("plain") })
	return jieba, plain
}

// FuzzEngines asserts that a notice does not depend on the engine.
func FuzzEngines(f *testing.F) {
	for _, text := range corpus.Texts(f) {
		f.Add(text)
	}
	for _, text := range []string{"", "\x00逾期\x00", "逾期\xff", "您的贷款已逾 期，请还*款😀", "逾\u200bqi 欠①②⑫元", "𠮷野家欠款"} {
		f.Add(text)
	}
	jieba, plain := parsers(f)
	f.Fuzz(func(t *testing.T, text string) {
		want, wantErr := jieba.Parse(text)
		got, gotErr := plain.Parse(text)
		require.Equal(t, wantErr, gotErr)
		require.True(t, reflect.DeepEqual(want, got), "another notice")
		require.True(t, reflect.DeepEqual(jieba.Tokenize(text), plain.Tokenize(text)), "other words")
	})
}

// typical returns invented messages of about 130 characters with a cue, those of
// examples/bench.
func typical(t testing.TB) []string {
	t.Helper()
	text, err := os.ReadFile("../../../examples/bench/messages.txt")
	require.NoError(t, err)
	return strings.Split(strings.TrimSpace(string(text)), "\n")
}

// BenchmarkRatio holds what this module does against gojieba's Tokenize over its
// whole dictionary, in turns on the same messages, so that what else the machine
// does falls on both. jieba-ns/op is the reference, and ratio how many times as
// long the other takes.
func BenchmarkRatio(b *testing.B) {
	dir := segment.DictDir(b)
	path := func(name string) string { return filepath.Join(dir, name+".utf8") }
	j := gojieba.NewJieba(path("jieba.dict"), path("hmm_model"), path("user.dict"), path("idf"), path("stop_words"))
	defer j.Free()
	texts := typical(b)
	for _, text := range texts {
		require.InDelta(b, 130, utf8.RuneCountInString(text), 20)
		require.True(b, parser.Relevant(text))
	}
	withJieba, withPlain := parsers(b)
	parse := func(p *parser.Parser) func(string) bool {
		return func(text string) bool {
			n, err := p.Parse(text)
			return err == nil && len(n.Tokens) > 0
		}
	}
	check := func(p *parser.Parser) func(string) bool {
		c := dunsms.Checker{Parser: p}
		return func(text string) bool {
			r, err := c.Check(dunsms.Message{Text: text})
			return err == nil && len(r.Steps) > 0
		}
	}
	for _, m := range []struct {
		name string
		do   func(string) bool
	}{
		{"Parse/gojieba", parse(withJieba)},
		{"Parse/plain", parse(withPlain)},
		{"Check/gojieba", check(withJieba)},
		{"Check/plain", check(withPlain)},
		{"Tag", func(text string) bool { return len(j.Tag(text)) > 0 }},
	} {
		b.Run(m.name, func(b *testing.B) {
			b.ReportAllocs()
			var ours, reference time.Duration
			for i := 0; b.Loop(); i++ {
				text := texts[i%len(texts)]
				begin := time.Now()
				ok := m.do(text)
				ours += time.Since(begin)
				if !ok {
					b.Fatal("nothing came back")
				}
				begin = time.Now()
				j.Tokenize(text, gojieba.DefaultMode, true)
				reference += time.Since(begin)
			}
			b.ReportMetric(float64(ours.Nanoseconds())/float64(b.N), "ours-ns/op")
			b.ReportMetric(float64(reference.Nanoseconds())/float64(b.N), "jieba-ns/op")
			b.ReportMetric(float64(ours)/float64(reference), "ratio")
		})
	}
}

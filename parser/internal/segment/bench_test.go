//go:build cgo && !purego

package segment

import (
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/yanyiwu/gojieba"
)

// message has 130 characters, as collection messages do.
const message = "【星河小贷】尊敬的王*明先生（身份证110101********1234），您于我司的借款12,000.00元已逾期25天，" +
	"罚息80.50元，今日应还共计3,456.78元。请于今日18点前还款，否则我司将上报征信并委托律师处理，详询400-000-1234，如已还款请忽略。"

// BenchmarkCut compares both engines with gojieba's Tokenize over its whole
// dictionary, all on one message.
func BenchmarkCut(b *testing.B) {
	s := standard()
	require.Equal(b, "gojieba", s.Engine())
	for _, s := range []*Segmenter{s, {plain: s.plain}} {
		b.Run(s.Engine(), func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(message)))
			dst := s.Cut(nil, message)
			for b.Loop() {
				dst = s.Cut(dst[:0], message)
			}
		})
	}
	b.Run("whole dictionary", func(b *testing.B) {
		dir := dictDir(b)
		path := func(name string) string { return filepath.Join(dir, name+".utf8") }
		j := gojieba.NewJieba(path("jieba.dict"), path("hmm_model"), path("user.dict"), path("idf"), path("stop_words"))
		defer j.Free()
		b.ReportAllocs()
		b.SetBytes(int64(len(message)))
		for b.Loop() {
			j.Tokenize(message, gojieba.DefaultMode, true)
		}
	})
}

// BenchmarkCutLong cuts the longest texts that gojieba is given.
func BenchmarkCutLong(b *testing.B) {
	for _, piece := range []string{"1", "*", "【", "逾期", "龘", "\x00", "a\x00", " "} {
		text := strings.Repeat(piece, maxJieba/len(piece))
		for _, s := range []*Segmenter{standard(), {plain: standard().plain}} {
			b.Run(s.Engine()+"/"+strconv.Quote(piece), func(b *testing.B) {
				dst := s.Cut(nil, text)
				for b.Loop() {
					dst = s.Cut(dst[:0], text)
				}
			})
		}
	}
}

// dictDir returns the folder of gojieba's own dictionary.
func dictDir(t testing.TB) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	require.NoError(t, err)
	return filepath.Join(strings.TrimSpace(string(out)), "deps/cppjieba/dict")
}

//go:build cgo && !purego

package segment_test

import (
	"path/filepath"
	"testing"

	"github.com/yanyiwu/gojieba"

	"github.com/dunsms/dunsms/parser/internal/segment"
)

func BenchmarkZZ(b *testing.B) {
	dir := segment.DictDir(b)
	path := func(name string) string { return filepath.Join(dir, name+".utf8") }
	j := gojieba.NewJieba(path("jieba.dict"), path("hmm_model"), path("user.dict"), path("idf"), path("stop_words"))
	defer j.Free()
	s := segment.Default()
	var dst []int32
	b.Run("cut", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			dst = s.Cut(dst[:0], typical[i%len(typical)])
		}
	})
	b.Run("whole", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			j.Tokenize(typical[i%len(typical)], gojieba.DefaultMode, true)
		}
	})
	withJieba, withPlain := parsers(b)
	b.Run("parse", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			withJieba.Parse(typical[i%len(typical)])
		}
	})
	b.Run("plain", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			withPlain.Parse(typical[i%len(typical)])
		}
	})
	for k := range typical {
		b.Run("cut", func(b *testing.B) {
			for b.Loop() {
				dst = s.Cut(dst[:0], typical[k])
			}
		})
		b.Run("whole", func(b *testing.B) {
			for b.Loop() {
				j.Tokenize(typical[k], gojieba.DefaultMode, true)
			}
		})
	}
}

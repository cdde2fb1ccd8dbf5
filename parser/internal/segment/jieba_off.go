//go:build !cgo || purego

package segment

// jieba takes the place of gojieba if that cannot be built. There is none.
type jieba struct{}

func newJieba([]entry) *jieba { return nil }

func (*jieba) add([]entry) {}

func (*jieba) cut(dst []int32, text string) []int32 { return cutRunes(dst, text) }

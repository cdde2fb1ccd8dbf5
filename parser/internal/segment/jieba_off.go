//go:build !cgo || purego

package segment

// jieba stands in for gojieba where that cannot be built. No value of it is
// made.
type jieba struct{}

func newJieba([]entry) *jieba { return nil }

func (*jieba) add([]entry) {}

func (*jieba) cut(dst []int32, text string) []int32 { return cutRunes(dst, text) }

//go:build !cgo || purego

package segment

// jieba stands for gojieba where it cannot be built: there is none.
type jieba struct{}

func newJieba([]entry) *jieba { return nil }

func (*jieba) add([]entry) {}

func (*jieba) cut(dst []int32, text string) []int32 { return cutRunes(dst, text) }

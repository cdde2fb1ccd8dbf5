// Package segment cuts Chinese text into words as jieba does, with a dictionary
// of the project's own making: jieba's most frequent words and its HMM table, both
// embedded, and the words of collection notices, which are added in memory at
// first use: those of lexicon.txt and those given to [NewDictionary], the parser's
// cue words. No generated file holds them.
//
// # Engines
//
// With cgo, github.com/yanyiwu/gojieba cuts, called through its C functions. It
// reads files, so it is given the embedded ones as memory files on Linux, and
// elsewhere in the directory for temporary files, removed once it has read them.
// Without cgo (CGO_ENABLED=0, -tags purego, wasm), where no file can be made, and
// for very long texts, the plain engine cuts. It is the same algorithm in Go over
// the same dictionary: it takes the path of words with the highest probability and
// lets the HMM join the single characters that remain. A build with cgo has both,
// and tests prove that they give the same words.
//
// The two agree to the last bit of every weight, on every machine. Frequencies are
// scaled so that their sum is a power of two. They are moved, by less than the
// scaling rounds, to where the C library's log and the weight that go generate
// computed cannot differ. Added words get a frequency from a ladder of such
// values. The HMM's numbers are whole thousandths, whose sums are exact.
//
// # Weights
//
// A word of the domain, and a caller's word without a frequency, weighs more than
// the best way to cut it into parts, and at least as much as an everyday word
// (20,000 in jieba's corpus of 60 million). So it is cut whole unless a longer
// word covers it, or its first or last character forms so common a word with a
// neighbour that the other cut is likelier: 还款 is whole in 猫还款, but not in 归还款项.
//
// # Size of the dictionary
//
// The default of go generate is 12,000 words. "kept" is the share of the whole
// dictionary's word boundaries that are still found in the messages of
// testdata/sms; "more" is the share of boundaries found in addition. The domain's
// words are in both dictionaries. To measure again:
//
//	go test ./parser/internal/segment -run TestSizes -sizes -v
//
//	words     load     memory   kept      more
//	 10,000    21 ms     8 MB   99.38 %   3.80 %
//	 12,000    22 ms     8 MB   99.43 %   3.77 %
//	 20,000    27 ms    11 MB   99.56 %   3.58 %
//	 30,000    38 ms    14 MB   99.61 %   3.08 %
//	 40,000    45 ms    18 MB   99.64 %   2.77 %
//	 80,000    82 ms    33 MB   99.77 %   1.78 %
//	348,982   392 ms   116 MB  100.00 %   0.00 %
//
// Messages that the rules and models had not seen are read as well with 12,000 words as
// with 20,000, and a program's first Parse then takes 5 MB less.
//
// A process that cuts its first text takes 17 ms for it and 13 MB in all; with
// the plain engine 1 ms and 4 MB. One message of 138 characters takes gojieba
// 8 µs, and 14 µs through its Go functions over its whole dictionary; the plain
// engine takes 3 µs (BenchmarkCut).
//
// Each [Dictionary.Segmenter] with words loads a dictionary of its own; its C++
// memory is freed when the [Segmenter] is collected.
package segment

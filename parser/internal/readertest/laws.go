package readertest

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// Named is a reader with its name and the number of runes that it may look ahead.
type Named struct {
	Name  string
	Read  Reader
	Reach int
}

// lookBack is how far back any reader may look, in runes.
const lookBack = runes.HiddenReach + 2

// Message has something for most readers.
var Message = []rune("【某某金融】张某您好(身份证1101**********7758),您的借款逾期25天,应还1,234.56元,罚息按日0.05%计," +
	"请于2024年3月1日18:00前登录t.cn/a6xyz还款,转账6222000000000017,详询400-000-1234或13800001234。")

// AddRows adds the texts of tables of rows, and all messages, to a fuzz target.
func AddRows(f *testing.F, tables ...[]Row) {
	f.Helper()
	for _, rows := range tables {
		for _, row := range rows {
			f.Add(row.In)
		}
	}
	for _, text := range corpus.Texts(f) {
		f.Add(text)
	}
}

// MaxFuzz is the length of the longest text for which a fuzz target checks the laws, in
// bytes. They take three readings at each start.
const MaxFuzz = 4 << 10

// CheckLaws asserts that every reader, at every start, ends within the text, and reads
// the same if what is out of its reach is cut off.
func CheckLaws(t *testing.T, r []rune, readers []Named) {
	t.Helper()
	for i := range r {
		for _, s := range readers {
			end := s.Read(r, i)
			if end < i || end > len(r) {
				t.Fatalf("%s: end outside the text", s.Name)
			}
			if cut := min(len(r), i+s.Reach); s.Read(r[:cut], i) != end {
				t.Fatalf("%s: looks farther ahead than its reach", s.Name)
			}
			if from := max(0, i-lookBack); s.Read(r[from:], i-from) != end-from {
				t.Fatalf("%s: looks farther back than its reach", s.Name)
			}
		}
	}
}

// HardPieces are hard on readers when they are repeated.
var HardPieces = []string{
	"0", "1", "6", "138", "1 ", "1-", "*", "1*", "x", "1x", "…", ".", "a.", "a.b", "1.", "www.", "http://", "http://a.cn/",
	"捷", "捷.", "捷.c", "a。", "a[.]", "a@", "a://", "http://a@", "a.cn/捷", "http://捷.", "一", "十", "三月", "2024-", "2024年", "(0", "+86", "0086 ", "95588", "百分之", "1:", "逾期", "【",
}

// CheckGrowth runs every reader at every start of repeated hard pieces and asserts that
// the time is linear.
func CheckGrowth(t *testing.T, readers []Named) {
	t.Helper()
	var names []string
	for _, s := range readers {
		names = append(names, s.Name)
	}
	for _, piece := range HardPieces {
		growth.Linear(t, piece, names, func(size int) (took []time.Duration) {
			r := []rune(growth.Fill(piece, size))
			for _, s := range readers {
				took = append(took, growth.Time(func() {
					for i := range r {
						if runes.AlnumAt(r, i-1) {
							continue // no caller tries it
						}
						if end := s.Read(r, i); end > i+s.Reach {
							t.Fatalf("%s: a piece beyond its reach", s.Name)
						}
					}
				})...)
			}
			return took
		})
	}
}

// CheckAllocs asserts that no reader allocates at any start of Message. What readers
// load at first use is loaded beforehand.
func CheckAllocs(t *testing.T, readers []Named) {
	t.Helper()
	for _, s := range readers {
		assert.Zero(t, testing.AllocsPerRun(100, func() { everyStart(s.Read) }), s.Name)
	}
}

// everyStart runs read at every start of Message.
func everyStart(read Reader) {
	for i := range Message {
		read(Message, i)
	}
}

// Bench runs each reader at every start of Message.
func Bench(b *testing.B, readers []Named) {
	for _, s := range readers {
		b.Run(s.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				everyStart(s.Read)
			}
		})
	}
}

// NumberRuns are inputs that, when repeated, would let each start look far ahead for a
// number.
var NumberRuns = []string{
	"1", "一", "零", "万", "五六", "*", "1*", "1,", "1 111 ", "1,111", "1.", "1-", "一到", "余万", "1x", "几", "十 ", "1万", "一千", "¥", "¥ ", "人民币",
	"1o", "o", "?", "?1", "\ufffd", ".1", "1'111", "1 , ", "1,00", "1、0", "仨", "皕", "某千", "_千",
	"半个", "1年", "1个月", "第", "m1-", "三点", "1点",
}

// CheckRuns asserts that the time to read such runs from left to right is linear. Each
// reader is tried if those before it read nothing; what a reader reads is skipped, as a
// scanner does.
func CheckRuns(t *testing.T, readers ...Reader) {
	t.Helper()
	for _, run := range NumberRuns {
		growth.Linear(t, run, []string{"numbers"}, func(size int) []time.Duration {
			r := Fold(growth.Fill(run, size))
			return growth.Time(func() { passOver(r, readers) })
		})
	}
}

// passOver reads r from left to right.
func passOver(r []rune, readers []Reader) {
	for i := 0; i < len(r); {
		end := i
		if !runes.AlnumAt(r, i-1) || !runes.AlnumAt(r, i) {
			for _, read := range readers {
				if end = read(r, i); end > i {
					break
				}
			}
		}
		i = max(i+1, end)
	}
}

package parser

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/dunsms/dunsms/internal/corpus"
	"github.com/dunsms/dunsms/internal/growth"
)

// shapeReader is the form that all shape readers share.
type shapeReader func(r []rune, i int) (end int)

func phoneReader(r []rune, i int) int {
	_, end := readPhone(r, i)
	return end
}

func dateReader(r []rune, i int) int {
	_, end := readDate(r, i)
	return end
}

func monthReader(r []rune, i int) int {
	_, end := readMonth(r, i)
	return end
}

func monthDayReader(r []rune, i int) int {
	_, end := readMonthDay(r, i)
	return end
}

// shapeRow is a folded text and the pieces that one reader finds in it, read
// from left to right.
type shapeRow struct {
	in   string
	want string // pieces, divided by |; "" is none
	why  string // where it is not plain
}

// piecesOf tries read at every start of the text, as a scanner does, and goes
// on behind what it has found. A link may also be found from a dot.
func piecesOf(read shapeReader, text string, links bool) []string {
	r := []rune(text)
	var pieces []string
	for i := 0; i < len(r); {
		start, end := i, i
		if !isAlnumAt(r, i-1) {
			end = read(r, i)
		}
		if links && end == i && r[i] == '.' {
			start, end = readHanLink(r, i)
		}
		if end > start {
			pieces = append(pieces, string(r[start:end]))
			i = end
			continue
		}
		i++
	}
	return pieces
}

func split(want string) []string {
	if want == "" {
		return nil
	}
	return strings.Split(want, "|")
}

func runShapeRows(t *testing.T, read shapeReader, links bool, rows []shapeRow) {
	t.Helper()
	seen := map[string]bool{}
	for _, row := range rows {
		assert.False(t, seen[row.in], "%s: twice in the table", row.in)
		seen[row.in] = true
		assert.Equal(t, split(row.want), piecesOf(read, row.in, links), "%s (%s)", row.in, row.why)
	}
}

// contexts are what a shape may stand between: § is its place.
var contexts = []string{
	"§",
	"请联系§办理",
	"请点击§还款",
	"【某某金融】尊敬的客户§,请处理",
	"(§)",
	"（§）",
	"[§]",
	"【§】",
	"为:§。",
	"为 § ,",
	"见§，谢谢",
	"见§；谢谢",
	"见§、谢谢",
	"见§!谢谢",
	"见“§”谢谢",
	"见《§》谢谢",
	"欠款1234.56元，§",
	"§\n回t退订",
	"\n§",
	"见§?",
	"😀§😀",
	"详询:§",
}

// plant checks that read finds exactly shape in every context.
func plant(t *testing.T, read shapeReader, shape string) {
	t.Helper()
	for _, context := range contexts {
		text := strings.Replace(context, "§", shape, 1)
		start := len([]rune(context[:strings.Index(context, "§")]))
		r := []rune(text)
		assert.Equal(t, start+len([]rune(shape)), read(r, start), "%s in %s", shape, context)
	}
}

// shapeReaders are all readers, with how far each may look ahead.
var shapeReaders = []struct {
	name  string
	read  shapeReader
	reach int
}{
	{"link", readLink, hostReach + linkReach + 32},
	{"phone", phoneReader, 64},
	{"local phone", readLocalPhone, 32},
	{"ID", readID, 64},
	{"cued ID", readCuedID, 64},
	{"ID tail", readIDTail, 16},
	{"card", readBankCard, 64},
	{"serial", readSerial, 48},
	{"date", dateReader, 48},
	{"month", monthReader, 32},
	{"month and day", monthDayReader, 16},
	{"time", readTime, 32},
	{"rate", readRate, 48},
}

// lookBehind is how far back any reader may look.
const lookBehind = hiddenReach + 2

var shapeTables = [][]shapeRow{
	linkRows, phoneRows, localPhoneRows, idRows, cuedIDRows, idTailRows, cardRows, dateRows, monthRows, monthDayRows, timeRows, rateRows,
}

func FuzzShapes(f *testing.F) {
	for _, table := range shapeTables {
		for _, row := range table {
			f.Add(row.in)
		}
	}
	for _, text := range corpus.Texts(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) <= 4<<10 { // three readings at every start
			checkShapes(t, []rune(text))
		}
	})
}

// checkShapes checks the laws of the readers at every start: an end within the
// text, and no other result where what is out of reach is cut off.
func checkShapes(t *testing.T, r []rune) {
	for i := range r {
		for _, s := range shapeReaders {
			end := s.read(r, i)
			if end < i || end > len(r) {
				t.Fatalf("%s: end outside the text", s.name)
			}
			if cut := min(len(r), i+s.reach); s.read(r[:cut], i) != end {
				t.Fatalf("%s: looks farther ahead than its reach", s.name)
			}
			if from := max(0, i-lookBehind); s.read(r[from:], i-from) != end-from {
				t.Fatalf("%s: looks farther back than its reach", s.name)
			}
		}
		if start, end := readHanLink(r, i); start != i && (start > i || i-start > hanLabelReach || end <= i || end > len(r)) {
			t.Fatal("Han link: a span without its dot")
		}
		if p, end := readPhone(r, i); end > i && (p.class == phoneNone || isDigitAt(r, i-1) || isDigitAt(r, end)) {
			t.Fatal("phone: without a class, or part of a longer number")
		}
		if d, end := readDate(r, i); end > i && !d.exists() {
			t.Fatal("date: a day that does not exist")
		}
	}
}

// TestShapesGrowth tries every reader at every start of what is hard on them.
func TestShapesGrowth(t *testing.T) {
	var names []string
	for _, s := range shapeReaders {
		names = append(names, s.name)
	}
	for _, piece := range []string{
		"0", "1", "6", "138", "1 ", "1-", "*", "1*", "x", "1x", "…", ".", "a.", "a.b", "1.", "www.", "http://", "http://a.cn/",
		"捷", "捷.", "捷.c", "一", "十", "三月", "2024-", "2024年", "(0", "+86", "0086 ", "95588", "百分之", "1:", "逾期", "【",
	} {
		growth.Linear(t, piece, append(names, "Han link"), func(size int) (took []time.Duration) {
			r := []rune(growth.Fill(piece, size))
			for _, s := range shapeReaders {
				took = append(took, growth.Time(func() {
					for i := range r {
						if isAlnumAt(r, i-1) {
							continue // no caller tries it
						}
						if end := s.read(r, i); end > i+s.reach {
							t.Fatal("a shape beyond its reach")
						}
					}
				})...)
			}
			return append(took, growth.Time(func() {
				for i := range r {
					readHanLink(r, i)
				}
			})...)
		})
	}
}

var shapeMessage = []rune("【某某金融】张某您好(身份证1101**********7758),您的借款逾期25天,应还1,234.56元,罚息按日0.05%计," +
	"请于2024年3月1日18:00前登录t.cn/a6xyz还款,转账6222000000000017,详询400-000-1234或13800001234。")

func TestShapesDoNotAllocate(t *testing.T) {
	landlinePattern()
	topLevel()
	allocs := testing.AllocsPerRun(100, func() {
		for i := range shapeMessage {
			for _, s := range shapeReaders {
				s.read(shapeMessage, i)
			}
		}
	})
	assert.Zero(t, allocs)
}

func BenchmarkShapes(b *testing.B) {
	for _, s := range shapeReaders {
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i := range shapeMessage {
					s.read(shapeMessage, i)
				}
			}
		})
	}
	b.Run("landline", func(b *testing.B) {
		r := []rune("详询010-80001234。")
		b.ReportAllocs()
		for b.Loop() {
			phoneReader(r, 2)
		}
	})
}

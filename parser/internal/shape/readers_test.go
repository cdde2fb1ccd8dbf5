package shape

import (
	"testing"
	"time"

	"github.com/dunsms/dunsms/internal/growth"
	"github.com/dunsms/dunsms/parser/internal/readertest"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

func phoneReader(r []rune, i int) int {
	_, end := ReadPhone(r, i)
	return end
}

// findLink finds a link from its start or, where that is Chinese, from a dot.
func findLink(r []rune, i int) (start, end int) {
	start, end = readertest.Reader(ReadLink).Find(r, i)
	if end == i && r[i] == '.' {
		return ReadHanLink(r, i)
	}
	return start, end
}

var readers = []readertest.Named{
	{Name: "link", Read: ReadLink, Reach: hostReach + linkReach + 3*hanPathReach},
	{Name: "phone", Read: phoneReader, Reach: 64},
	{Name: "local phone", Read: ReadLocalPhone, Reach: 32},
	{Name: "ID", Read: ReadID, Reach: 64},
	{Name: "ID tail", Read: ReadIDTail, Reach: 16},
	{Name: "card", Read: ReadCard, Reach: 64},
	{Name: "serial", Read: ReadSerial, Reach: 48},
}

func FuzzReaders(f *testing.F) {
	readertest.AddRows(f, linkRows, linkFormRows, phoneRows, localPhoneRows, idRows, idTailRows, cardRows)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) <= readertest.MaxFuzz {
			checkLaws(t, []rune(text))
		}
	})
}

// checkLaws asserts the laws of all readers, and those of links and phones.
func checkLaws(t *testing.T, r []rune) {
	t.Helper()
	readertest.CheckLaws(t, r, readers)
	for i := range r {
		if start, end := ReadHanLink(r, i); start != i && (start > i || i-start > hanLabelReach || end <= i || end > len(r)) {
			t.Fatal("Han link: a span without its dot")
		}
		if p, end := ReadPhone(r, i); end > i && (p.Class == PhoneNone || runes.DigitAt(r, i-1) || runes.DigitAt(r, end)) {
			t.Fatal("phone: without a class, or part of a longer number")
		}
	}
}

func TestReadersGrowth(t *testing.T) { readertest.CheckGrowth(t, readers) }

// TestHanLinkGrowth looks for a Chinese label before every rune.
func TestHanLinkGrowth(t *testing.T) {
	for _, piece := range readertest.HardPieces {
		growth.Linear(t, piece, []string{"Han link"}, func(size int) []time.Duration {
			r := []rune(growth.Fill(piece, size))
			return growth.Time(func() {
				for i := range r {
					ReadHanLink(r, i)
				}
			})
		})
	}
}

func TestReadersDoNotAllocate(t *testing.T) {
	landlinePattern()
	topLevel()
	readertest.CheckAllocs(t, readers)
}

func BenchmarkReaders(b *testing.B) {
	readertest.Bench(b, readers)
	b.Run("landline", func(b *testing.B) {
		r := []rune("详询010-80001234。")
		b.ReportAllocs()
		for b.Loop() {
			phoneReader(r, 2)
		}
	})
}

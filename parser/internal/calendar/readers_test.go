package calendar

import (
	"slices"
	"testing"

	"github.com/dunsms/dunsms/parser/internal/readertest"
)

func dateReader(r []rune, i int) int {
	_, end := ReadDate(r, i)
	return end
}

func monthDayReader(r []rune, i int) int {
	_, end := ReadMonthDay(r, i)
	return end
}

// readers are those that look a bounded way ahead.
var readers = []readertest.Named{
	{Name: "date", Read: dateReader, Reach: 48},
	{Name: "month and day", Read: monthDayReader, Reach: 16},
	{Name: "time", Read: ReadTime, Reach: 32},
	{Name: "rate", Read: ReadRate, Reach: 48},
}

// allReaders has the durations too: their numbers are read to the end.
var allReaders = append(slices.Clone(readers), readertest.Named{Name: "duration", Read: durationReader})

func FuzzReaders(f *testing.F) {
	readertest.AddRows(f, dateRows, monthDayRows, timeRows, rateRows)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > readertest.MaxFuzz {
			return
		}
		r := []rune(text)
		readertest.CheckLaws(t, r, readers)
		for i := range r {
			if d, end := ReadDate(r, i); end > i && !d.exists() {
				t.Fatal("date: a day that does not exist")
			}
		}
	})
}

func TestReadersGrowth(t *testing.T) { readertest.CheckGrowth(t, readers) }

func TestReadersDoNotAllocate(t *testing.T) { readertest.CheckAllocs(t, allReaders) }

func BenchmarkReaders(b *testing.B) { readertest.Bench(b, allReaders) }

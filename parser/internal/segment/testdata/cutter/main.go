// Command cutter cuts its standard input and prints the engine, the time of
// the first cut in microseconds, the highest resident memory in kB (0 where
// /proc is not there) and the words, each on a line of its own. The tests run
// it in places where little is left of a system.
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/dunsms/dunsms/parser/internal/segment"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	words := domain()
	start := time.Now()
	s, err := segment.NewDictionary(words).Segmenter(nil)
	if err != nil {
		log.Fatal(err)
	}
	ends := s.Cut(nil, string(text))
	took := time.Since(start)
	fmt.Println(s.Engine())
	fmt.Println(took.Microseconds())
	fmt.Println(peak())
	last := int32(0)
	for _, end := range ends {
		fmt.Println(string(text[last:end]))
		last = end
	}
}

// domain returns as many words as the parser has cues, none of which is in the
// text.
func domain() []string {
	var words []string
	for a := '一'; a < '一'+70; a++ {
		for b := '贀'; b < '贀'+70; b++ {
			words = append(words, string([]rune{a, b, '款'}))
		}
	}
	return words
}

func peak() (kB int) {
	fd, err := syscall.Open("/proc/self/status", syscall.O_RDONLY, 0)
	if err != nil {
		return 0
	}
	defer syscall.Close(fd)
	status := make([]byte, 4096)
	n, _ := syscall.Read(fd, status)
	if _, rest, ok := strings.Cut(string(status[:max(n, 0)]), "VmHWM:"); ok {
		fmt.Sscan(rest, &kB)
	}
	return kB
}

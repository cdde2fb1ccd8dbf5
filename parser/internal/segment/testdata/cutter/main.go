// Command cutter cuts its standard input. It prints the engine, how long the
// first Parse before it took, the highest resident memory in kB (0 without
// /proc) and the words, each on a line of its own. The tests run it where a
// system has little left.
package main

import (
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"syscall"
	"time"

	"github.com/dunsms/dunsms/parser"
	"github.com/dunsms/dunsms/parser/internal/segment"
)

func main() {
	text, err := io.ReadAll(os.Stdin)
	if err != nil {
		log.Fatal(err)
	}
	start := time.Now()
	if _, err := parser.Parse("您的借款已逾期25天"); err != nil {
		log.Fatal(err)
	}
	took := time.Since(start)
	s, err := segment.NewDictionary(nil).Segmenter(nil)
	if err != nil {
		log.Fatal(err)
	}
	ends := s.Cut(nil, string(text))
	fmt.Println(s.Engine())
	fmt.Println(took)
	fmt.Println(peak())
	last := int32(0)
	for _, end := range ends {
		fmt.Println(string(text[last:end]))
		last = end
	}
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

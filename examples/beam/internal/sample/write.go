package sample

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Write writes count lines into files of a directory, in equal parts, and returns the names. They
// end in .jsonl.gz if the files are compressed.
func (s *Source) Write(dir string, mix Mix, count, files int, compress bool) ([]string, error) {
	if count < 0 || files < 1 {
		return nil, errors.New("the number of messages must be 0 or more, and that of files 1 or more")
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	var names []string
	for i := range files {
		name := filepath.Join(dir, fmt.Sprintf("messages-%03d.jsonl", i))
		if compress {
			name += ".gz"
		}
		if err := s.writeFile(name, mix, count*i/files, count*(i+1)/files, compress); err != nil {
			return nil, err
		}
		names = append(names, name)
	}
	return names, nil
}

// writeFile writes the lines with the numbers [from, to).
func (s *Source) writeFile(name string, mix Mix, from, to int, compress bool) (err error) {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	var w io.Writer = f
	if compress {
		zw := gzip.NewWriter(f)
		defer func() { err = errors.Join(err, zw.Close()) }()
		w = zw
	}
	bw := bufio.NewWriter(w)
	for number := from; number < to; number++ {
		bw.Write(s.Line(mix, number))
		bw.WriteByte('\n')
	}
	return bw.Flush()
}

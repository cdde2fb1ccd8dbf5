// Packregions compresses regions.csv for embedding. It is run by go generate in
// package identity.
//
// A file that holds the same text already is left alone, so that another
// version of the compressor makes no difference.
package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"log"
	"os"
)

const (
	source = "regions.csv"
	packed = "regions.csv.gz"
)

func main() {
	text, err := os.ReadFile(source)
	if err != nil {
		log.Fatal(err)
	}
	text = withoutComments(text)
	if old, err := unpack(packed); err == nil && bytes.Equal(old, text) {
		return
	}
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := w.Write(text); err != nil {
		log.Fatal(err)
	}
	if err := w.Close(); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(packed, b.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

func withoutComments(text []byte) []byte {
	var rows []byte
	for line := range bytes.Lines(text) {
		if line[0] != '#' {
			rows = append(rows, line...)
		}
	}
	return rows
}

func unpack(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = f.Close() }()
	r, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// Generate writes invented messages, for trials and measurements:
//
//	go run ./examples/beam/generate -n 10000 -output in
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/dunsms/dunsms/examples/beam/internal/sample"
)

func main() {
	var mix sample.Mix
	testdata := flag.String("testdata", "testdata", "`directory` of the messages from which they are made")
	output := flag.String("output", "", "`directory` to write to")
	count := flag.Int("n", 10_000, "`number` of lines")
	files := flag.Int("files", 4, "`number` of files")
	compress := flag.Bool("gzip", true, "compress the files with gzip")
	flag.Uint64Var(&mix.Seed, "seed", 1, "a different `number` makes different messages")
	flag.Float64Var(&mix.Other, "other", 0, "`share` of messages without a debt, in addition to those in testdata")
	flag.Float64Var(&mix.Bad, "bad", 0, "`share` of lines that are not messages")
	flag.Parse()
	if err := run(*testdata, *output, mix, *count, *files, *compress); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(2)
	}
}

func run(testdata, output string, mix sample.Mix, count, files int, compress bool) error {
	if output == "" {
		return fmt.Errorf("-output is required")
	}
	source, err := sample.Open(testdata)
	if err != nil {
		return err
	}
	_, err = source.Write(output, mix, count, files, compress)
	return err
}

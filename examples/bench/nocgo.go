//go:build !cgo

// Bench compares how long a message takes. gojieba needs cgo.
package main

import (
	"fmt"
	"os"
)

func main() {
	fmt.Fprintln(os.Stderr, "bench: gojieba needs cgo: build with CGO_ENABLED=1")
	os.Exit(1)
}

//go:build !cgo

package main

import (
	"errors"
)

func takeTimes([]reading, int, float64) ([]timing, error) {
	return nil, errors.New("gojieba needs cgo: build with CGO_ENABLED=1")
}

//go:build !linux && cgo && !purego

package segment

import (
	"errors"
	"math"
)

func memoryFiles([]string) (files, error) {
	return files{}, errors.ErrUnsupported
}

func maxFile() int { return math.MaxInt }

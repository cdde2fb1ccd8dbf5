//go:build !linux && cgo && !purego

package segment

import "errors"

func memoryFiles([]string) (files, error) {
	return files{}, errors.ErrUnsupported
}

//go:build !linux && cgo && !purego

package segment

import "errors"

func memoryFiles([]string) ([]string, func(), error) {
	return nil, nil, errors.ErrUnsupported
}

//go:build cgo && !purego

package segment

import (
	"os"
	"path/filepath"
	"strconv"
)

// makeFiles makes a readable file of each content. The caller removes them.
func makeFiles(contents ...string) (paths []string, remove func(), err error) {
	if paths, remove, err = memoryFiles(contents); err == nil {
		return paths, remove, nil
	}
	return tempFiles(contents)
}

func tempFiles(contents []string) (paths []string, remove func(), err error) {
	dir, err := os.MkdirTemp("", "dunsms-")
	if err != nil {
		return nil, nil, err
	}
	for i, content := range contents {
		path := filepath.Join(dir, strconv.Itoa(i))
		if err = os.WriteFile(path, []byte(content), 0o600); err != nil {
			break
		}
		paths = append(paths, path)
	}
	if err == nil {
		err = readable(paths)
	}
	if err != nil {
		os.RemoveAll(dir)
		return nil, nil, err
	}
	return paths, func() { os.RemoveAll(dir) }, nil
}

//go:build cgo && !purego

package segment

// DictDir returns the folder of gojieba's own dictionary.
var DictDir = dictDir

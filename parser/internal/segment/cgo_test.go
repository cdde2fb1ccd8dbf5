//go:build cgo && !purego

package segment

const cgoEnabled = true

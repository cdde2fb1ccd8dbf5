//go:build !cgo || purego

package segment

const cgoEnabled = false

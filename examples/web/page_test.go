package main

import (
	"compress/gzip"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestServe(t *testing.T) {
	p, err := newPage(module{wasm: []byte("\x00asm"), exec: []byte("// Go")})
	require.NoError(t, err)
	for _, c := range []struct {
		name, method, path string
		header             map[string]string
		status             int
		mime, body         string
	}{
		{"the page", "GET", "/", nil, 200, "text/html; charset=utf-8", "<!doctype html>"},
		{"the styles", "GET", "/style.css", nil, 200, "text/css; charset=utf-8", "/*"},
		{"a script", "GET", "/page.js", nil, 200, "text/javascript; charset=utf-8", "//"},
		{"the tables", "GET", "/tables.js", nil, 200, "text/javascript; charset=utf-8", "export const later = {};\nexport const maxBytes = 16384;\n"},
		{"the module", "GET", "/dunsms.wasm", nil, 200, "application/wasm", "\x00asm"},
		{"what Go's modules need", "GET", "/wasm_exec.js", nil, 200, "text/javascript; charset=utf-8", "// Go"},
		{"in gzip", "GET", "/wasm_exec.js", map[string]string{"Accept-Encoding": "br, gzip"}, 200, "text/javascript; charset=utf-8", "// Go"},
		{"the head alone", "HEAD", "/", nil, 200, "text/html; charset=utf-8", ""},
		{"what the browser has", "GET", "/page.js", map[string]string{"If-None-Match": p["/page.js"].etag}, 304, "", ""},
		{"another name", "GET", "/index.html", nil, 404, "text/plain; charset=utf-8", "404"},
		{"a way out", "GET", "/../main.go", nil, 404, "text/plain; charset=utf-8", "404"},
		{"an answer", "POST", "/", nil, 405, "text/plain; charset=utf-8", "method not allowed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequest(c.method, "http://127.0.0.1/", nil)
			r.URL.Path = c.path
			for k, v := range c.header {
				r.Header.Set(k, v)
			}
			w := httptest.NewRecorder()
			p.ServeHTTP(w, r)
			assert.Equal(t, c.status, w.Code)
			assert.Equal(t, c.mime, w.Header().Get("Content-Type"))
			assert.Equal(t, policy, w.Header().Get("Content-Security-Policy"), "also of what is not there")
			body := io.Reader(w.Body)
			if w.Header().Get("Content-Encoding") == "gzip" {
				body, _ = gzip.NewReader(w.Body)
			}
			data, err := io.ReadAll(body)
			require.NoError(t, err)
			assert.True(t, strings.HasPrefix(string(data), c.body))
			assert.Equal(t, c.body == "", len(data) == 0)
			_, coded := c.header["Accept-Encoding"]
			assert.Equal(t, coded, w.Header().Get("Content-Encoding") == "gzip")
			if c.status == http.StatusOK {
				assert.Equal(t, "no-cache", w.Header().Get("Cache-Control"))
			}
		})
	}
	assert.Equal(t, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self'; img-src 'self' data: blob:; "+
		"connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'", policy)
}

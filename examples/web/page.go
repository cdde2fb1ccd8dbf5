package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed page
var pageFiles embed.FS

// policy lets the page load its own files and run its module, and no more. Once
// that is done the page itself adds a policy that forbids every connection.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'none'"

// page answers requests for its files, by path. It keeps no log and reads nothing
// of a request but its path and what it accepts.
type page map[string]file

// file is a file as it is sent.
type file struct {
	data, gzipped []byte
	mime, etag    string
}

// newPage returns the page with a module: the embedded files, the module and the
// tables.
func newPage(m module) (page, error) {
	p := page{}
	tables, err := tablesJS()
	if err != nil {
		return nil, err
	}
	p.add("dunsms.wasm", m.wasm)
	p.add("tables.js", tables)
	p.add("wasm_exec.js", m.exec)
	return p, fs.WalkDir(pageFiles, "page", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := pageFiles.ReadFile(name)
		p.add(path.Base(name), data)
		return err
	})
}

// types are the media types of the page's files: the system's own table may lack
// or change them.
var types = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".wasm": "application/wasm",
}

func (p page) add(name string, data []byte) {
	sum := sha256.Sum256(data)
	f := file{data: data, gzipped: compress(data), mime: types[path.Ext(name)], etag: `"` + hex.EncodeToString(sum[:16]) + `"`}
	if name == "index.html" {
		name = ""
	}
	p["/"+name] = f
}

// compress returns data in gzip, at the best level: whoever opens the page waits for the
// module, and it is compressed once.
func compress(data []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is known
	_, _ = w.Write(data)                                  // a Buffer takes all
	_ = w.Close()
	return b.Bytes()
}

// ServeHTTP answers GET and HEAD for the page's files.
func (p page) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Content-Security-Policy", policy)
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	f, ok := p[r.URL.Path]
	switch {
	case !ok:
		http.NotFound(w, r)
		return
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "method not allowed", http.StatusMethodNotAllowed)
		return
	}
	data := f.data
	if strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		data = f.gzipped
	}
	h.Set("Cache-Control", "no-cache") // asked for anew, and answered from the tag
	h.Set("Content-Type", f.mime)
	h.Set("Etag", f.etag)
	h.Set("Vary", "Accept-Encoding")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

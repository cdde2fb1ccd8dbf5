package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed page
var pageFiles embed.FS

// policy limits what the page may load. Nothing of a message, or of a picture of one, may leave
// the browser, and yet some files are loaded only on demand, when the message is already there.
// So:
//
//   - The page itself fetches only its module. Then it adds a further policy, closed in module.js,
//     that forbids it all connections for as long as it is open.
//   - A file that is loaded on demand (page.addLater) is fetched by a separate worker, later.js,
//     which gets a name from a list made here and returns the bytes. It never gets anything of the
//     reader's.
//   - Only the page sees a message or a picture, or a worker that the page makes from a blob: such
//     a worker is under the policy of the page, which is closed by then. It takes the bytes from
//     the page and may import the page's own scripts.
//   - If the site is installed, its service worker handles all requests of these. It answers GETs
//     of the site's own files, by their exact name and without a query, and refuses all others. So
//     not even a file name made from a message gets out.
//
// The tests check this against the network log of a browser.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; style-src 'self'; " +
	"img-src 'self' data: blob:; connect-src 'self'; manifest-src 'self'; form-action 'none'; base-uri 'none'"

// page answers requests for its files, by path. It keeps no log. Of a request it reads only the
// method, the path and the headers for caching and encoding.
type page map[string]file

// file is a file to be sent.
type file struct {
	data, gzipped []byte
	mime, etag    string
	integrity     string // as in HTML: sha256- and the hash in base64
	later         bool   // loaded on demand, not with the page
}

// newPage returns the page with a module: the embedded files, the module, the files for reading
// screenshots, and the tables.
func newPage(m module, shots ...shotFile) (page, error) {
	p := page{}
	if err := p.addShots(shots); err != nil {
		return nil, err
	}
	p.add("dunsms.wasm", m.wasm)
	p.add("wasm_exec.js", m.exec)
	if err := fs.WalkDir(pageFiles, "page", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := pageFiles.ReadFile(name)
		p.add(path.Base(name), data)
		return err
	}); err != nil {
		return nil, err
	}
	tables, err := tablesJS(p.later()) // last: they list all files that are loaded on demand
	if err != nil {
		return nil, err
	}
	p.add("tables.js", tables)
	return p, nil
}

// addLater adds a file that is loaded on demand, by fetchLater of files.js. It is not compressed:
// it is seldom requested, and gzip does not shrink the models.
func (p page) addLater(name string, data []byte) {
	f := newFile(name, data)
	f.later = true
	p["/"+name] = f
}

// laterFile is what the page knows beforehand of a file that is loaded on demand.
type laterFile struct {
	Bytes     int    `json:"bytes"`
	Integrity string `json:"integrity"`
}

// later returns the files that are loaded on demand, by name.
func (p page) later() map[string]laterFile {
	all := map[string]laterFile{}
	for at, f := range p {
		if f.later {
			all[at[1:]] = laterFile{len(f.data), f.integrity}
		}
	}
	return all
}

// types are the media types of the page's files: the system's own table may lack them or differ.
var types = map[string]string{
	".css":  "text/css; charset=utf-8",
	".html": "text/html; charset=utf-8",
	".js":   "text/javascript; charset=utf-8",
	".mjs":  "text/javascript; charset=utf-8",
	".onnx": "application/octet-stream",
	".png":  "image/png",
	".svg":  "image/svg+xml",
	".txt":  "text/plain; charset=utf-8",
	".wasm": "application/wasm",

	".webmanifest": "application/manifest+json",
}

func (p page) add(name string, data []byte) {
	f := newFile(name, data)
	f.gzipped = compress(data)
	if name == "index.html" {
		name = ""
	}
	p["/"+name] = f
}

// newFile returns a file that is sent without compression.
func newFile(name string, data []byte) file {
	sum := sha256.Sum256(data)
	return file{
		data: data, mime: types[path.Ext(name)],
		etag: `"` + hex.EncodeToString(sum[:16]) + `"`, integrity: "sha256-" + base64.StdEncoding.EncodeToString(sum[:]),
	}
}

// compress returns data in gzip, at the best level: readers wait for the module, and it is
// compressed only once.
func compress(data []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is valid
	_, _ = w.Write(data)                                  // writing to a Buffer does not fail
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
	if f.gzipped != nil && strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		h.Set("Content-Encoding", "gzip")
		data = f.gzipped
	}
	h.Set("Cache-Control", "no-cache") // revalidated each time by its Etag
	h.Set("Content-Type", f.mime)
	h.Set("Etag", f.etag)
	h.Set("Vary", "Accept-Encoding")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

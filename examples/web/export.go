package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed site/worker.js
var workerJS string

//go:embed site/icon.svg
var iconSVG []byte

// The files that only an exported site has.
const (
	workerFile   = "service-worker.js"
	manifestFile = "manifest.webmanifest"
)

// site returns the files of the site by name: the page in a form that any host can serve, under
// any path and without special headers, and that a phone can install as an app.
func (p page) site() (map[string][]byte, error) {
	all := page{}
	maps.Copy(all, p)
	for name, icon := range icons {
		data, err := icon.png()
		if err != nil {
			return nil, err
		}
		all.add(name, data)
	}
	all.add("icon.svg", iconSVG)
	manifest, err := p.manifestJSON()
	if err != nil {
		return nil, err
	}
	all.add(manifestFile, manifest)
	all.add("index.html", withHead(p["/"].data))

	files := map[string][]byte{}
	for at, f := range all {
		files[fileName(at)] = f.data
	}
	files[workerFile], err = all.worker()
	return files, err
}

// fileName returns the file name for a path.
func fileName(at string) string {
	if at == "/" {
		return "index.html"
	}
	return strings.TrimPrefix(at, "/")
}

// withHead returns the page with what a server would send as headers, and with its service worker.
func withHead(html []byte) []byte {
	head := `<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="` + policy + `">
<meta name="service-worker" content="` + workerFile + `">
<link rel="apple-touch-icon" href="` + appleIcon + `">`
	return bytes.Replace(html, []byte(`<meta charset="utf-8">`), []byte(head), 1)
}

// keptFile is what the service worker knows of a file.
type keptFile struct {
	Integrity string `json:"integrity"`
	Type      string `json:"type"`
	Later     bool   `json:"later,omitempty"`
}

// worker returns the service worker of the site.
func (p page) worker() ([]byte, error) {
	files := map[string]keptFile{}
	for at, f := range p {
		files[strings.TrimPrefix(at, "/")] = keptFile{f.integrity, f.mime, f.later}
	}
	list, err := json.MarshalIndent(files, "", "  ")
	if err != nil {
		return nil, err
	}
	said, err := json.Marshal(policy)
	if err != nil {
		return nil, err
	}
	return fmt.Appendf(nil, "const policy = %s;\nconst files = %s;\n\n%s", said, list, workerJS), nil
}

// manifestJSON returns the manifest of the site as an app. What is shared into it goes by POST to
// a path that only the service worker answers, so that it is in no address and no log. Pictures
// can be shared if screenshots can be read.
func (p page) manifestJSON() ([]byte, error) {
	type icon struct {
		Src     string `json:"src"`
		Sizes   string `json:"sizes"`
		Type    string `json:"type"`
		Purpose string `json:"purpose"`
	}
	all := []icon{{"icon.svg", "any", types[".svg"], "any"}}
	for _, name := range slices.Sorted(maps.Keys(icons)) {
		if name == appleIcon {
			continue
		}
		i := icons[name]
		purpose := "any"
		if i.full {
			purpose = "maskable"
		}
		all = append(all, icon{name, fmt.Sprintf("%dx%d", i.size, i.size), types[".png"], purpose})
	}
	table, err := words(wordsTSV)
	if err != nil {
		return nil, err
	}
	say := func(key string) string { return table[key][0] }
	params := map[string]any{"title": "title", "text": "text"}
	if len(p.later()) > 0 {
		params["files"] = []map[string]any{{"name": "files", "accept": []string{"image/*"}}}
	}
	return json.MarshalIndent(map[string]any{
		"id": "./", "start_url": "./", "scope": "./", "display": "standalone",
		"lang": "zh-CN", "dir": "ltr", "categories": []string{"finance", "utilities"},
		"name": say("app.name"), "short_name": say("app.short"), "description": say("page.intro"),
		"theme_color": paper, "background_color": paper,
		"icons": all,
		"share_target": map[string]any{
			"action": "share", "method": "POST", "enctype": "multipart/form-data",
			"params": params,
		},
	}, "", "  ")
}

// mayWrite returns an error if the site must not be written into a folder: one that is not empty
// needs force.
func mayWrite(dir string, force bool) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return fmt.Errorf("cannot write the site: %w", err)
	case len(entries) > 0 && !force:
		return fmt.Errorf("%s is not empty; to write into it anyway, add -f", dir)
	}
	return nil
}

// export writes the site into a folder, which it makes; other files in it stay. Each file appears
// complete or not at all. The service worker, by which browsers notice a new version, comes last.
func (p page) export(dir string) error {
	files, err := p.site()
	if err != nil {
		return err
	}
	names := slices.DeleteFunc(slices.Sorted(maps.Keys(files)), func(n string) bool { return n == workerFile })
	for _, name := range append(names, workerFile) {
		if err := replaceFile(filepath.Join(dir, filepath.FromSlash(name)), files[name]); err != nil {
			return fmt.Errorf("cannot write the site: %w", err)
		}
	}
	return nil
}

// replaceFile writes a file that everybody may read, so that it is never seen incomplete.
func replaceFile(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".dunsms-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // it does not exist any more once renamed
	_, err = f.Write(data)
	if err := errors.Join(err, f.Chmod(0o644), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}

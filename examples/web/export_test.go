package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/color"
	"image/png"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// emptyPage is the page with a module that does nothing.
func emptyPage(t *testing.T) page {
	t.Helper()
	p, err := newPage(module{wasm: []byte("\x00asm"), exec: []byte("// Go")})
	require.NoError(t, err)
	return p
}

func TestExport(t *testing.T) {
	p := emptyPage(t)
	p.addLater("models/large.bin", []byte("large"))
	dir := filepath.Join(t.TempDir(), "a", "site")
	require.NoError(t, mayWrite(dir, false), "it is made")
	require.NoError(t, p.export(dir))
	var names []string
	require.NoError(t, filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			at, _ := filepath.Rel(dir, name)
			names = append(names, filepath.ToSlash(at))
			i, err := d.Info()
			require.NoError(t, err)
			assert.Equal(t, fs.FileMode(0o644), i.Mode().Perm(), name)
		}
		return err
	}))
	assert.Equal(t, []string{
		"dom.js", "dunsms.wasm", "files.js", "icon-192.png", "icon-512.png", "icon-apple.png", "icon-maskable-192.png", "icon-maskable-512.png",
		"icon.svg", "index.html", "install.js", "known.js", "later.js", "manifest.webmanifest", "marked.js", "models/large.bin", "module.js", "next.js",
		"page.js", "papers.js", "service-worker.js", "shot.js", "shotbubbles.js", "shotdetect.js", "shotfile.js", "shotfound.js", "shotlines.js", "shotread.js",
		"shotregions.js", "shottime.js", "shotworker.js", "style.css", "tables.js", "verdict.js", "wasm_exec.js", "why.js", "words.js",
	}, names)

	read := func(name string) string {
		data, err := os.ReadFile(filepath.Join(dir, name))
		require.NoError(t, err)
		return string(data)
	}
	html := read("index.html")
	assert.Contains(t, html, `<meta http-equiv="Content-Security-Policy" content="`+policy+`">`)
	assert.Less(t, strings.Index(html, "Content-Security-Policy"), strings.Index(html, "<link"), "before anything is loaded")
	for _, m := range regexp.MustCompile(`(?:src|href|content)="([^"#]*\.[a-z0-9]+)"`).FindAllStringSubmatch(html, -1) {
		assert.Contains(t, names, m[1], "a path beside the page")
	}
	assert.NotContains(t, html, `="/`)

	worker := read("service-worker.js")
	for _, name := range names {
		assert.Equal(t, name != workerFile && name != "index.html", strings.Contains(worker, "  "+`"`+name+`": {`), name)
	}
	assert.Contains(t, worker, "\n  \"\": {")
	assert.Equal(t, 1, strings.Count(worker, `"later": true`))

	require.ErrorContains(t, mayWrite(dir, false), "is not empty")
	require.NoError(t, mayWrite(dir, true))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "other"), nil, 0o600))
	require.NoError(t, emptyPage(t).export(dir))
	assert.FileExists(t, filepath.Join(dir, "other"))
	assert.NotContains(t, read("service-worker.js"), "large.bin")
	assert.Error(t, mayWrite(filepath.Join(dir, "other"), true), "a file")
}

// The same page gives the same site.
func TestExportIsTheSame(t *testing.T) {
	first, err := emptyPage(t).site()
	require.NoError(t, err)
	second, err := emptyPage(t).site()
	require.NoError(t, err)
	assert.Equal(t, first, second)
}

func TestManifest(t *testing.T) {
	site, err := emptyPage(t).site()
	require.NoError(t, err)
	var m struct {
		Name      string
		ShortName string `json:"short_name"`
		Icons     []struct{ Src, Sizes, Type, Purpose string }
		Share     struct{ Action, Method, Enctype string } `json:"share_target"`
	}
	require.NoError(t, json.Unmarshal(site[manifestFile], &m))
	assert.NotEmpty(t, m.Name)
	assert.LessOrEqual(t, len([]rune(m.ShortName)), 12)
	assert.Equal(t, "POST", m.Share.Method, "a GET would have the text in the address")
	assert.Contains(t, string(site[workerFile]), "`${scope}"+m.Share.Action+"`", "the worker takes it")
	sizes := map[string]bool{}
	for _, i := range m.Icons {
		require.Contains(t, site, i.Src)
		sizes[i.Sizes+" "+i.Purpose] = true
		if i.Type != "image/png" {
			continue
		}
		c, err := png.DecodeConfig(bytes.NewReader(site[i.Src]))
		require.NoError(t, err)
		assert.Equal(t, i.Sizes, fmt.Sprintf("%dx%d", c.Width, c.Height))
	}
	for _, want := range []string{"any any", "192x192 any", "512x512 any", "192x192 maskable", "512x512 maskable"} {
		assert.True(t, sizes[want], want)
	}
}

// A system cuts a shape out of a maskable icon: what is drawn is in the middle, and the
// ground goes to the edge.
func TestIcons(t *testing.T) {
	for name, i := range icons {
		data, err := i.png()
		require.NoError(t, err)
		m, err := png.Decode(bytes.NewReader(data))
		require.NoError(t, err)
		at := func(x, y int) color.NRGBA { return color.NRGBAModel.Convert(m.At(x, y)).(color.NRGBA) }
		assert.Equal(t, i.full, at(0, 0) == ground, name)
		assert.Equal(t, ground, at(i.size/2, 1), name)
		assert.Equal(t, message, at(i.size/2, i.size/3), name)
		drawn := 0
		for y := range i.size {
			for x := range i.size {
				if at(x, y) == message {
					drawn++
					dx, dy := float64(x-i.size/2)/float64(i.size), float64(y-i.size/2)/float64(i.size)
					assert.True(t, !i.full || dx*dx+dy*dy < .4*.4, "%s: %d,%d is outside of what every system shows", name, x, y)
				}
			}
		}
		assert.Greater(t, drawn, i.size*i.size/10, name)
	}
}

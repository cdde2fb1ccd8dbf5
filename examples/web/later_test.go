//go:build !race

package main

import (
	"maps"
	"testing"

	"github.com/stretchr/testify/assert"
)

// Once the page is cut off from the network, a file of the list can still be loaded, by a worker
// that knows only its name. Nothing else can, and a worker made from a blob is cut off like the
// page.
func TestLater(t *testing.T) {
	needChromium(t)
	p := maps.Clone(thePage(t))
	p.addLater("wanted.bin", []byte("bytes of a file"))
	p.addLater("changed.bin", []byte("as it was"))
	tables, err := tablesJS(p.later())
	assert.NoError(t, err)
	p.add("tables.js", tables)
	changed := p["/changed.bin"]
	changed.data, changed.gzipped = []byte("as it is!"), compress([]byte("as it is!"))
	p["/changed.bin"] = changed

	b := openPage(t, p, desktop)
	loaded, _ := b.seen()
	fetchLater := func(name string) string {
		return eval[string](b, `(async () => {
			const { fetchLater } = await import("/files.js"), told = [];
			try { return [new TextDecoder().decode(await fetchLater(`+quoted(name)+`, (n) => told.push(n))), told.at(-1)].join() } catch { return "refused" }
		})()`)
	}
	assert.Equal(t, "bytes of a file,15", fetchLater("wanted.bin"))
	for _, name := range []string{"style.css", "wanted.bin?您已逾期", "https://example.com/wanted.bin", "toString", "changed.bin"} {
		assert.Equal(t, "refused", fetchLater(name), name)
	}
	requests, _ := b.seen()
	assert.Subset(t, []string{"/files.js", "/later.js", "/tables.js", "/wanted.bin", "/changed.bin"}, requests[len(loaded):])
	reached := b.served()
	tries := []string{`fetch("` + b.url + `/style.css")`, `import("https://example.com/a.js")`, `import("data:text/javascript,")`}
	for _, try := range tries {
		assert.Equal(t, "refused", eval[string](b, `new Promise((tell) => {
			const source = 'import { say } from "`+b.url+`/words.js"; '+`+quoted(try)+`+'.then(() => say && postMessage("connected"), () => postMessage("refused"))';
			const worker = new Worker(URL.createObjectURL(new Blob([source], { type: "text/javascript" })), { type: "module" });
			worker.onmessage = ({ data }) => tell(data);
			worker.onerror = () => tell("broken");
		})`), try)
	}
	assert.LessOrEqual(t, b.served(), reached+2*len(tries), "words.js and tables.js, the imports of each")
	reached = b.served()
	for _, src := range []string{"https://example.com/x", "//127.0.0.1:1/x"} {
		assert.Equal(t, "refused", eval[string](b, `new Promise((tell) => {
			const image = new Image();
			image.onload = () => tell("connected");
			image.onerror = () => tell("refused");
			image.src = `+quoted(src)+`;
		})`), src)
	}
	assert.Equal(t, reached, b.served())
}

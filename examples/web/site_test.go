//go:build !race

package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	devtools "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/slow"
)

// under is where the site is on its host.
const under = "/some/path/"

// host is an ordinary host of files: it knows nothing of the site and sets no special headers.
type host struct {
	*httptest.Server
	dir string

	mu   sync.Mutex
	said []string // all that came: the requests with their headers and bodies
	gets []string // the paths that were asked for
}

// newHost exports the page and serves it.
func newHost(t *testing.T, p page) *host {
	t.Helper()
	h := &host{dir: filepath.Join(t.TempDir(), "site")}
	require.NoError(t, p.export(h.dir))
	files := http.StripPrefix(under, http.FileServer(http.Dir(h.dir)))
	h.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var b strings.Builder
		_ = r.Write(&b)
		h.mu.Lock()
		h.said = append(h.said, b.String())
		h.gets = append(h.gets, r.Method+" "+r.RequestURI)
		h.mu.Unlock()
		files.ServeHTTP(w, r)
	}))
	t.Cleanup(h.Close)
	return h
}

// asked returns what was asked for since it was last called.
func (h *host) asked() []string {
	h.mu.Lock()
	defer h.mu.Unlock()
	gets := h.gets
	h.gets = nil
	return gets
}

// openSite opens the site in a browser of its own and waits until its worker is there.
func openSite(t *testing.T, h *host, more ...chromedp.ExecAllocatorOption) *tab {
	t.Helper()
	browser, cancel := newChromium(more...)
	t.Cleanup(cancel)
	b := &tab{t: t}
	b.start(browser, view{390, 844, "light"})
	b.visit(h.URL + under)
	b.ready()
	return b
}

// ready waits until the worker answers for the page and it is an app.
func (b *tab) ready() {
	b.t.Helper()
	b.until(`navigator.serviceWorker.controller !== null && !document.querySelector("#app").hidden && document.querySelector("link[rel=manifest]") !== null`)
}

// share shares a text as a phone does: it goes to the site from outside.
func (b *tab) share(text string) {
	b.t.Helper()
	b.do(chromedp.Navigate("about:blank"))
	eval[any](b, `(() => {
		const form = document.createElement("form");
		Object.assign(form, { method: "POST", enctype: "multipart/form-data", action: `+quoted(b.url+"share")+` });
		const field = document.createElement("textarea");
		Object.assign(field, { name: "text", value: `+quoted(text)+` });
		form.append(field);
		document.body.append(form);
		setTimeout(() => form.submit());
	})()`)
	b.until(`location.href === ` + quoted(b.url) + ` && document.body?.dataset.state === "read"`)
}

// secret is in all that the test gives the site: a word that occurs nowhere else, and is
// written the same in an address, a body and a log.
const secret = "QX7731ZW"

func holdsSecret(s string) bool { return strings.Contains(strings.ToUpper(s), secret) }

// assertNetLog checks the browser's network log, which has the requests of all its processes and
// workers, against the requests that may be made.
func assertNetLog(t *testing.T, data []byte, h *host, allowed []string) {
	t.Helper()
	var log struct {
		Constants struct{ LogEventTypes map[string]int }
		Events    []struct {
			Type   int
			Params json.RawMessage
		}
	}
	require.NoError(t, json.Unmarshal(data, &log))
	start, known := log.Constants.LogEventTypes["URL_REQUEST_START_JOB"]
	require.True(t, known)
	made, own := 0, 0
	var others []string
	for _, e := range log.Events {
		var request struct{ Method, URL, Initiator string }
		if e.Type != start || json.Unmarshal(e.Params, &request) != nil || request.URL == "" {
			continue
		}
		made++
		if request.Initiator == "not an origin" && !strings.HasPrefix(request.URL, h.URL) {
			continue // Chromium's own: updates, the time, what fields are named
		}
		if request.Initiator == h.URL {
			own++
		}
		if said := request.Method + " " + strings.TrimPrefix(request.URL, h.URL); !slices.Contains(allowed, said) {
			others = append(others, request.Initiator+": "+said)
		}
	}
	assert.Empty(t, others)
	assert.Greater(t, made, 15, "of the files")
	assert.Greater(t, own, 15, "the log knows which are those of the page and its worker")
	assert.False(t, holdsSecret(string(data)))
}

// TestSite does what a reader does with the site, by the browser's own network log: it
// gets the site's files and sends nothing, neither of what is pasted nor of what is
// shared; and without a network it does the same.
func TestSite(t *testing.T) {
	slow.Skip(t)
	needChromium(t)
	log := filepath.Join(t.TempDir(), "net.json")
	h := newHost(t, thePage(t))
	b := openSite(t, h, chromedp.Flag("log-net-log", log), chromedp.Flag("net-log-capture-mode", "Everything"))
	require.Equal(t, "empty", b.state())
	assert.Subset(t, siteRequests(t, h.dir), h.asked())

	pasted := "【蓝湾消费金融】您的循环贷已逾期12天，欠款2,915.80元，客户编号" + secret + "，请致电400-000-4127。"
	shared := "【云杉银行】您尾号4417的信用卡已逾期5天，应还612.38元，参考号" + secret + "S。"
	for _, online := range []bool{true, false} {
		if !online {
			h.CloseClientConnections()
			h.Close()
			b.visit(b.url)
			b.ready()
		}
		b.set("text", pasted)
		b.until(`document.body.dataset.state === "read"`)
		assert.Equal(t, "真假还说不准", b.text("#verdict-title"))
		b.click("#next-answers button[value=yes]")
		b.until(one("#verdict") + `.dataset.verdict === "genuine"`)

		b.share(shared)
		assert.Equal(t, shared, eval[string](b, one("#text")+".value"))
		assert.Equal(t, "真假还说不准", b.text("#verdict-title"))
		b.visit(b.url)
		assert.Equal(t, "empty", b.state(), "it is there once, and kept nowhere")

		// What a page with a fault in it might try does not get through its worker either.
		for _, try := range []string{"style.css?" + secret, secret + ".css", "share", "../", "../" + secret, "https://example.com/" + secret} {
			assert.Equal(t, "refused", eval[string](b, `new Promise((tell) => {
				const link = document.createElement("link");
				Object.assign(link, { rel: "stylesheet", href: `+quoted(try)+`, onload: () => tell("connected"), onerror: () => tell("refused") });
				document.head.append(link);
			})`), try)
		}
		history, err := chromedp.Call(b.ctx, devtools.GetNavigationHistory, cdp.Empty{})
		require.NoError(t, err)
		for _, entry := range history.Entries {
			assert.Contains(t, []string{"about:blank", b.url}, entry.URL)
		}
		kept := eval[string](b, `(async () => {
			const all = [];
			for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) all.push(request.url, request.method);
			return JSON.stringify([all, await indexedDB.databases(), { ...localStorage }, { ...sessionStorage }, document.cookie]);
		})()`)
		assert.False(t, holdsSecret(kept))
	}
	assert.Subset(t, siteRequests(t, h.dir), h.asked())
	require.NoError(t, chromedp.Cancel(b.of))
	data, err := os.ReadFile(log)
	require.NoError(t, err)
	assertNetLog(t, data, h, siteRequests(t, h.dir))
	for _, said := range h.said {
		assert.False(t, holdsSecret(said))
	}
}

// siteRequests are the requests that may be made: GETs of the files.
func siteRequests(t *testing.T, dir string) (all []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	all = []string{"GET " + under}
	for _, e := range entries {
		all = append(all, "GET "+under+e.Name())
	}
	return all
}

// TestSiteUpdates loads a new version beside the old one, and only what is new of it; a
// page with something in it stays as it is, one without takes it at once.
func TestSiteUpdates(t *testing.T) {
	slow.Skip(t)
	needChromium(t)
	h := newHost(t, thePage(t))
	b := openSite(t, h)
	b.set("text", typed)
	b.until(`document.body.dataset.state === "read"`)
	h.asked()

	changed := maps.Clone(thePage(t))
	changed.add("style.css", append([]byte("h1 { color: rgb(1, 2, 3) }\n"), changed["/style.css"].data...))
	require.NoError(t, changed.export(h.dir))
	eval[any](b, `navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => null)`)
	b.until(`navigator.serviceWorker.getRegistration().then((r) => r.waiting !== null)`)
	assert.Equal(t, []string{"GET " + under + workerFile, "GET " + under + "style.css"}, h.asked(), "nothing else is loaded again")
	assert.Equal(t, typed, eval[string](b, one("#text")+".value"), "what was written stays")

	colour := `getComputedStyle(document.querySelector("h1")).color`
	assert.NotEqual(t, "rgb(1, 2, 3)", eval[string](b, colour))
	b.visit(b.url)
	b.until(colour + ` === "rgb(1, 2, 3)"`)
	b.ready()
	b.until(`navigator.serviceWorker.getRegistration().then((r) => r.waiting === null)`)
	b.until(`caches.keys().then((names) => caches.open(names[0])).then((cache) => cache.keys()).then((all) => all.length === ` + fmt.Sprint(len(siteRequests(t, h.dir))-2) + `)`) // index.html is there by its folder, the worker not at all
}

// If the host has changed a file or has no service worker, there is no app and so nothing to share
// into: the page works as without one.
func TestSiteWithoutWorker(t *testing.T) {
	slow.Skip(t)
	needChromium(t)
	for _, c := range []struct{ name, file, data string }{
		{"no worker", workerFile, ""},
		{"a changed file", "icon.svg", "<svg/>"},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := newHost(t, thePage(t))
			name := filepath.Join(h.dir, c.file)
			require.NoError(t, os.Remove(name))
			if c.data != "" {
				require.NoError(t, os.WriteFile(name, []byte(c.data), 0o644))
			}
			browser, cancel := newChromium()
			t.Cleanup(cancel)
			b := &tab{t: t}
			b.start(browser, desktop)
			b.visit(h.URL + under)
			b.until(`navigator.serviceWorker.getRegistration().then((r) => !r || (!r.installing && !r.waiting))`)
			b.set("text", typed)
			b.until(`document.body.dataset.state === "read"`)
			assert.True(t, eval[bool](b, `navigator.serviceWorker.controller === null && document.querySelector("link[rel=manifest]") === null && document.querySelector("#app").hidden`))
			assert.Equal(t, "refused", eval[string](b, `fetch("./").then(() => "connected", () => "refused")`))
		})
	}
}

// TestInstallable has Chromium judge whether it is an app.
func TestInstallable(t *testing.T) {
	slow.Skip(t)
	needChromium(t)
	b := openSite(t, newHost(t, thePage(t)))
	manifest, err := chromedp.Call(b.ctx, devtools.GetAppManifest, devtools.GetAppManifestParams{})
	require.NoError(t, err)
	assert.Empty(t, manifest.Errors)
	assert.Equal(t, b.url+manifestFile, manifest.URL)
	require.NotNil(t, manifest.Manifest)
	assert.Equal(t, b.url, manifest.Manifest.StartURL)
	assert.Equal(t, b.url, manifest.Manifest.Scope)
	got, err := chromedp.Call(b.ctx, devtools.GetInstallabilityErrors, cdp.Empty{})
	require.NoError(t, err)
	for _, e := range got.InstallabilityErrors {
		assert.Contains(t, []string{"in-incognito"}, e.ErrorID)
	}
	_, console := b.seen()
	assert.Empty(t, console)
}

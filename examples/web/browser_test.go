//go:build !race

// The tests in a browser: the race detector sees nothing of what runs there.

package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/slow"
)

// chromium is started once for all tests, and ended after them.
var chromium = sync.OnceValue(func() context.Context {
	ctx, cancel := newChromium()
	endChromium = cancel
	return ctx
})

// newChromium is a browser that is started when it is first used.
func newChromium(more ...chromedp.ExecAllocatorOption) (context.Context, context.CancelFunc) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.Flag("accept-lang", "zh-CN"), chromedp.Env("TZ=Asia/Shanghai"),
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"), chromedp.Flag("disable-component-update", true),
		chromedp.NoSandbox) // which root, as in a container, cannot have
	ctx, cancelAllocator := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	ctx, cancel := chromedp.NewContext(ctx)
	return ctx, func() { cancel(); cancelAllocator() }
}

// view is what the page is seen in.
type view struct {
	width, height int64
	scheme        string // light or dark
}

func (v view) String() string { return fmt.Sprint(v.width, "-", v.scheme) }

var (
	desktop = view{1280, 900, "light"}
	views   = []view{desktop, {1280, 900, "dark"}, {390, 844, "light"}, {390, 844, "dark"}}
)

// tab is the page, open in Chromium. It keeps what the page asks for and what comes
// on its console.
type tab struct {
	t   *testing.T
	ctx context.Context
	url string
	of  context.Context // its browser

	mu       sync.Mutex
	requests []string
	console  []string
	reached  int // the server, so many times
}

// patience is for what hangs; it is far more than any machine needs.
const patience = 20 * time.Minute

// open opens the page with its module and waits until it can be used.
func open(t *testing.T, v view) *tab {
	t.Helper()
	needChromium(t)
	b := openPage(t, thePage(t), v)
	require.Equal(t, "empty", b.state())
	return b
}

// needChromium skips a test where there is no Chromium, but not where all tests are
// asked for.
func needChromium(t *testing.T) {
	t.Helper()
	_, err := exec.LookPath("chromium")
	switch {
	case err == nil:
	case slow.Asked():
		t.Fatal("chromium is not in PATH, and all tests are asked for")
	default:
		t.Skip("chromium is not in PATH")
	}
}

func openPage(t *testing.T, p page, v view) *tab {
	t.Helper()
	b := &tab{t: t}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b.mu.Lock()
		b.reached++
		b.mu.Unlock()
		p.ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b.start(chromium(), v)
	b.visit(server.URL)
	return b
}

// start makes it a tab of a browser.
func (b *tab) start(browser context.Context, v view) {
	b.t.Helper()
	require.NoError(b.t, chromedp.Do(browser))
	ctx, cancel := chromedp.NewContext(browser)
	b.t.Cleanup(cancel)
	b.of = browser
	b.ctx, cancel = context.WithTimeout(ctx, patience)
	b.t.Cleanup(cancel)
	require.NoError(b.t, chromedp.Listen(b.ctx, b.note))
	b.see(v)
}

// visit goes to the page and waits until it can be used.
func (b *tab) visit(url string) {
	b.t.Helper()
	b.url = url
	b.do(chromedp.Navigate(url))
	b.until(`!["", "loading"].includes(document.body?.dataset.state ?? "")`)
}

// see changes what the page is seen in.
func (b *tab) see(v view) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: v.scheme}, {Name: "prefers-reduced-motion", Value: "reduce"},
	}})
	require.NoError(b.t, err)
	b.do(chromedp.EmulateViewport(v.width, v.height))
}

// note keeps an event: what is asked for without the address of the server, and of
// an entry of the console where it comes from.
func (b *tab) note(event any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if !strings.HasPrefix(e.Request.URL, "data:") {
			b.requests = append(b.requests, strings.TrimPrefix(e.Request.URL, b.url))
		}
	case *runtime.EventConsoleAPICalled:
		b.console = append(b.console, fmt.Sprint("console.", e.Type))
	case *runtime.EventExceptionThrown:
		b.console = append(b.console, "exception: "+e.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		b.console = append(b.console, fmt.Sprint(e.Entry.Level, ": ", e.Entry.Text))
	}
}

// seen returns what was kept so far.
func (b *tab) seen() (requests, console []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string{}, b.requests...), append([]string{}, b.console...)
}

// served returns how many requests have reached the server.
func (b *tab) served() int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.reached
}

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	require.NoError(b.t, chromedp.Do(b.ctx, steps...))
}

// eval returns what an expression of JavaScript, or the promise that it is, gives.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(b.t, err, expression)
	return v
}

// until waits until an expression is true.
func (b *tab) until(expression string) {
	b.t.Helper()
	for deadline := time.Now().Add(patience); !eval[bool](b, expression); time.Sleep(20 * time.Millisecond) {
		require.True(b.t, time.Now().Before(deadline), expression)
	}
}

// one is an expression for the element of a selector.
func one(selector string) string { return "document.querySelector(" + quoted(selector) + ")" }

// each is an expression for what a function of JavaScript makes of each element of
// a selector.
func each(selector, function string) string {
	return "[...document.querySelectorAll(" + quoted(selector) + ")].map(" + function + ")"
}

func quoted(s string) string {
	data, _ := json.Marshal(s) // of a string this does not fail
	return string(data)
}

// text returns the text that is seen of an element.
func (b *tab) text(selector string) string {
	b.t.Helper()
	return eval[string](b, one(selector)+".innerText")
}

// unfold opens all that is folded, or folds it.
func (b *tab) unfold(open bool) {
	b.t.Helper()
	eval[any](b, fmt.Sprintf("document.querySelectorAll('details').forEach(d => d.open = %t)", open))
}

func (b *tab) click(selector string) {
	b.t.Helper()
	b.do(chromedp.Click(chromedp.CSS(selector)))
}

func (b *tab) state() string {
	b.t.Helper()
	return eval[string](b, "document.body.dataset.state")
}

// set writes a whole text into a field, as pasting does.
func (b *tab) set(id, text string) {
	b.t.Helper()
	eval[any](b, fmt.Sprintf(`(e => { e.value = %s; e.dispatchEvent(new Event("input", { bubbles: true })); })(%s)`, quoted(text), one("#"+id)))
}

// clear begins anew.
func (b *tab) clear() {
	b.t.Helper()
	if eval[bool](b, one("#clear")+".checkVisibility()") {
		b.click("#clear")
	}
	b.until(`document.body.dataset.state === "empty"`)
}

// sample fills in a sample.
func (b *tab) sample(key string) {
	b.t.Helper()
	b.clear()
	b.click("#samples button[value=" + key + "]")
	b.until(`document.body.dataset.state === "read"`)
}

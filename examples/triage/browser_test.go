//go:build !race

// The page of matters in a browser: the race detector sees nothing of what runs there.

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/internal/contrast"
	"github.com/dunsms/dunsms/internal/slow"
)

// patience is for what hangs; it is far more than any machine needs.
const patience = 5 * time.Minute

// tab is a file, open in Chromium, with what it asks for and what comes on its console.
type tab struct {
	t                 *testing.T
	ctx               context.Context
	requests, console []string
}

// openFile opens a file in Chromium.
func openFile(t *testing.T, file string) *tab {
	t.Helper()
	if _, err := exec.LookPath("chromium"); err != nil {
		if slow.Asked() {
			t.Fatal("chromium is not in PATH, and all tests are asked for")
		}
		t.Skip("chromium is not in PATH")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.Flag("accept-lang", "zh-CN"), chromedp.Env("TZ=Asia/Shanghai"),
		chromedp.NoSandbox) // which root, as in a container, cannot have
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewExecAllocator(ctx, options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx}
	require.NoError(t, chromedp.Do(ctx))
	require.NoError(t, chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *network.EventRequestWillBeSent:
			b.requests = append(b.requests, e.Request.URL)
		case *log.EventEntryAdded:
			b.console = append(b.console, e.Entry.Text)
		}
	}))
	require.NoError(t, chromedp.Do(ctx, chromedp.Navigate("file://"+file)))
	return b
}

// see changes what the page is seen in.
func (b *tab) see(width, height int64, scheme string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
	require.NoError(b.t, err)
	require.NoError(b.t, chromedp.Do(b.ctx, chromedp.EmulateViewport(width, height)))
}

// eval returns what an expression of JavaScript gives.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(b.t, err, expression)
	return v
}

// cut is an expression for what goes beyond the width of the page, and for text of a picture
// that goes beyond the picture or is too small to read.
const cut = `[...document.querySelectorAll("body *")].filter((e) => {
	if (!e.checkVisibility()) return false;
	const r = e.getBoundingClientRect(), svg = e.closest("svg.timeline"), edge = svg ? svg.getBoundingClientRect() : { left: 0, right: innerWidth };
	if (r.width && (r.right > edge.right + 1 || r.left < edge.left - 1)) return true;
	return svg && e.tagName === "text" && r.height < 10;
}).map((e) => e.tagName + "." + e.getAttribute("class") + " " + e.textContent.slice(0, 40))`

// overlapping is an expression for the texts of a picture that lie over each other.
const overlapping = `[...document.querySelectorAll("svg.timeline")].filter((s) => s.checkVisibility()).flatMap((s) => {
	const all = [...s.querySelectorAll("text")].map((e) => [e.textContent, e.getBoundingClientRect()]), over = [];
	for (const [i, [a, r]] of all.entries())
		for (const [b, q] of all.slice(i + 1))
			if (r.left < q.right - 1 && q.left < r.right - 1 && r.top < q.bottom - 2 && q.top < r.bottom - 2) over.push(a + " / " + b);
	return over;
})`

// manyPhones returns a file of all invented phones of the project.
func manyPhones(t *testing.T) string {
	t.Helper()
	files, err := filepath.Glob("../../testdata/phones/*.jsonl")
	require.NoError(t, err)
	var all bytes.Buffer
	for _, name := range files {
		data, err := os.ReadFile(name)
		require.NoError(t, err)
		lines := bytes.Split(bytes.TrimSpace(data), []byte("\n"))
		var phone struct{ Recipient json.RawMessage }
		require.NoError(t, json.Unmarshal(lines[0], &phone))
		for _, l := range lines[1:] {
			var m map[string]json.RawMessage
			require.NoError(t, json.Unmarshal(l, &m))
			row := map[string]json.RawMessage{"recipient": phone.Recipient}
			for _, key := range []string{"id", "text", "sender", "received_at", "facts"} {
				if v, ok := m[key]; ok {
					row[key] = v
				}
			}
			require.NoError(t, json.NewEncoder(&all).Encode(row))
		}
	}
	require.NotZero(t, all.Len())
	file := filepath.Join(t.TempDir(), "phones.jsonl")
	require.NoError(t, os.WriteFile(file, all.Bytes(), 0o600))
	return file
}

// TestMattersInBrowser sees the page as a phone and a desk do, light and dark: nothing is cut
// and nothing scrolls sideways, all can be read, and nothing is asked for. The pictures are for
// a person to look at: go test -artifacts -outputdir DIR.
func TestMattersInBrowser(t *testing.T) {
	slow.Skip(t)
	for _, c := range []struct{ name, lang, file string }{{"zh", "zh", "testdata/matters.jsonl"}, {"en", "en", "testdata/matters.jsonl"}, {"many", "zh", manyPhones(t)}} {
		file := filepath.Join(t.TempDir(), "page.html")
		got := runProgram(t, nil, "-matters", "-all", "-lang", c.lang, "-report", file, c.file)
		require.LessOrEqual(t, got.status, exitBadLines, got.errors)
		b := openFile(t, file)
		dir := t.ArtifactDir()
		t.Log("the pictures are in", dir)
		for _, width := range []int64{390, 1280} {
			for _, scheme := range []string{"light", "dark"} {
				for _, open := range []bool{false, true} {
					name := fmt.Sprint(c.name, "-", width, "-", scheme, "-", open)
					b.see(width, 900, scheme)
					if open {
						eval[any](b, `document.querySelectorAll("details").forEach((d) => d.open = true)`)
					} else {
						eval[any](b, `document.querySelectorAll("details").forEach((d, i) => d.open = i < 3)`)
					}
					assert.LessOrEqual(t, eval[int64](b, "document.documentElement.scrollWidth"), width, name)
					assert.Empty(t, eval[[]string](b, cut), name)
					assert.Empty(t, eval[[]string](b, overlapping), name)
					seen := eval[struct {
						Low    []string
						Looked int
					}](b, contrast.Script)
					assert.Empty(t, seen.Low, name)
					assert.Greater(t, seen.Looked, 100, name)
					b.see(width, min(eval[int64](b, "document.documentElement.scrollHeight"), 16_000), scheme)
					picture, err := chromedp.Run(b.ctx, chromedp.CaptureScreenshot())
					require.NoError(t, err)
					require.NoError(t, os.WriteFile(filepath.Join(dir, name+".png"), picture, 0o644))
				}
			}
		}
		assert.Empty(t, b.console, "the policy of the page allows all that it has")
		for _, r := range b.requests {
			assert.True(t, strings.HasPrefix(r, "file://") || strings.HasPrefix(r, "data:"), "asks for something")
		}
		roles := eval[[]string](b, `[...document.querySelectorAll("svg.timeline")].map((s) => [s.getAttribute("role"), document.getElementById(s.getAttribute("aria-labelledby")).textContent.length > 5, document.getElementById(s.getAttribute("aria-describedby")).textContent.length > 5].join())`)
		assert.NotEmpty(t, roles)
		for _, r := range roles {
			assert.Equal(t, "img,true,true", r)
		}
	}
}

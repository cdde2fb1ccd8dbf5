//go:build !race

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/internal/slow"
)

// pageWithShots is the page with what reads screenshots, made once for all tests.
var pageWithShots = sync.OnceValues(func() (page, error) {
	built, err := builtPage()
	if err != nil {
		return nil, err
	}
	files, err := shotFiles("shots")
	if err != nil {
		return nil, err
	}
	return newPage(module{wasm: built["/dunsms.wasm"].data, exec: built["/wasm_exec.js"].data}, files...)
})

// needShots skips a test where what reads screenshots is not installed, but not where all
// tests are asked for.
func needShots(t *testing.T) {
	t.Helper()
	needChromium(t)
	thePage(t)
	_, err := os.Stat(filepath.Join("shots", "node_modules"))
	switch {
	case err == nil:
	case slow.Asked():
		t.Fatal("npm ci --prefix examples/web/shots was not run, and all tests are asked for")
	default:
		t.Skip("npm ci --prefix examples/web/shots was not run")
	}
}

// openShots opens the page with what reads screenshots.
func openShots(t *testing.T) *tab {
	t.Helper()
	needShots(t)
	p, err := pageWithShots()
	require.NoError(t, err)
	return openPage(t, p, desktop)
}

// give chooses a picture, agrees to what is asked, and waits until it is read.
func (b *tab) give(picture string) {
	b.t.Helper()
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#shot-file"), []string{picture}))
	b.until(one("#shot-offer") + ".checkVisibility() || " + one("#shot-stop") + ".checkVisibility() || " + one("#shot-found") + ".checkVisibility()")
	if eval[bool](b, one("#shot-offer")+".checkVisibility()") {
		b.click("#shot-agree")
	}
	b.until("!" + one("#shot-stop") + ".checkVisibility()")
	b.until(one("#shot-found") + ".checkVisibility() || " + one("#shot-said") + `.textContent !== ""`)
}

// readNow returns what the page shows of the picture given.
func (b *tab) readNow() (sender string, all []readMessage) {
	b.t.Helper()
	all = eval[[]readMessage](b, each("#shot-list li:has(textarea)", `li => ({
		Text: li.querySelector("textarea").value, Time: li.querySelector(".shot-time")?.textContent ?? "",
		Links: [...li.querySelectorAll(".shot-link b")].map(b => b.textContent), Marked: [...li.querySelectorAll("mark.unsure")].map(m => m.textContent).join(" "),
	})`))
	return eval[string](b, one("#shot-about")+`.dataset.sender`), all
}

// TestShots reads pictures that the settings were not chosen on. How well, and what was
// missed, is logged.
func TestShots(t *testing.T) {
	slow.Skip(t)
	assertRead(t, readAll(t, screens(t, 909, 40, "adverts8", "collectors5", "credit", "debtscam8", "inboxes9", "notify3", "old4", "organs", "receipts6", "routine", "scam5")))
}

// TestShotsChosen reads some of those that the settings were chosen on.
func TestShotsChosen(t *testing.T) {
	slow.Skip(t)
	assertRead(t, readAll(t, screens(t, 12, 12, "notices4", "platforms", "lenders3", "inbox")))
}

func assertRead(t *testing.T, all score) {
	t.Helper()
	assert.Less(t, all.errorRate(), 0.01)
	assert.GreaterOrEqual(t, all.bubbles.share(), 0.95)
	assert.GreaterOrEqual(t, all.amounts.share(), 0.99)
	assert.GreaterOrEqual(t, all.phones.share(), 0.99)
	assert.GreaterOrEqual(t, all.masked.share(), 0.97)
	assert.Equal(t, all.linksShown.all, all.linksShown.right)
}

// readAll takes pictures of screens, reads them, and logs how well.
func readAll(t *testing.T, all []screen) (sum score) {
	t.Helper()
	b := openShots(t)
	c := newCamera(t)
	if dir := os.Getenv("SHOTS_DIR"); dir != "" {
		c.dir = dir
	}
	var slowest time.Duration
	for i, s := range all {
		s = c.take(s, fmt.Sprintf("%02d%s", i, map[bool]string{true: ".jpg", false: ".png"}[s.quality > 0]))
		began := time.Now()
		b.give(s.picture)
		took := time.Since(began)
		if i > 0 {
			slowest = max(slowest, took)
		}
		sender, read := b.readNow()
		got := scoreOf(s, sender, read)
		t.Logf("%s %v %v (%.1f s)", filepath.Base(s.picture), s, got, took.Seconds())
		for _, m := range got.misses {
			t.Log("      ", m)
		}
		sum.add(got)
	}
	t.Logf("%d pictures: %v; slowest %.1f s", len(all), sum, slowest.Seconds())
	_, console := b.seen()
	assert.Empty(t, console)
	return sum
}

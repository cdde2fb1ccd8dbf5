//go:build !race

package main

import (
	"encoding/base64"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/internal/contrast"
	"github.com/dunsms/dunsms/internal/slow"
)

// pretended is the page as if what reads screenshots was installed: its files are no models.
func pretended(t *testing.T) page {
	t.Helper()
	p := maps.Clone(thePage(t))
	for _, pack := range shotPackages {
		for _, name := range pack.files {
			p.addLater(name, []byte("nothing that runs"))
		}
	}
	tables, err := tablesJS(p.later())
	require.NoError(t, err)
	p.add("tables.js", tables)
	return p
}

// hand gives the page a file as a reader does: chosen, dropped or pasted.
func (b *tab) hand(how, name, mime string, data []byte) {
	b.t.Helper()
	eval[any](b, fmt.Sprintf(`(() => {
		const bytes = Uint8Array.from(atob(%s), (c) => c.charCodeAt(0)), given = new DataTransfer();
		given.items.add(new File([bytes], %s, { type: %s }));
		const at = { bubbles: true, cancelable: true };
		if (%s === "drop") document.dispatchEvent(new DragEvent("drop", { ...at, dataTransfer: given }));
		else if (%[4]s === "paste") document.dispatchEvent(new ClipboardEvent("paste", { ...at, clipboardData: given }));
		else {
			const input = document.querySelector("#shot-file");
			input.files = given.files;
			input.dispatchEvent(new Event("change", at));
		}
	})()`, quoted(base64.StdEncoding.EncodeToString(data)), quoted(name), quoted(mime), quoted(how)))
}

// drawn returns a picture that the browser makes of nothing but a colour.
func (b *tab) drawn(mime string) []byte {
	b.t.Helper()
	url := eval[string](b, `(() => { const c = document.createElement("canvas"); c.width = 40; c.height = 30; c.getContext("2d").fillRect(0, 0, 40, 30); return c.toDataURL(`+quoted(mime)+`); })()`)
	data, err := base64.StdEncoding.DecodeString(url[strings.Index(url, ",")+1:])
	require.NoError(b.t, err)
	return data
}

// What cannot be read is answered in a sentence, before anything is loaded for it; and what
// was to be loaded and does not run is, too.
func TestShotRefused(t *testing.T) {
	needChromium(t)
	b := openPage(t, pretended(t), desktop)
	loaded, _ := b.seen()
	png := b.drawn("image/png")
	for _, c := range []struct {
		name, how, mime string
		data            []byte
		want            string
	}{
		{"a.png", "drop", "image/png", []byte("【云杉银行】您已逾期6天"), "这不是图片，请选一张短信截图。"},
		{"a.jpg", "choose", "image/jpeg", nil, "这不是图片，请选一张短信截图。"},
		{"a.png", "choose", "image/png", []byte("\x00\x00\x00\x18ftypisom\x00\x00\x00\x00"), "这是视频，请选一张短信截图。"},
		{"a.heic", "drop", "image/heic", []byte("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"), "这个浏览器打不开HEIC图片。请用手机截图，或者存成JPEG再试。"},
		{"a.png", "paste", "image/png", png[:len(png)-30], "这张图打不开，可能损坏了，请换一张。"},
		{"a.png", "drop", "image/png", append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff\xff\x00\x00\xff\xff"), png[24:]...), "这张图太大了，请只截有短信的那一部分。"},
		{"a.jpg", "drop", "image/jpeg", append([]byte("\xff\xd8\xff"), make([]byte, 1000)...), "这张图打不开，可能损坏了，请换一张。"},
	} {
		b.hand(c.how, c.name, c.mime, c.data)
		b.until(one("#shot-said") + ".textContent === " + quoted(c.want))
		assert.False(t, eval[bool](b, one("#shot-offer")+".checkVisibility()"))
	}
	b.click("[data-lang=en]")
	assert.Equal(t, "This picture cannot be opened; it may be damaged. Please try another.", b.text("#shot-said"))
	b.click("[data-lang=zh]")

	// One that can be opened is not read until that is agreed to.
	for _, how := range []string{"choose", "paste", "drop"} {
		b.hand(how, "a.txt", "text/plain", png)
		b.until(one("#shot-offer") + ".checkVisibility()")
		assert.Empty(t, b.text("#shot-said"))
		assert.Contains(t, b.text("#shot-offer-text"), "约0 MB", "of these files")
		assert.Equal(t, "shot-agree", eval[string](b, "document.activeElement.id"))
		b.click("#shot-refuse")
		b.until("!" + one("#shot-offer") + ".checkVisibility()")
	}
	requests, console := b.seen()
	assert.Equal(t, loaded, requests)
	assert.Empty(t, console)

	b.hand("drop", "a.jpg", "", b.drawn("image/jpeg"))
	b.until(one("#shot-offer") + ".checkVisibility()")
	b.click("#shot-agree")
	b.until(one("#shot-said") + `.textContent === "这张图没能读出来，请再试一次，或者把短信文字粘贴进来。"`)
	assert.False(t, eval[bool](b, one("#shot-stop")+".checkVisibility()"))
	b.set("text", typed)
	b.until(`document.body.dataset.state === "read"`)
	b.click("#clear")
	assert.Empty(t, b.text("#shot-said"))
}

// Where it is not installed, the page says so, and so does what is dropped there.
func TestShotUnavailable(t *testing.T) {
	b := open(t, desktop)
	const sorry = "这里没有装读图的程序，读不了截图，请把短信文字粘贴进来。"
	assert.Equal(t, sorry, b.text("#shot-none"))
	assert.False(t, eval[bool](b, one("#shot-choose")+".checkVisibility()"))
	b.hand("drop", "a.png", "image/png", b.drawn("image/png"))
	b.until(one("#shot-said") + ".textContent === " + quoted(sorry))
	_, console := b.seen()
	assert.Empty(t, console)
}

// talk is a conversation: a notice with a link, what was answered, and an advert.
var talk = screen{
	look: "ios", scheme: "light", font: fonts[0], width: 390, height: 844, scale: 2, sender: "1069 0417 2238",
	items: []bubble{
		{kind: "when", time: "2026年11月20日 14:03"},
		{kind: "in", said: said{Text: "【蓝湾消费金融】您的循环贷已逾期12天，欠款2,915.80元，请登录https://lw.example.com/p1还款。"}},
		{kind: "out", said: said{Text: "我没有借过钱"}},
		{kind: "when", time: "昨天 21:05"},
		{kind: "in", said: said{Text: "【云杉超市】满百减二十，本周末到店即享，回复R退订"}},
	},
}

// watchWorkers keeps timers of a minute in minutes, to be called, and counts in ended the
// workers that were ended.
func (b *tab) watchWorkers() {
	b.t.Helper()
	eval[any](b, `(() => {
		const later = setTimeout, end = Worker.prototype.terminate;
		window.minutes = [], window.ended = 0;
		window.setTimeout = (f, ms, ...args) => (ms === 60000 ? minutes.push(f) : later(f, ms, ...args));
		Worker.prototype.terminate = function () { window.ended++; end.call(this); };
	})()`)
}

// A reader chooses a message, corrects it, and has it judged.
func TestShotUsed(t *testing.T) {
	slow.Skip(t)
	b := openShots(t)
	picture := newCamera(t).take(talk, "talk.png").picture
	b.watchWorkers()
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#shot-file"), []string{picture}))
	b.until(one("#shot-offer") + ".checkVisibility()")
	assert.Contains(t, b.text("#shot-offer-text"), "约30 MB的识别程序，只载入一次")
	b.click("#shot-agree")
	b.until(one("#shot-found") + ".checkVisibility()")

	assert.Equal(t, "从截图里读到2条收到的短信", b.text("#shot-title"))
	assert.Equal(t, bare("发送号码处写着：1069 0417 2238。标出的字可能读错了，请对照原图改正，再看结论。右边您发出的1条没有算在内。"), bare(b.text("#shot-about")), "spaces are not sure")
	_, read := b.readNow()
	require.Len(t, read, 2)
	assert.Equal(t, "2026年11月20日14:03", bare(read[0].Time))
	assert.Equal(t, []string{"https://lw.example.com/p1"}, read[0].Links)
	assert.Equal(t, []bool{true, false, false}, eval[[]bool](b, each("#shot-list input", "i => i.checked")), "the notice, though the advert is newer")
	assert.Equal(t, []bool{true, false}, eval[[]bool](b, each("#shot-list textarea", "e => e.checkVisibility()")))
	assert.Equal(t, "empty", b.state(), "nothing is judged yet")

	corrected := strings.Replace(read[0].Text, "12天", "21天", 1)
	eval[any](b, `(e => { e.value = `+quoted(corrected)+`; e.dispatchEvent(new Event("input", { bubbles: true })); })(`+one("#shot-list textarea")+`)`)
	b.click("[data-lang=en]")
	assert.Equal(t, "Received messages found in the screenshot: 2", b.text("#shot-title"))
	assert.Equal(t, "Text from the picture; you can correct it", eval[string](b, one("#shot-list textarea")+".ariaLabel"))
	b.click("[data-lang=zh]")
	b.click("#shot-use")
	b.until(`document.body.dataset.state === "read"`)
	assert.Equal(t, corrected, eval[string](b, one("#text")+".value"))
	assert.Equal(t, "106904172238", eval[string](b, one("#sender")+".value"))
	assert.Equal(t, "2026-11-20T14:03", eval[string](b, one("#received_at")+".value"))
	assert.Equal(t, "answer", eval[string](b, "document.activeElement.id"))

	b.click(`#shot-list label:has([value="all"])`)
	b.click("#shot-use")
	headlines := eval[[]string](b, each("#shot-list .shot-said", "e => e.textContent"))
	require.Len(t, headlines, 2)
	assert.NotEmpty(t, headlines[0])
	assert.NotEmpty(t, headlines[1])
	assert.NotEqual(t, headlines[0], headlines[1])

	for _, v := range append([]view{{320, 640, "light"}}, views...) {
		b.see(v)
		assert.Empty(t, eval[struct{ Low []string }](b, contrast.Script).Low, v)
		assert.LessOrEqual(t, eval[int64](b, "document.documentElement.scrollWidth"), v.width)
	}
	b.see(desktop)

	// Another one is not asked for again; what is stopped is dropped, and the worker ended.
	ended := eval[int](b, "ended")
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#shot-file"), []string{picture}))
	b.until(one("#shot-said") + `.textContent.startsWith("正在读")`)
	b.click("#shot-stop")
	assert.Empty(t, b.text("#shot-said"))
	assert.Equal(t, ended+1, eval[int](b, "ended"))
	assert.False(t, eval[bool](b, one("#shot-found")+".checkVisibility()"))
	b.give(picture)
	_, again := b.readNow()
	assert.Equal(t, read, again)
	ended = eval[int](b, "ended")
	eval[any](b, "minutes.forEach((f) => f())")
	assert.Equal(t, ended+1, eval[int](b, "ended"), "a worker that has rested for a minute is ended")
	b.click("#clear")
	assert.False(t, eval[bool](b, one("#shot-found")+".checkVisibility()"))

	b.give(write(t, "blank.png", b.drawn("image/png")))
	assert.Equal(t, "这张图里没有找到短信。", b.text("#shot-said"))
	_, console := b.seen()
	assert.Empty(t, console)
}

// A picture that is given while another is read takes its place, with the same worker.
func TestShotOvertaken(t *testing.T) {
	slow.Skip(t)
	b := openShots(t)
	c := newCamera(t)
	long, short := talk, talk
	long.items = slices.Repeat(talk.items[:3], 6)
	short.items = []bubble{{kind: "in", said: said{Text: "【云杉银行】您的信用卡已逾期6天，欠款1,204.50元，请尽快还款。"}}}
	first, second := c.take(long, "long.png").picture, c.take(short, "short.png").picture
	b.give(second)
	_, want := b.readNow()
	require.Len(t, want, 1)
	assert.Contains(t, want[0].Text, "1,204.50元")

	b.watchWorkers()
	data, err := os.ReadFile(second)
	require.NoError(t, err)
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#shot-file"), []string{first}))
	b.until(one("#shot-said") + `.textContent.startsWith("正在读")`)
	b.hand("drop", "short.png", "image/png", data)
	b.until("!" + one("#shot-stop") + ".checkVisibility() && (" + one("#shot-found") + ".checkVisibility() || " + one("#shot-said") + `.textContent !== "")`)
	assert.Empty(t, b.text("#shot-said"))
	_, read := b.readNow()
	assert.Equal(t, want, read)
	assert.Zero(t, eval[int](b, "ended"))
	assert.Equal(t, 1, eval[int](b, "minutes.length"), "the worker rests only after the second")

	// One that is given up for what cannot be read lets the worker rest, too.
	b.do(chromedp.SetUploadFiles(chromedp.CSS("#shot-file"), []string{first}))
	b.until(one("#shot-said") + `.textContent.startsWith("正在读")`)
	b.hand("drop", "a.png", "image/png", []byte(typed))
	b.until("minutes.length === 2")
	assert.Zero(t, eval[int](b, "ended"))
	assert.False(t, eval[bool](b, one("#shot-found")+".checkVisibility()"))
	_, console := b.seen()
	assert.Empty(t, console)
}

func write(t *testing.T, name string, data []byte) string {
	t.Helper()
	name = filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(name, data, 0o600))
	return name
}

// A picture that is given to the site, or shared into it, stays in the browser, by the
// browser's own network log; and once its files are there it is read without a network.
func TestShotStays(t *testing.T) {
	slow.Skip(t)
	needShots(t)
	p, err := pageWithShots()
	require.NoError(t, err)
	log := filepath.Join(t.TempDir(), "net.json")
	h := newHost(t, p)
	b := openSite(t, h, chromedp.Flag("log-net-log", log), chromedp.Flag("net-log-capture-mode", "Everything"))
	for _, s := range shotPackages {
		for _, name := range s.files {
			assert.FileExists(t, filepath.Join(h.dir, name))
			assert.NotContains(t, h.asked(), "GET "+under+name, "nobody has asked for it")
		}
	}
	secretTalk := talk
	secretTalk.items = []bubble{talk.items[0], {kind: "in", said: said{Text: "【蓝湾消费金融】您的循环贷已逾期12天，客户编号" + secret + "，请尽快还款。"}}}
	picture := newCamera(t).take(secretTalk, secret+".png").picture
	for _, online := range []bool{true, false} {
		if !online {
			h.CloseClientConnections()
			h.Close()
			b.visit(b.url)
			b.ready()
		}
		b.give(picture)
		_, read := b.readNow()
		require.Len(t, read, 1)
		assert.True(t, holdsSecret(read[0].Text), "it is read as it is")
		b.click("#shot-use")
		b.until(`document.body.dataset.state === "read"`)
	}
	data, err := os.ReadFile(picture)
	require.NoError(t, err)
	b.do(chromedp.Navigate("about:blank"))
	eval[any](b, `(() => {
		const form = document.createElement("form"), input = document.createElement("input"), given = new DataTransfer();
		given.items.add(new File([Uint8Array.from(atob(`+quoted(base64.StdEncoding.EncodeToString(data))+`), (c) => c.charCodeAt(0))], "`+secret+`.png", { type: "image/png" }));
		Object.assign(form, { method: "POST", enctype: "multipart/form-data", action: `+quoted(b.url+"share")+` });
		Object.assign(input, { type: "file", name: "files", files: given.files });
		form.append(input);
		document.body.append(form);
		setTimeout(() => form.submit());
	})()`)
	b.until(`location.href === ` + quoted(b.url) + ` && document.querySelector("#shot-offer")?.checkVisibility()`)

	require.NoError(t, chromedp.Cancel(b.of))
	data, err = os.ReadFile(log)
	require.NoError(t, err)
	assertNetLog(t, data, h, siteRequests(t, h.dir))
	for _, said := range h.said {
		assert.False(t, holdsSecret(said))
	}
}

//go:build !race

package main

import (
	"encoding/json"
	"fmt"
	"html"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// said is a message of the project's own, with what its label has of it.
type said struct {
	Text    string   `json:"text"`
	Amounts [][]any  `json:"amounts"`
	Phones  []string `json:"phones"`
	URLs    []string `json:"urls"`
}

// drawable are texts of what the fonts of the test have: no emoji, no look-alikes from other
// scripts, nothing that is not seen.
var drawable = regexp.MustCompile(`^[\x20-\x7e\x{4e00}-\x{9fa5}【】（），。：；！？、“”‘’《》—…·￥¥＊％～]{16,260}$`)

// saidIn returns the messages of lots of the corpus, in three parts: with a hidden number, else
// with a link, and the others.
func saidIn(t *testing.T, lots ...string) (parts [3][]said) {
	t.Helper()
	for _, lot := range lots {
		data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "corpus", lot+".jsonl"))
		require.NoError(t, err)
		for line := range strings.Lines(string(data)) {
			var s said
			require.NoError(t, json.Unmarshal([]byte(line), &s), lot)
			switch {
			case !drawable.MatchString(s.Text):
			case hidden.MatchString(s.Text):
				parts[0] = append(parts[0], s)
			case len(s.URLs) > 0:
				parts[1] = append(parts[1], s)
			default:
				parts[2] = append(parts[2], s)
			}
		}
	}
	return parts
}

// screen is a picture that is taken of messages, and what is in it.
type screen struct {
	look, scheme, font string
	width, height      int64 // of the phone, in its points
	scale              float64
	quality            int64 // of JPEG; 0: PNG
	long               bool  // stitched from many: as high as all that is in it
	sender             string
	items              []bubble
	picture            string // its file
}

// bubble is what stands in a conversation: a message that came in or was sent, a time, a photo.
type bubble struct {
	kind string // in, out, when, photo
	said
	time  string // below it, or the text of a time
	tight bool   // hardly apart from the one above
}

func (s screen) String() string {
	kind := "png"
	if s.quality > 0 {
		kind = fmt.Sprintf("jpeg %d", s.quality)
	}
	return fmt.Sprintf("%-7s %-5s %4.0f×%-5.0f %-7s %-19s", s.look, s.scheme, float64(s.width)*s.scale, float64(s.height)*s.scale, kind, s.font)
}

var (
	looks  = []string{"ios", "android", "huawei", "xiaomi", "oppo", "samsung"}
	fonts  = []string{"Noto Sans CJK SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "LXGW WenKai"}
	phones = []struct {
		width, height int64
		scale         float64
	}{{390, 844, 3}, {360, 800, 3}, {412, 915, 2.625}, {360, 760, 2}, {360, 720, 1.5}}
	qualities = []int64{0, 85, 0, 60, 0, 75}
	senders   = []string{"10690417223866", "95500 1234", "云杉银行", "+86 138 0000 4127", "1065 5020 0417", "青禾消费金融"}
	whens     = []string{"今天 09:21", "昨天 21:05", "2026年11月20日 14:03", "11月18日 周三 08:40", "星期二 19:26", "2026/11/19 下午 3:07"}
	sent      = []string{"我不是张先生，你们打错了", "已经还了，请核对", "请不要再发了", "收到", "你是哪里？怎么有我的号码", "TD"}
)

// screens returns n different ones, the last of them long. What is in them goes by the seed.
func screens(t *testing.T, seed uint64, n int, lots ...string) []screen {
	t.Helper()
	parts := saidIn(t, lots...)
	r := rand.New(rand.NewPCG(seed, seed))
	for _, p := range parts {
		r.Shuffle(len(p), func(i, j int) { p[i], p[j] = p[j], p[i] })
	}
	next := func() said {
		p := &parts[r.IntN(len(parts))]
		require.NotEmpty(t, *p, "there are too few messages for so many pictures")
		s := (*p)[0]
		*p = (*p)[1:]
		return s
	}
	var all []screen
	for i := range n {
		p := phones[i%len(phones)]
		s := screen{
			look: looks[i%len(looks)], scheme: []string{"light", "dark"}[(i/len(looks)+i)%2], font: fonts[(i/2)%len(fonts)], sender: senders[(i+i/len(senders))%len(senders)],
			width: p.width, height: p.height, scale: p.scale, quality: qualities[r.IntN(len(qualities))], long: i == n-1,
		}
		count := 2 + r.IntN(3)
		if s.long {
			count = 14
		}
		s.items = append(s.items, bubble{kind: "when", time: whens[r.IntN(len(whens))]})
		for k := range count {
			b := bubble{kind: "in", said: next(), tight: r.IntN(4) == 0}
			if s.look == "xiaomi" || s.look == "samsung" {
				b.time = fmt.Sprintf("%d:%02d", 8+r.IntN(12), r.IntN(60))
			}
			s.items = append(s.items, b)
			switch {
			case k == count-1:
			case r.IntN(3) == 0:
				s.items = append(s.items, bubble{kind: "out", said: said{Text: sent[r.IntN(len(sent))]}})
			case r.IntN(3) == 0:
				s.items = append(s.items, bubble{kind: "when", time: whens[r.IntN(len(whens))]})
			case r.IntN(5) == 0:
				s.items = append(s.items, bubble{kind: "photo"})
			}
		}
		all = append(all, s)
	}
	return all
}

// tapped is what phones underline.
var tapped = regexp.MustCompile(`(https?://)?[a-zA-Z0-9-]+(\.[a-zA-Z0-9-]+)*\.[a-z]{2,}(/[\w\-./?=&%]*)?|\d[\d-]{6,}`)

func (s screen) html(css string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>%s body { font-family: "%s", "Noto Sans CJK SC" }</style>`, css, s.font)
	full := ""
	if s.long {
		full = " full"
	}
	initial := html.EscapeString(string([]rune(s.sender)[0]))
	fmt.Fprintf(&b, `<body class="%s %s%s"><div class="bar"><span>9:41</span><span>5G 87</span></div><div class="head"><span class="back">‹</span><span class="avatar">%s</span><span class="name">%s</span><span class="more">⋮</span></div><main>`,
		s.look, s.scheme, full, initial, html.EscapeString(s.sender))
	for i, it := range s.items {
		class := map[bool]string{true: " tight"}[it.tight]
		switch it.kind {
		case "when":
			fmt.Fprintf(&b, `<div class="item when">%s</div>`, it.time)
		case "photo":
			b.WriteString(`<div class="item row in"><div class="photo"></div></div>`)
		default:
			text := tapped.ReplaceAllString(html.EscapeString(it.Text), "<u>$0</u>")
			fmt.Fprintf(&b, `<div class="item" data-i="%d"><div class="row %s%s"><span class="who">%s</span><div class="bubble">%s</div></div>`, i, it.kind, class, initial, text)
			if it.time != "" {
				fmt.Fprintf(&b, `<div class="under %s">%s</div>`, it.kind, it.time)
			}
			b.WriteString(`</div>`)
		}
	}
	b.WriteString(`</main><div class="field"><span>＋</span><span class="box">短信</span></div></body></html>`)
	return b.String()
}

// camera takes pictures of screens.
type camera struct {
	*tab
	css, dir string
}

func newCamera(t *testing.T) camera {
	t.Helper()
	needChromium(t)
	css, err := os.ReadFile(filepath.Join("testdata", "shots", "looks.css"))
	require.NoError(t, err)
	for _, font := range fonts {
		families, err := exec.Command("fc-list", font, "family").Output()
		if err != nil || len(families) == 0 {
			t.Fatalf("the font %s is not there: apt-get install fontconfig fonts-noto-cjk fonts-wqy-microhei fonts-wqy-zenhei fonts-lxgw-wenkai", font)
		}
	}
	b := &tab{t: t}
	b.start(chromium(), desktop)
	b.do(chromedp.Navigate("about:blank"))
	return camera{b, string(css), t.TempDir()}
}

// take draws a screen and takes its picture. What does not fit on a screen is taken from it.
func (c camera) take(s screen, name string) screen {
	c.t.Helper()
	c.do(chromedp.EmulateViewport(s.width, s.height, chromedp.EmulateScale(s.scale)))
	eval[any](c.tab, fmt.Sprintf("document.open(), document.write(%s), document.close()", quoted(s.html(c.css))))
	if s.long {
		s.height = eval[int64](c.tab, "document.documentElement.scrollHeight")
		c.do(chromedp.EmulateViewport(s.width, s.height, chromedp.EmulateScale(s.scale)))
	}
	kept := eval[int](c.tab, `(() => {
		const main = document.querySelector("main"), items = [...main.children];
		while (main.scrollHeight > main.clientHeight && items.length > 2) items.pop().remove();
		return items.length;
	})()`)
	s.items = s.items[:kept]
	params := cdppage.CaptureScreenshotParams{Format: cdppage.CaptureScreenshotFormatPng}
	if s.quality > 0 {
		params.Format, params.Quality = cdppage.CaptureScreenshotFormatJpeg, &s.quality
	}
	taken, err := chromedp.Call(c.ctx, cdppage.CaptureScreenshot, params)
	require.NoError(c.t, err)
	s.picture = filepath.Join(c.dir, name)
	require.NoError(c.t, os.WriteFile(s.picture, taken.Data, 0o600))
	return s
}

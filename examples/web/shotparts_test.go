//go:build !race

package main

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// call returns what a function of a module of the page gives.
func call[T any](b *tab, module, function string, args ...any) T {
	b.t.Helper()
	data, err := json.Marshal(args)
	require.NoError(b.t, err)
	return eval[T](b, fmt.Sprintf("(async () => (await import(%s)).%s(...%s))()", quoted("/"+module), function, data))
}

func TestShotTime(t *testing.T) {
	b := open(t, desktop)
	type when struct{ Shown, Date, Clock string }
	for _, c := range []struct {
		in   string
		want *when
	}{
		{"2026年11月20日 14:03", &when{"2026年11月20日 14:03", "2026-11-20", "14:03"}},
		{"2026/11/19下午3:07", &when{"2026/11/19下午3:07", "2026-11-19", "15:07"}},
		{"2026-1-9 9：05", &when{"2026-1-9 9：05", "2026-01-09", "09:05"}},
		{"短信 · 今天 09:21", &when{"短信 · 今天 09:21", "", "09:21"}},
		{"昨天21:05", &when{"昨天21:05", "", "21:05"}},
		{"11月18日 周三 08:40", &when{"11月18日 周三 08:40", "", "08:40"}},
		{"星期二 19:26", &when{"星期二 19:26", "", "19:26"}},
		{"2026年2月28日 星期六", &when{"2026年2月28日 星期六", "2026-02-28", ""}},
		{"凌晨12:10", &when{"凌晨12:10", "", "00:10"}},
		{"中午12:10", &when{"中午12:10", "", "12:10"}},
		{"8:25 卡2", &when{"8:25 卡2", "", "08:25"}},
		{"3:07 PM", &when{"3:07 PM", "", "15:07"}},
		{"2026年2月30日 10:00", &when{"2026年2月30日 10:00", "", "10:00"}},
		{"请于11月20日前还款", nil},
		{"q:28", &when{"9:28", "", "09:28"}},
		{"25:00", nil},
		{"12", nil},
		{"10690417223866", nil},
		{"短信", nil},
		{"", nil},
	} {
		assert.Equal(t, c.want, call[*when](b, "shottime.js", "timeIn", c.in), c.in)
	}
}

func TestShotFile(t *testing.T) {
	b := open(t, desktop)
	type look struct {
		Type          string
		Width, Height int
	}
	jpeg := "\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc4\x00\x03a\xff\xc2\x00\x11\x08\x03\x20\x02\x58rest of it"
	for _, c := range []struct {
		name, bytes string
		size        int
		want        look
		refusal     string
	}{
		{"PNG", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x04\x38\x00\x00\x09\x60", 1, look{"png", 1080, 2400}, ""},
		{"a PNG that unpacks to gigabytes", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\xff\xff\x00\x00\xff\xff", 1, look{"png", 65535, 65535}, "large"},
		{"PNG, cut short", "\x89PNG\r\n\x1a\n", 1, look{Type: "png"}, ""},
		{"JPEG, its frame after other segments", jpeg, 1, look{"jpeg", 600, 800}, ""},
		{"JPEG without an end", "\xff\xd8\xff\xe0\xff\xff", 1, look{Type: "jpeg"}, ""},
		{"a large file", jpeg, 41_000_000, look{"jpeg", 600, 800}, "large"},
		{"GIF", "GIF89a\x10\x00\x20\x00", 1, look{"gif", 16, 32}, ""},
		{"WebP", "RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00\x1f\x03\x00\x57\x02\x00", 1, look{"webp", 800, 600}, ""},
		{"HEIC", "\x00\x00\x00\x18ftypheic", 1, look{Type: "heic"}, ""},
		{"AVIF", "\x00\x00\x00\x18ftypavif", 1, look{Type: "avif"}, ""},
		{"MP4", "\x00\x00\x00\x18ftypisom", 1, look{Type: "video"}, "video"},
		{"WebM", "\x1a\x45\xdf\xa3", 1, look{Type: "video"}, "video"},
		{"text", "【云杉银行】您已逾期", 1, look{}, "not_picture"},
		{"nothing", "", 0, look{}, "not_picture"},
	} {
		t.Run(c.name, func(t *testing.T) {
			codes := []int{}
			for _, x := range []byte(c.bytes) {
				codes = append(codes, int(x))
			}
			data, err := json.Marshal(codes)
			require.NoError(t, err)
			assert.Equal(t, c.want, eval[look](b, fmt.Sprintf(`import("/shotfile.js").then(({ look }) => look(new Uint8Array(%s)))`, data)))
			assert.Equal(t, c.refusal, eval[string](b, fmt.Sprintf(`import("/shotfile.js").then(({ look, refusal }) => refusal(look(new Uint8Array(%s)), %d))`, data, c.size)))
		})
	}
}

type box struct {
	X0 float64 `json:"x0"`
	Y0 float64 `json:"y0"`
	X1 float64 `json:"x1"`
	Y1 float64 `json:"y1"`
}

// A long picture is read in tiles, and a line that two of them have, once.
func TestShotDetect(t *testing.T) {
	b := open(t, desktop)
	type tile struct{ Y0, Y1, Width, Height int }
	assert.Equal(t, []tile{{0, 2400, 448, 960}}, call[[]tile](b, "shotdetect.js", "plan", 1080, 2400))
	assert.Equal(t, []tile{{0, 300, 960, 416}}, call[[]tile](b, "shotdetect.js", "plan", 700, 300))
	assert.Equal(t, []tile{{0, 40, 192, 96}}, call[[]tile](b, "shotdetect.js", "plan", 100, 40), "it is made twice as large at most")
	long := call[[]tile](b, "shotdetect.js", "plan", 1080, 12000)
	require.Greater(t, len(long), 4)
	assert.Equal(t, 0, long[0].Y0)
	assert.Equal(t, 12000, long[len(long)-1].Y1)
	for i, x := range long[1:] {
		assert.Greater(t, long[i].Y1-x.Y0, 150, "tiles overlap by more than a line")
		assert.InDelta(t, float64(x.Y1-x.Y0)/float64(x.Height), 1080.0/float64(x.Width), 0.2, "and have the same scale")
	}

	// Two bars, one faint, one that is too small.
	found := eval[[]box](b, `import("/shotdetect.js").then(({ boxes }) => {
		const map = new Float32Array(64 * 32);
		const fill = (x0, y0, x1, y1, p) => { for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) map[y * 64 + x] = p; };
		fill(10, 4, 50, 8, 0.9), fill(10, 16, 30, 20, 0.4), fill(40, 26, 42, 28, 0.9);
		return boxes(map, 64, 32);
	})`)
	require.Len(t, found, 1)
	d := 40 * 4 * 1.6 / 88
	assert.InDelta(t, 10-d, found[0].X0, 1e-3)
	assert.InDelta(t, 50+d, found[0].X1, 1e-3)
	assert.InDelta(t, 4-d, found[0].Y0, 1e-3)

	// The first tile cuts a line at its end that the second has whole.
	tiles := []map[string]int{{"y0": 0, "y1": 100}, {"y0": 80, "y1": 180}}
	lists := [][]box{{{0, 10, 50, 20}, {0, 84, 50, 94}, {0, 95, 50, 98}}, {{0, 82, 50, 94}, {0, 95, 50, 106}}}
	assert.Equal(t, []box{{0, 10, 50, 20}, {0, 84, 50, 94}, {0, 95, 50, 106}}, call[[]box](b, "shotdetect.js", "joinTiles", lists, tiles))
}

func TestShotRead(t *testing.T) {
	b := open(t, desktop)
	assert.Equal(t, "aab ", eval[string](b, `import("/shotread.js").then(({ alphabet, decode }) => {
		const steps = [1, 1, 0, 1, 2, 2, 3], scores = new Float32Array(steps.length * 4).fill(0.1);
		steps.forEach((c, t) => { scores[t * 4 + c] = 0.7; });
		return decode(scores, steps.length, 4, alphabet("a\nb\n")).map((c) => c.text).join("");
	})`))
	for text, want := range map[string][]string{
		"请登录ldbt-sl.cn登记":                              {"ldbt-sl.cn"},
		"点https://a.example.com/x?y=1，回T退订":            {"https://a.example.com/x?y=1"},
		"合同HT20260301，金额1,234.56元，3.5折，致电400-000-7788": {"HT20260301"},
		"3303********，2026/11/20，24小时，APP":             nil,
		"入口 htt ps://wjx.cn/v 填写":                      {"htt ps://wjx.cn/v"},
		"下载h×-g.dtrade.pro/app，首批":                     {"h×-g.dtrade.pro/app"},
		"请点http：//117.0.0.9/m下载":                       {"http：//117.0.0.9/m"},
		"点http://oupeng：com/s1安装":                      {"http://oupeng：com/s1"},
		"t.cn/A6xyz":                                   {"t.cn/A6xyz"},
	} {
		got := eval[[]string](b, `import("/shotread.js").then(({ links }) => links(`+quoted(text)+`).map(([from, to]) => `+quoted(text)+`.slice(from, to)))`)
		assert.ElementsMatch(t, want, got, text)
	}
	for text, want := range map[string]string{
		"联系4Q0-000-3381检修": "联系400-000-3381检修", "电138O013l000。": "电13800131000。", "合同HT2O260301": "合同HT2O260301",
		"尾号1377****20q4）": "尾号1377****2094）", "（4201****331×）": "（4201****331X）", "3×4": "3×4", "还1，29q.50元至": "还1，299.50元至", "O元下载": "0元下载", "￥1O0": "￥100", "iPhone7S元": "iPhone7S元", "351-0000221β。": "351-00002218。", "皖K***5l1": "皖K***511",
		"t.cn/12345O67": "t.cn/12345O67", "12O元": "120元", "T12O块": "T12O块", "2026-11-20": "2026-11-20",
	} {
		assert.Equal(t, want, eval[string](b, `import("/shotread.js").then(({ mended }) => mended([...`+quoted(text)+`].map((text) => ({ text, score: 1 }))).map((c) => c.text).join(""))`))
	}
	assert.Equal(t, "41***33", eval[string](b, `import("/shotread.js").then(({ joinCut }) => {
		const line = (s) => [...s].map((text, i) => ({ text, score: 1, at: i / 8 }));
		return joinCut(line("41**."), line("'*33"), 0.5).map((c) => c.text).join("");
	})`))
	assert.Equal(t, folded("HTTP：//O0l1.cn/ sS5"), call[string](b, "shotread.js", "folded", "HTTP：//O0l1.cn/ sS5"), "the test folds as the page does")
	assert.Equal(t, folded("IlOo|!DQZzBgqβ"), call[string](b, "shotread.js", "folded", "IlOo|!DQZzBgqβ"))
}

// Lines of a screen of 400 by 800: what is whose, and what is no message.
func TestShotBubbles(t *testing.T) {
	b := open(t, desktop)
	type letter struct {
		Text  string  `json:"text"`
		Score float64 `json:"score"`
		At    float64 `json:"at"`
	}
	type line struct {
		Box  box      `json:"box"`
		Of   int      `json:"of"`
		Text []letter `json:"text"`
	}
	said := func(text string, of int, x0, y0, x1 float64) line {
		l := line{Box: box{x0, y0, x1, y0 + 20}, Of: of}
		runes := []rune(text)
		for i, r := range runes {
			l.Text = append(l.Text, letter{string(r), 1, (float64(i) + 0.5) / float64(len(runes))})
		}
		return l
	}
	type region struct {
		box
		Colour []int `json:"colour"`
	}
	grey, blue := []int{233, 233, 235}, []int{10, 120, 255}
	type message struct {
		Text, Time string
	}
	type talk struct {
		Sender   string
		Sent     int
		Messages []message
	}
	ask := func(lines []line, regions []region) talk {
		data, err := json.Marshal([]any{lines, regions, 400, 800})
		require.NoError(t, err)
		return eval[talk](b, fmt.Sprintf(`import("/shotbubbles.js").then(({ conversation }) => {
			const c = conversation(...%s);
			return { sender: c.sender, sent: c.sent, messages: c.messages.map((m) => ({ text: m.lines.map((l) => l.text.map((c) => c.text).join("")).join("|"), time: m.time ? m.time.date + " " + m.time.clock : "" })) };
		})`, data))
	}
	regions := []region{{box{12, 200, 300, 260}, grey}, {box{200, 270, 388, 300}, blue}, {box{12, 340, 330, 370}, grey}, {box{60, 750, 380, 790}, []int{250, 250, 250}}, {box{4, 340, 30, 366}, blue}}
	lines := []line{
		said("9:41", -1, 20, 10, 60), said("5G 87", -1, 340, 10, 390),
		said("<10690417:", -1, 10, 60, 390), said("2026年11月20日 14:03", -1, 130, 160, 270),
		said("【云杉银行】您已", 0, 20, 205, 290), said("逾期6天。", 0, 20, 230, 150), said("你打错了", 1, 210, 275, 380),
		said("星期二 19:26", -1, 150, 310, 250), said("请还款。", 2, 20, 345, 320), said("青", 4, 6, 344, 26), said("短信", 3, 70, 760, 120), said("+", -1, 20, 760, 34),
	}
	assert.Equal(t, talk{"10690417", 1, []message{{"【云杉银行】您已|逾期6天。", "2026-11-20 14:03"}, {"请还款。", " 19:26"}}}, ask(lines, regions))

	// If colour does not tell, distance does; a time at the side belongs to what is above it.
	assert.Equal(t, talk{"", 0, []message{{"甲一|甲二", ""}, {"乙一|乙二", ""}}},
		ask([]line{said("甲一", -1, 20, 100, 200), said("甲二", -1, 20, 124, 200), said("乙一", -1, 20, 200, 200), said("乙二", -1, 20, 224, 200)}, []region{}))
	assert.Equal(t, talk{"云杉银行", 0, []message{{"请还款。", " 08:25"}}},
		ask([]line{said("云杉银行", -1, 60, 60, 160), said("请还款。", 0, 20, 205, 290), said("8:25", -1, 20, 263, 60)}, regions))
	assert.Equal(t, talk{"", 0, []message{{"请还款。", "2026-11-20 14:03"}}},
		ask([]line{said("2026年11月20日 14:03", -1, 130, 20, 270), said("请还款。", 0, 20, 205, 290)}, regions), "cut out: what is on top is no clock")
	assert.Equal(t, talk{"", 0, []message{}}, ask([]line{}, []region{}))
}

// A bubble is told from the page by ten of 255, a line beside a piece of it is one with it,
// and what reaches both sides is the page.
func TestShotRegions(t *testing.T) {
	b := open(t, desktop)
	got := eval[struct {
		Of    []int
		First box
		Lines int
	}](b, `(async () => {
		const { regions } = await import("/shotregions.js"), { joinPieces } = await import("/shotbubbles.js");
		const w = 360, h = 300, rgba = new Uint8ClampedArray(4 * w * h).fill(245);
		const fill = (x0, y0, x1, y1, v) => { for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) rgba.fill(v, 4 * (y * w + x), 4 * (y * w + x) + 3); };
		for (let i = 0; i < rgba.length; i++) rgba[i] += i * 7919 % 5 - 2; // the noise of JPEG
		fill(20, 40, 260, 120, 255), fill(20, 122, 200, 160, 255), fill(0, 200, 360, 240, 30);
		const box = (x0, y0, x1, y1) => ({ x0: 3 * x0, y0: 3 * y0, x1: 3 * x1, y1: 3 * y1 });
		const boxes = [box(30, 50, 120, 66), box(130, 50, 250, 66), box(30, 80, 240, 96), box(30, 130, 190, 150), box(40, 10, 120, 26), box(40, 210, 120, 226)];
		for (const b of boxes) for (let y = b.y0 / 3 + 4; y < b.y1 / 3 - 4; y++) for (let x = b.x0 / 3 + 4; x < b.x1 / 3 - 4; x += 2) fill(x, y, x + 1, y + 1, 0);
		const r = regions(rgba, w, h, 1 / 3, boxes);
		const { x0, y0, x1, y1 } = r.regions[r.of[0]];
		return { of: r.of.map((x) => x < 0 ? -1 : r.of.indexOf(x)), first: { x0, y0, x1, y1 }, lines: joinPieces(boxes, r.of).length };
	})()`)
	assert.Equal(t, []int{0, 0, 0, 3, -1, -1}, got.Of)
	assert.Equal(t, box{60, 120, 780, 360}, got.First)
	assert.Equal(t, 5, got.Lines)
}

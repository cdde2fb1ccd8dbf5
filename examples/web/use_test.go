//go:build !race

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

// typed is a message that is typed. Its people and numbers are invented.
const typed = "【蓝湾消费金融】温*玉女士（身份证330106********3027），您的循环贷已逾期12天，欠款2,915.80元，将联系您的家人，请致电400-000-4127。"

// TestMessage goes the whole way of a reader: types a message, says what is known,
// and reads the answer.
func TestMessage(t *testing.T) {
	b := open(t, desktop)
	b.do(chromedp.SendKeys(chromedp.CSS("#text"), typed))
	b.until(`document.body.dataset.state === "read"`)
	b.until(one("#message") + `.innerText.includes("4127")`)
	assert.Equal(t, "真假还说不准", b.text("#verdict-title"))
	assert.False(t, eval[bool](b, one("#verdict-headline")+".checkVisibility()"), "it says no more")
	assert.False(t, eval[bool](b, one("#confidence")+".checkVisibility()"), "there is no verdict to be sure of")

	// What is found is marked and named.
	type mark struct{ Text, Name, Tone string }
	assert.Equal(t, []mark{
		{"蓝湾消费金融", "机构", "who"}, {"温*玉", "姓名", "person"}, {"330106********3027", "证件号", "person"},
		{"12天", "逾期时间", "time"}, {"2,915.80元", "总额", "money"}, {"联系您的家人", "称联系家人", "threat"},
		{"请致电", "要您致电", "ask"}, {"400-000-4127", "回电号码", "reach"},
	}, eval[[]mark](b, each("#message ruby", `r => ({ Text: r.querySelector("mark").textContent, Name: r.querySelector("rt").textContent, Tone: r.querySelector("mark").className })`)))
	assert.Equal(t, typed, eval[string](b, `[...document.querySelector("#message").childNodes].map(n => n.nodeType === 3 ? n.data : [...n.querySelectorAll("mark"), n].find(e => e.matches("mark")).textContent).join("")`))
	assert.Len(t, eval[[]string](b, `[...new Set(`+each("#message mark", `m => getComputedStyle(m).backgroundColor`)+`)]`), 7, "each sort has its colour")

	// The reader is asked, and answers.
	assert.Equal(t, "要分清真假，先弄清这一件事", b.text("#next-title"))
	first := b.text("#next-text")
	assert.Equal(t, "自己打开官方App或官网（不经短信链接），看得到这笔欠款吗？", first)
	assert.Equal(t, []string{"是：欠款看来属实，发信人没有核实", "否：看来是弄错了", "不清楚：换个问题"},
		eval[[]string](b, each("#next-answers button", `e => e.children[0].textContent + "：" + e.children[1].textContent`)))
	b.click("#next-answers button[value=unknown]")
	b.until(one("#next-text") + ".textContent !== " + quoted(first))
	assert.Equal(t, "verdict", eval[string](b, "document.activeElement.id"))
	assert.Equal(t, first+"不清楚", eval[string](b, one("#given-list li")+".textContent"))
	b.click("#given-list button")
	assert.Equal(t, "shown_in_app", eval[string](b, "document.activeElement.name"))
	b.set("name", "林问渠")
	b.set("id_number", "510106199511203315")
	for _, fact := range []string{"has_account", "shown_in_app"} {
		b.click("#fact-" + fact + " label:nth-child(2)")
	}
	b.until(one("#verdict") + `.dataset.verdict === "mistake"`)
	assert.Equal(t, "很可能是弄错了", b.text("#verdict-title"))
	assert.Equal(t, "这条短信很可能发错了人，或者对方的记录有误。", b.text("#verdict-headline"))
	assert.True(t, strings.HasPrefix(b.text("#verdict-reason"), "短信中的姓名与您不符"))
	now := b.text("#verdict-text")
	assert.True(t, strings.HasPrefix(now, "先不要付款"))
	assert.Equal(t, "把握较大", b.text("#confidence"))
	assert.Equal(t, []string{"姓名：与您不符", "称呼：与您不符", "证件号：与您不符"}, eval[[]string](b, each("#fits li", "l => l.textContent")))
	b.until(one("#spoken") + `.textContent === ` + quoted("结论：这条短信很可能发错了人，或者对方的记录有误。现在："+now))

	// What to do, the first of it seen and the rest on demand.
	assert.True(t, strings.HasPrefix(b.text("#calm"), "保持冷静"))
	assert.Len(t, eval[[]string](b, each("#steps-first li", "l => l.innerText")), firstShown)
	assert.Equal(t, firstShown+1, eval[int](b, one("#steps-rest")+".start"))
	b.click("#steps-more summary")
	assert.Contains(t, b.text("#steps-rest"), "12378")
	assert.Contains(t, b.text("#never-first"), "不要点击短信里的链接")

	// The breach and its rule.
	assert.Equal(t, "发现1处", b.text("#breaches-count"))
	b.click("#breaches summary")
	assert.Contains(t, b.text("#breaches-list"), "《消费金融公司管理办法》")

	_, console := b.seen()
	assert.Empty(t, console)
}

// firstShown is how many steps are seen at first.
const firstShown = 3

// The waterfall is drawn as described: each bar begins where the last one ends, and the total is
// the distance of the two scores.
func TestWaterfallDrawn(t *testing.T) {
	b := open(t, desktop)
	b.sample("mistake")
	b.click("#why summary")
	number := func(s string) float64 {
		n, err := strconv.ParseFloat(strings.TrimPrefix(strings.ReplaceAll(strings.Fields(s)[0], "−", "-"), "+"), 64)
		require.NoError(t, err)
		return n
	}
	bits := func(selector string) (all []float64) {
		for _, s := range eval[[]string](b, each(selector+" .bits", "e => e.firstChild.data")) {
			all = append(all, number(s))
		}
		return all
	}
	scores := bits("#stories")
	require.Len(t, scores, 4)
	best := slices.Max(scores)
	assert.Equal(t, "为什么更像“发错人或记录有误”，而不是“诈骗”", b.text("#waterfall-title"))

	check := func(lead float64) {
		t.Helper()
		rows := bits("#waterfall")
		total := rows[len(rows)-1]
		sum := 0.0
		for _, x := range rows[:len(rows)-1] {
			sum += x
		}
		assert.InDelta(t, total, sum, 0.05*float64(len(rows)), "of rounded rows")
		assert.InDelta(t, lead, total, 0.11)
		type bar struct{ Left, Right, From, To float64 }
		bars := eval[[]bar](b, each("#waterfall li:not(.sum) .bar", `e => {
			const at = (c, side) => e.querySelector(c).getBoundingClientRect()[side];
			return { Left: at(".amount", "left"), Right: at(".amount", "right"), From: at(".above", "left"), To: at(".below", "left") };
		}`))
		require.NotEmpty(t, bars)
		for i, r := range bars {
			assert.InDelta(t, min(r.From, r.To), r.Left, 2.5)
			assert.InDelta(t, max(r.From, r.To), r.Right, 2.5)
			assert.Equal(t, rows[i] < 0, r.To < r.From, "left is against")
			if i > 0 {
				assert.InDelta(t, bars[i-1].To, r.From, 1)
			}
		}
	}
	check(best - scores[3])

	// Another story, by the keyboard: it is told against the best of all.
	b.do(chromedp.Focus(chromedp.CSS("#stories input:checked")), chromedp.KeyEvent(kb.ArrowUp))
	b.until(one("#waterfall-title") + `.textContent === "为什么不太像“属实”，而更像“发错人或记录有误”"`)
	assert.Equal(t, "genuine", eval[string](b, "document.activeElement.value"))
	check(scores[0] - best)
}

// The letter and the record are what the library writes, and come as files.
func TestPapers(t *testing.T) {
	b := open(t, desktop)
	dir := t.TempDir()
	_, err := chromedp.CallBrowser(b.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: dir})
	require.NoError(t, err)
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		_, err = chromedp.CallBrowser(b.ctx, browser.SetPermission, browser.SetPermissionParams{Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted})
		require.NoError(t, err)
	}
	b.sample("mistake")
	b.click("#letter-mistake summary")
	letter := b.text("#letter-mistake pre")
	assert.Contains(t, letter, "致：青禾消费金融")
	assert.Contains(t, letter, "申请人：林问渠")
	assert.Contains(t, letter, "2026年11月20日21时05分")
	assert.NotContains(t, letter, "510106199511203315")

	b.click("#letter-mistake .copy")
	b.until(one("#letter-mistake [role=status]") + `.textContent === "已复制"`)
	assert.Equal(t, letter, eval[string](b, "navigator.clipboard.readText()"))
	b.click("#letter-mistake .save")
	assert.Equal(t, letter, string(download(t, dir, "异议申请书.txt")))

	b.click("#record summary")
	b.click("#record-save")
	record, err := remedy.ParseRecord(download(t, dir, "dunsms-*.json"))
	require.NoError(t, err)
	require.NoError(t, record.Verify())
	assert.Equal(t, eval[string](b, one("#text")+".value"), record.Message)
	assert.Equal(t, "2026-11-20T21:05:00+08:00", record.ReceivedAt.Format(time.RFC3339))
	assert.Contains(t, letter, record.MessageSHA256)
	_, console := b.seen()
	assert.Empty(t, console)
}

// download waits for a file and returns what is in it.
func download(t *testing.T, dir, pattern string) (data []byte) {
	t.Helper()
	require.Eventually(t, func() bool {
		names, err := filepath.Glob(filepath.Join(dir, pattern))
		require.NoError(t, err)
		if len(names) != 1 {
			return false
		}
		data, err = os.ReadFile(names[0])
		return err == nil && len(data) > 0
	}, patience, 20*time.Millisecond)
	return data
}

// The page requests its own files and then nothing more, whatever is done; and the browser refuses
// it all connections.
func TestCutOff(t *testing.T) {
	b := open(t, desktop)
	loaded, _ := b.seen()
	assert.ElementsMatch(t, []string{
		"/", "/style.css", "/page.js", "/dom.js", "/words.js", "/known.js", "/verdict.js", "/marked.js", "/why.js", "/papers.js",
		"/next.js", "/install.js", "/files.js", "/shot.js", "/shotfile.js", "/shotfound.js", "/shotread.js", "/module.js", "/tables.js", "/wasm_exec.js", "/dunsms.wasm",
	}, loaded)
	assert.Equal(t, "短信不会离开这台设备：本页已断开一切连接", b.text("#privacy"))
	for _, key := range []string{"mistake", "scam", "other"} {
		b.sample(key)
		b.click("[data-lang=en]")
		b.click("[data-lang=zh]")
	}
	requests, console := b.seen()
	assert.Equal(t, loaded, requests)
	assert.Equal(t, len(loaded), b.served())
	assert.Empty(t, console)

	for _, try := range []string{
		`fetch("/")`, `fetch("https://example.com/")`, `fetch("/", { method: "POST", body: "x" })`,
		`new Promise((ok, no) => { const x = new XMLHttpRequest(); x.onload = ok; x.onerror = no; x.open("GET", "/"); x.send(); })`,
		`new Promise((ok, no) => { const s = new EventSource("/"); s.onopen = ok; s.onerror = no; })`,
		`new Promise((ok, no) => { const s = new WebSocket(location.origin.replace("http", "ws")); s.onopen = ok; s.onerror = no; })`,
	} {
		assert.Equal(t, "refused", eval[string](b, `(async () => { try { await `+try+`; return "connected" } catch { return "refused" } })()`), try)
	}
	assert.Equal(t, len(loaded), b.served(), "nothing has left the browser")
	_, console = b.seen()
	assert.NotEmpty(t, console, "Chromium tells that it refused")
	for _, line := range console {
		assert.Contains(t, line, "Content Security Policy")
	}
}

// The state of the page for no text, too much text, and text that is no notice.
func TestOtherInput(t *testing.T) {
	b := open(t, desktop)
	answer := func() []bool {
		return eval[[]bool](b, `["steps", "never-first", "marked", "why", "breaches", "record", "sources", "next", "confidence"].map(id => document.getElementById(id).checkVisibility())`)
	}
	only := func(shown ...bool) []bool { return append(shown, make([]bool, 9-len(shown))...) }
	for _, c := range []struct {
		name, text, state, title string
		shown                    []bool
	}{
		{"too long", strings.Repeat("逾期", parser.MaxBytes/6+1), "too_long", "这段文字太长了", only()},
		{"huge", strings.Repeat("您已逾期25天。", 100_000), "too_long", "这段文字太长了", only()},
		{"empty again", "", "empty", "没有什么必须马上做", only(true, true)},
		{"white space", " \n ", "empty", "没有什么必须马上做", only(true, true)},
		{"chat", "明天下午三点老地方见，别忘了带书。", "read", "不是逾期通知", only(true, true, true, true, false, false, true)},
		{"a reminder", "【云杉银行】您的账单应还1,280.00元，还款日为12月8日，请按时还款。", "read", "还款提醒，没有说逾期", only(true, true, true, true, false, false, true)},
		{"a receipt", "【云杉银行】您尾号0417的借款已成功还款500.00元。", "read", "收付款通知，不是催款", only(true, true, true, true, false, false, true)},
		{"HTML", `<img src=x onerror="document.title='no'"> 您的贷款已逾期6天`, "read", "真假还说不准", only(true, true, true, true, false, true, true, true)},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.set("text", c.text)
			b.until(one("#verdict-title") + ".textContent === " + quoted(c.title))
			assert.Equal(t, c.state, b.state())
			assert.Equal(t, c.shown, answer())
		})
	}
	assert.Equal(t, `<img src=x onerror="document.title='no'"> 您的贷款已逾期6天`, eval[string](b, `[...document.querySelectorAll("#message rt, #message rp")].forEach(e => e.remove()) || document.querySelector("#message").textContent`))
	assert.Equal(t, "收到催款短信？先别急", eval[string](b, "document.title"))
	_, console := b.seen()
	assert.Empty(t, console)
}

// The language changes all that is said and nothing that was given.
func TestLanguage(t *testing.T) {
	b := open(t, desktop)
	assert.Equal(t, "zh-CN", eval[string](b, "document.documentElement.lang"))
	b.sample("identity_theft")
	b.click("#letter-identity_theft summary")
	b.unfold(true)
	text := eval[string](b, one("#text")+".value")
	b.click("[data-lang=en]")
	assert.Equal(t, "en", eval[string](b, "document.documentElement.lang"))
	assert.Equal(t, "Someone may have borrowed in your name", b.text("#verdict-title"))
	assert.Equal(t, "Records show a loan that you do not recognise. It may be identity theft, but it is not known yet whose account the money went to.", b.text("#verdict-headline"))
	assert.Equal(t, "true", eval[string](b, one("[data-lang=en]")+".ariaPressed"))
	assert.Equal(t, text, eval[string](b, one("#text")+".value"))
	assert.True(t, eval[bool](b, one("#fact-has_account input[value=no]")+".checked"))
	assert.True(t, eval[bool](b, one("#letter-identity_theft")+".open"))

	// Nothing Chinese is left but the message, the letter, what the reader gave, the
	// name of the language, and names in the steps and sources.
	left := eval[[]string](b, `(() => {
		const found = [], walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walk.nextNode()) {
			const n = walk.currentNode;
			if (/[\u4e00-\u9fff]/.test(n.data) && n.parentElement.checkVisibility() && !n.parentElement.closest("mark, #message, pre, [data-lang=zh], #sources-list, #breaches-list .hint, .steps, noscript")) found.push(n.data);
		}
		return found;
	})()`)
	assert.Empty(t, left)
	b.click("[data-lang=zh]")
	assert.Equal(t, "记录里有一笔您不认的借款：可能是身份被冒用，但钱到了谁的账户还没有查明。", b.text("#verdict-headline"))
}

// An example replaces the reader's message without losing it.
func TestExamples(t *testing.T) {
	b := open(t, desktop)
	b.set("text", typed)
	b.set("name", "林问渠")
	b.until(`document.body.dataset.state === "read"`)
	b.click("#next-answers button[value=yes]")
	said := each("#questions input[value=yes]:checked", "e => e.name")
	before := eval[[]string](b, said)
	assert.Len(t, before, 1)
	assert.False(t, eval[bool](b, one("#own")+".checkVisibility()"))
	for _, key := range []string{"scam", "genuine"} {
		b.click("#samples button[value=" + key + "]")
		b.until(one("#verdict") + ".dataset.verdict === " + quoted(key))
		assert.False(t, eval[bool](b, one("#given")+".checkVisibility()"), "nothing was answered for it")
	}
	b.click("#own")
	b.until(one("#text") + ".value === " + quoted(typed))
	assert.Equal(t, "林问渠", eval[string](b, one("#name")+".value"))
	assert.Equal(t, before, eval[[]string](b, said))
	b.until("!" + one("#own") + ".checkVisibility()")
}

// settled is longer than the page waits for typing to rest.
const settled = 300 * time.Millisecond

// A field that cannot be read says so when it is left, and the answer stays.
func TestWrongField(t *testing.T) {
	b := open(t, desktop)
	b.sample("undetermined")
	b.click("#known summary")
	b.do(chromedp.SendKeys(chromedp.CSS("#id_number"), "51010619951120331"))
	time.Sleep(settled)
	assert.Empty(t, b.text("#id_number-wrong"), "it is being typed")
	b.do(chromedp.Focus(chromedp.CSS("#phone")))
	b.until(one("#id_number-wrong") + `.textContent === "应是18位（老证15位），请核对。"`)
	assert.Equal(t, "true", eval[string](b, one("#id_number")+".ariaInvalid"))
	assert.Equal(t, "真假还说不准", b.text("#verdict-title"))
	eval[any](b, one("#next-answers button")+".focus()")
	time.Sleep(settled)
	assert.Equal(t, "BUTTON", eval[string](b, "document.activeElement.tagName"), "the focus is not taken away")
	b.set("id_number", "510106199511203315")
	b.until(one("#id_number-wrong") + `.textContent === ""`)
	assert.Equal(t, "false", eval[string](b, one("#id_number")+".ariaInvalid"))
}

// The module answers malformed questions quietly.
func TestWrongCall(t *testing.T) {
	b := open(t, desktop)
	for _, args := range []string{``, `"{"`, `"[]"`, `1`, `'{"text":1}'`, `'{"facts":{"repaid":"perhaps"}}'`, `'{"received_at":"yesterday"}'`, `"{}", "{}"`} {
		assert.Equal(t, `{"state":"failed"}`, eval[string](b, "dunsms.answer("+args+")"), args)
		assert.Empty(t, eval[string](b, "dunsms.record("+args+")"), args)
	}
	assert.Empty(t, eval[string](b, `dunsms.record(JSON.stringify({ text: "逾期".repeat(9000) }))`))
	assert.Contains(t, eval[string](b, `dunsms.answer("{}")`), `"state":"empty"`)
	_, console := b.seen()
	assert.Empty(t, console)
}

// If the module does not run, the page says so and is cut off as well.
func TestUnloaded(t *testing.T) {
	needChromium(t)
	p, err := newPage(module{wasm: []byte("\x00asm, but broken"), exec: thePage(t)["/wasm_exec.js"].data})
	require.NoError(t, err)
	b := openPage(t, p, desktop)
	assert.Equal(t, "程序没能运行", b.text("#verdict-title"))
	assert.Equal(t, "unloaded", b.state())
	b.set("text", typed)
	time.Sleep(settled)
	assert.Equal(t, "程序没能运行", b.text("#verdict-title"))
	assert.Equal(t, "refused", eval[string](b, `fetch("/").then(() => "connected", () => "refused")`))
}

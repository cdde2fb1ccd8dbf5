//go:build !race

package main

import (
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms/examples/internal/contrast"
	"github.com/dunsms/dunsms/internal/slow"
)

func TestContrast(t *testing.T) {
	slow.Skip(t)
	b := open(t, desktop)
	for _, v := range views {
		b.see(v)
		for _, key := range []string{"", "mistake", "scam", "identity_theft", "genuine", "undetermined", "other"} {
			t.Run(fmt.Sprint(v, "/", key), func(t *testing.T) {
				if key == "" {
					b.clear()
				} else {
					b.sample(key)
				}
				b.unfold(true)
				got := eval[struct {
					Low    []string
					Looked int
				}](b, contrast.Script)
				assert.Empty(t, got.Low)
				assert.Greater(t, got.Looked, 50)
			})
		}
	}
}

// The measure of contrast finds what is too faint.
func TestContrastIsMeasured(t *testing.T) {
	slow.Skip(t)
	b := open(t, desktop)
	eval[any](b, `document.querySelector("h1").style.color = "#949494"; document.querySelector(".intro > p").style.color = "rgba(0, 0, 0, 0.4)"; document.querySelector("#text").style.borderColor = "#ddd"`)
	low := eval[[]string](b, contrast.Script+".Low")
	require.Len(t, low, 3)
	for i, what := range []string{"收到催款短信？先别急。 2.", "把短信贴进来", "edge of text"} {
		assert.Contains(t, low[i], what)
	}
}

// What can be used has a role and a name for a screen reader, in both languages.
func TestNames(t *testing.T) {
	slow.Skip(t)
	b := open(t, desktop)
	b.sample("mistake")
	b.unfold(true)
	for _, lang := range []string{"zh", "en"} {
		b.click("[data-lang=" + lang + "]")
		tree, err := chromedp.Call(b.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
		require.NoError(t, err)
		count := map[string]int{}
		for _, n := range tree.Nodes {
			if n.Ignored || n.Role == nil {
				continue
			}
			role := strings.Trim(string(n.Role.Value), `"`)
			count[role]++
			switch role {
			case "button", "textbox", "radio", "link", "radiogroup", "RootWebArea", "heading", "region", "DisclosureTriangle", "InputTime", "Date", "DateTime":
				assert.False(t, n.Name == nil || len(strings.Trim(string(n.Name.Value), `" `)) == 0, "%s %s in %s", role, n.NodeID, lang)
			}
		}
		assert.Equal(t, 1, count["main"])
		assert.Equal(t, 1, count["banner"])
		assert.GreaterOrEqual(t, count["status"], 1)
		assert.GreaterOrEqual(t, count["radio"], 12*3+4)
		assert.GreaterOrEqual(t, count["textbox"], 5)
		assert.GreaterOrEqual(t, count["heading"], 10)
	}
	assert.NotContains(t, eval[[]string](b, each("fieldset", "f => f.querySelector('legend').textContent")), "")
	assert.Empty(t, eval[[]string](b, each("textarea, input:not([type=radio])", `e => e.autocomplete === "off" && (e.spellcheck === false || ["tel", "datetime-local"].includes(e.type)) ? "" : e.id`)+".filter(Boolean)"),
		"the browser keeps nothing and sends nothing to be spelled")
	levels := eval[[]int](b, each("h1, h2, h3, h4", "h => Number(h.tagName[1])"))
	assert.Equal(t, 1, levels[0])
	for i, level := range levels[1:] {
		assert.LessOrEqual(t, level, levels[i]+1, "no level is left out")
		assert.Greater(t, level, 1)
	}
	assert.Empty(t, eval[[]string](b, each("[id]", "e => e.id")+".filter((id, i, all) => all.indexOf(id) !== i)"))
}

// Everything can be done by keyboard, in reading order, and the focus is visible.
func TestKeyboard(t *testing.T) {
	slow.Skip(t)
	b := open(t, desktop)
	b.sample("undetermined")
	eval[any](b, one("#known")+".open = true")
	eval[any](b, "document.activeElement.blur(), scrollTo(0, 0), getSelection().removeAllRanges()")
	b.do(chromedp.Focus(chromedp.CSS(".skip")))
	assert.Equal(t, "跳到结论", eval[string](b, "document.activeElement.textContent"))
	assert.True(t, eval[bool](b, one(".skip")+".getBoundingClientRect().top >= 0"), "it is seen when it has the focus")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until(`document.activeElement.id === "answer"`)

	var order []string
	b.do(chromedp.Focus(chromedp.CSS(".skip")))
	for range 200 {
		b.do(chromedp.KeyEvent(kb.Tab))
		e := eval[struct {
			Name    string
			Outline bool
		}](b, `(e => ({
			Name: e.id || e.name || e.dataset.lang || e.closest("[id]")?.id || e.tagName,
			Outline: [e, e.nextElementSibling, e.parentElement].some((x) => x && getComputedStyle(x).outlineStyle === "solid") || e.tagName === "A",
		}))(document.activeElement)`)
		if e.Name == "BODY" {
			break
		}
		assert.True(t, e.Outline, "%s is seen to have the focus", e.Name)
		if len(order) == 0 || order[len(order)-1] != e.Name {
			order = append(order, e.Name)
		}
	}
	assert.Equal(t, []string{
		"zh", "en", "SUMMARY", "clear", "text", "samples", "known", "harmed", "has_account", "received_money", "shown_in_app", "lender_confirms",
		"sender_confirmed", "number_on_other_record", "on_credit_report", "repaid", "amount_agrees", "knows_named", "overseas_ties",
		"name", "id_number", "phone", "sender", "received_at",
		"why", "next-answers", "steps-more", "never-more", "record", "sources",
	}, order)

	// From a question that is asked to its answer, without a mouse.
	b.do(chromedp.Focus(chromedp.CSS("#next-answers button[value=no]")), chromedp.KeyEvent(kb.Enter))
	b.until(`document.activeElement.id === "verdict"`)
	b.until(one("#fact-has_account input[value=no]") + ".checked")
	b.do(chromedp.Focus(chromedp.CSS("#given-list button")), chromedp.KeyEvent(kb.Enter))
	b.until(`document.activeElement.name === "has_account"`)
	b.do(chromedp.KeyEvent(kb.ArrowUp))
	b.until(one("#fact-has_account input[value=yes]") + ".checked")
	b.do(chromedp.Focus(chromedp.CSS("#why summary")), chromedp.KeyEvent(" "))
	b.until(one("#why") + ".open")
}

// On a phone, even a very small one, nothing is wider than the screen, and the answer is within
// reach while it is out of sight.
func TestNarrow(t *testing.T) {
	slow.Skip(t)
	b := open(t, view{390, 844, "light"})
	for _, width := range []int64{390, 320} {
		b.see(view{width, 640, "light"})
		for _, key := range []string{"mistake", "scam", "identity_theft"} {
			for _, lang := range []string{"en", "zh"} {
				b.unfold(false)
				b.sample(key)
				b.click("[data-lang=" + lang + "]")
				b.unfold(true)
				assert.LessOrEqual(t, eval[int](b, "document.documentElement.scrollWidth"), int(width), "%s %s", key, lang)
			}
		}
	}
	b.unfold(false)
	b.see(view{320, 440, "light"})
	eval[any](b, "scrollTo(0, 0)")
	b.until(one("#peek") + ".checkVisibility()")
	assert.Equal(t, b.text("#verdict-title"), b.text("#peek"))
	b.click("#peek")
	b.until(one("#verdict") + ".getBoundingClientRect().top < 100")
	b.until("!" + one("#peek") + ".checkVisibility()")
	eval[any](b, "scrollTo(0, document.body.scrollHeight)")
	eval[any](b, "scrollTo(0, 0)")
	b.until(one("#peek") + ".checkVisibility()")
	assert.True(t, eval[bool](b, `[...document.querySelectorAll("button, summary, .choices label")].filter(e => e.checkVisibility()).every(e => e.getBoundingClientRect().height >= 24)`), "wide enough for a finger: WCAG 2.5.8")
}

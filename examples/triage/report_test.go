package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/marked"
	"github.com/dunsms/dunsms/parser"
)

// reportOf runs the program with -report and returns the page.
func reportOf(t *testing.T, in string, args ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	got := runProgram(t, strings.NewReader(in), append(args, "-report", file)...)
	require.Equal(t, exitOK, got.status, got.errors)
	page, err := os.ReadFile(file)
	require.NoError(t, err)
	return string(page)
}

// The page is one file that loads nothing, runs nothing and links nowhere, whatever
// the messages hold.
func TestReportIsSelfContained(t *testing.T) {
	page := reportOf(t, "【某某金融】<script>alert(1)</script>您已逾期3天，请点击https://a.example/\"><img src=x>还款100元，加微信ab\u202e_12345\n", "-format", "text")
	for _, tag := range regexp.MustCompile(`<[a-zA-Z][^>]*>`).FindAllString(page, -1) {
		assert.NotRegexp(t, `(?i)^<(script|img|image|use|link|iframe|a|base|object|form)\b|\s(src|href|style|on\w+)=`, tag)
	}
	assert.NotRegexp(t, `url\(|@import`, pageCSS)
	for what, want := range map[string]string{
		"the text as it is":                               "&lt;script&gt;alert(1)&lt;/script&gt;",
		"no character that turns the text round":          `<mark class="signal">·<small>`,
		"the very bytes that the policy allows":           "<style>" + pageCSS + "</style>",
		"a policy that allows nothing but these":          `content="default-src &#39;none&#39;; style-src &#39;sha256-`,
		"no numbers that a phone would make to be dialed": `<meta name="format-detection" content="telephone=no">`,
	} {
		assert.True(t, strings.Contains(page, want), what)
	}
}

// The counts, what was left out, and the order of the messages.
func TestReportOrder(t *testing.T) {
	data, err := os.ReadFile("testdata/phone.xml")
	require.NoError(t, err)
	page := reportOf(t, string(data), "-recipient", "testdata/me.json", "-lang", "en")
	assert.Contains(t, page, "10 messages were read. Left out: 1 not received, 1 without text.")
	assert.Contains(t, page, "7 are worth a look, the most urgent first.")
	assert.Regexp(t, `<tr class="scam"><th scope="row">a scam</th><td>2</td><td class="none">0</td><td class="none">0</td><td>1</td><td>3</td></tr>`, page)
	var order []string
	for _, m := range regexp.MustCompile(`<article class="(\w+)">`).FindAllStringSubmatch(page, -1) {
		order = append(order, m[1])
	}
	assert.Equal(t, []string{"scam", "scam", "scam", "mistake", "mistake", "undetermined", "undetermined"}, order)
	assert.Contains(t, page, "😥", "emoji in halves")
	assert.NotContains(t, page, "明天见", "what is no notice is counted alone")

	page = reportOf(t, string(data), "-only", "scam", "-lang", "en")
	assert.Equal(t, 3, strings.Count(page, "<article"))
	assert.Contains(t, page, "Only these are listed: scam.")
	assert.Contains(t, page, "10 messages were read.", "all are counted")

	page = reportOf(t, "明天见\n")
	assert.Contains(t, page, "没有要看的")
}

// However many there are, the worst are kept, and no more.
func TestReportKeepsTheWorst(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	page := &report{}
	var all []*finding
	for i := range 5000 {
		r := &dunsms.Report{Line: i + 1}
		r.Assessment.Verdict = badness[rng.IntN(len(badness))]
		r.Assessment.Lead = float64(rng.IntN(5))
		r.Breaches = make([]conduct.Breach, rng.IntN(3))
		all = append(all, &finding{report: r})
		page.add(all[i])
		require.LessOrEqual(t, len(page.worst), maxShown)
	}
	slices.SortFunc(all, worse)
	slices.SortFunc(page.worst, worse)
	assert.Equal(t, all[:maxShown], []*finding(page.worst))
	assert.Equal(t, 5000, page.listed)

	in := strings.Repeat("【某某金融】您已逾期3天，请还款100元。\n", maxShown+50)
	html := reportOf(t, in)
	assert.Contains(t, html, fmt.Sprintf("有%d条值得看，这里只列最要紧的%d条。", maxShown+50, maxShown))
	assert.Equal(t, maxShown, strings.Count(html, "<article"))
}

// A verdict or a kind that is added later is counted, in a row or a column of its own.
func TestReportOfUnknownWords(t *testing.T) {
	s := newSummary()
	s.counts[kindVerdict{"new_kind", "new_verdict"}] = 3
	v := (&report{checker: new(dunsms.Checker)}).view(s)
	assert.Equal(t, []string{"逾期通知", "还款提醒", "收付款通知", "其他短信", "new_kind"}, v.Kinds)
	assert.Equal(t, countRow{"new_verdict", "new_verdict", []int{0, 0, 0, 0, 3, 3}}, v.Counts[len(v.Counts)-1])
}

// An existing page stays until the new one is complete, and nothing else is left.
func TestReportIsWhole(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "page.html")
	const before = "<!DOCTYPE html>old"
	require.NoError(t, os.WriteFile(file, []byte(before), 0o644))
	files := func() (names []string) {
		entries, err := os.ReadDir(dir)
		require.NoError(t, err)
		for _, e := range entries {
			names = append(names, e.Name())
		}
		return names
	}
	in := filepath.Join(t.TempDir(), "in.csv")
	require.NoError(t, os.WriteFile(in, []byte("秘8812\n"), 0o600))
	got := runProgram(t, nil, "-format", "csv", "-report", file, in)
	assert.Equal(t, exitFailed, got.status)
	assert.Contains(t, got.errors, "the first line has no column for text")
	assert.NotRegexp(t, "秘|8812", strings.ReplaceAll(got.errors, filepath.Dir(in), "")) // whose number may be anything
	old, err := os.ReadFile(file)
	require.NoError(t, err)
	assert.Equal(t, before, string(old))
	assert.Equal(t, []string{"page.html"}, files())

	// A file that is no page may be the only copy of the messages.
	inbox := "text\n您已逾期3天\n"
	require.NoError(t, os.WriteFile(in, []byte(inbox), 0o600))
	got = runProgram(t, nil, "-report", in, in)
	assert.Equal(t, exitFailed, got.status)
	assert.Contains(t, got.errors, "-report names an existing file that is not a page")
	kept, err := os.ReadFile(in)
	require.NoError(t, err)
	assert.Equal(t, inbox, string(kept))
	assert.Equal(t, exitOK, runProgram(t, strings.NewReader("您已逾期3天\n"), "-f", "-report", in).status, "who wants it replaced may")

	require.Equal(t, exitOK, runProgram(t, strings.NewReader("您已逾期3天\n"), "-report", file).status)
	info, err := os.Stat(file)
	require.NoError(t, err)
	assert.Greater(t, info.Size(), int64(1000))
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "it holds messages")
	assert.Equal(t, []string{"page.html"}, files())

	for _, name := range []string{dir, filepath.Join(dir, "none", "page.html"), os.DevNull} {
		got := runProgram(t, strings.NewReader("您已逾期3天\n"), "-report", name)
		assert.Equal(t, exitFailed, got.status, name)
		assert.Empty(t, got.out, "it is known before anything is read")
	}
}

func TestPieces(t *testing.T) {
	text := "ab逾期3天cd"
	span := func(from, to int) parser.Span { return parser.Span{Start: from, End: to} }
	assert.Equal(t, []marked.Piece{{Text: text}}, pieces(text, nil))
	assert.Empty(t, pieces("", nil))
	assert.Equal(t, []marked.Piece{
		{Text: "ab"},
		{Text: "逾期", Tone: toneTime, Names: []string{"cue"}},
		{Text: "3天", Tone: toneSum, Names: []string{"whole"}},
		{Text: "c", Tone: toneSum, Names: []string{"long", "over"}},
		{Text: "d"},
	}, pieces(text, []mark{
		{Span: span(2, 12), Tone: toneSum, Name: "whole"}, {Span: span(2, 8), Tone: toneTime, Name: "cue"}, {Span: span(2, 13), Tone: toneWho, Name: "long"}, {Span: span(8, 13), Tone: toneSum, Name: "over"},
	})[:5])
}

// worth has a place for each verdict but the one that is not shown.
func TestBadness(t *testing.T) {
	for _, v := range jsonl.Verdicts {
		assert.Equal(t, v != classify.NotANotice, slices.Contains(badness, v), v)
	}
}

package main

import (
	"cmp"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/marked"
)

//go:embed report.html
var pageHTML string

//go:embed report.css
var pageCSS string

var pageTemplate = sync.OnceValue(func() *template.Template { return framed(pageHTML) })

// pageView is what a page shows.
type pageView struct {
	frame

	Messages, Bad, Listed, Shown int

	LeftOut string
	Only    string
	Kinds   []string
	Counts  []countRow
	Found   []foundView
}

// countRow is a verdict with how many messages of each kind have it.
type countRow struct {
	Class, Name string
	Numbers     []int // by kind, then the total
}

// foundView is what is shown of a message.
type foundView struct {
	plain.Summary
	Class, Sure string
	Place       []string // line, sender, time, as far as they are known
	Text        []marked.Piece
	Why         []reason
	Breaches    []breachView
	Questions   []plain.Question
	Steps       []stepView
}

// reason is a piece of evidence, with the bits that it counts for the leading story.
type reason struct {
	Code  string
	Text  string
	Bits  string // "" if it counts nothing
	Class string // for or against
	Width int    // out of 100, which stands for 8 bits or more
	Lines string // lines of the messages that show it, if only many do
}

// breachView is a broken rule on collection.
type breachView struct {
	Text, Source string
	Lines        string // lines of the messages that break it, on the page of matters
}

// stepView is something to do.
type stepView struct{ Haste, Text string }

// view returns what the page shows.
func (p *report) view(s summary) pageView {
	lang := p.settings.lang
	v := pageView{
		frame:    p.newFrame("page", pageCSS),
		Messages: s.messages(), Bad: s.bad, Listed: p.listed, Shown: len(p.worst),
		Only: words(lang).only(p.settings.only),
	}
	v.LeftOut = v.leftOut(s.leftOut)
	v.count(s)
	rules := cmp.Or(p.checker.Rules, conduct.Builtin())
	for _, f := range p.worst {
		v.Found = append(v.Found, v.found(f, rules))
	}
	return v
}

// leftOut says how many messages were left out, and why.
func (w words) leftOut(counts map[string]int) string {
	var left []string
	for _, why := range slices.Sorted(maps.Keys(counts)) {
		left = append(left, fmt.Sprintf(w.of("left_out", why), counts[why]))
	}
	return strings.Join(left, w.pick("，", ", "))
}

// count makes the table of counts, the worst first. Verdicts and kinds not known here come last.
func (v *pageView) count(s summary) {
	kinds := withOthers(jsonl.Kinds, s.kinds())
	for _, k := range kinds {
		v.Kinds = append(v.Kinds, v.name(plain.Kind, string(k)))
	}
	order := slices.Clone(badness)
	slices.Reverse(order)
	for _, verdict := range withOthers(append(order, classify.NotANotice), s.verdicts()) {
		row := countRow{Class: string(verdict), Name: v.name(plain.Verdict, string(verdict))}
		all := 0
		for _, k := range kinds {
			n := s.counts[kindVerdict{k, verdict}]
			row.Numbers = append(row.Numbers, n)
			all += n
		}
		row.Numbers = append(row.Numbers, all)
		v.Counts = append(v.Counts, row)
	}
}

// withOthers returns the words of order, then other words that were counted.
func withOthers[W ~string](order []W, counts map[W]int) []W {
	order = slices.Clone(order)
	for _, w := range slices.Sorted(maps.Keys(counts)) {
		if !slices.Contains(order, w) {
			order = append(order, w)
		}
	}
	return order
}

// found returns what is shown of a message.
func (v *pageView) found(f *finding, rules *conduct.Tables) foundView {
	a := f.report.Assessment
	view := foundView{
		Summary: plain.Of(a, &f.report.Notice, f.report.Steps, remedy.Lang(v.words)), Class: a.Verdict.String(),
		Place: v.place(f.message, f.report.Line), Text: pieces(f.message.Text, marksOf(&f.report.Notice, v.words)),
		Sure: v.sure(a), Why: v.why(a),
	}
	for _, b := range f.report.Breaches {
		view.Breaches = append(view.Breaches, breachView{Text: cmp.Or(rules.Explain(b.Rule, string(v.words)), b.Rule), Source: b.Source})
	}
	view.Questions = view.Ask[:min(len(view.Ask), asked)]
	view.Steps = v.steps(view.Do)
	return view
}

// sure says how sure a verdict is, "" if there is no verdict.
func (w words) sure(a classify.Assessment) string {
	if a.Confidence.String() == string(classify.ConfidenceNone) {
		return ""
	}
	return w.name(plain.Confidence, a.Confidence.String())
}

// why returns the reasons for a verdict, the weightiest first.
func (w words) why(a classify.Assessment) (all []reason) {
	for _, e := range a.Evidence {
		if e.Code == "PRIOR" {
			continue
		}
		bits := e.Counted.Of(a.Leading)
		r := reason{Code: e.Code, Text: e.Explain(string(w)), Width: int(min(math.Abs(bits)/8, 1) * 100)}
		switch {
		case bits > 0:
			r.Class = "for"
		case bits < 0:
			r.Class = "against"
		}
		if bits != 0 {
			r.Bits = fmt.Sprintf("%+.1f", bits)
		}
		all = append(all, r)
	}
	slices.SortStableFunc(all, func(a, b reason) int { return cmp.Compare(b.Width, a.Width) })
	return all
}

// steps returns what is to be done.
func (w words) steps(do []remedy.Step) (all []stepView) {
	for _, s := range do {
		if s.List == "calm" {
			continue // it is shown once, at the head of the page
		}
		step := stepView{Text: s.Text}
		if s.Within != "" {
			step.Haste = w.name(plain.Within, s.Within)
		}
		all = append(all, step)
	}
	return all
}

// only names what -only asks for: kinds and verdicts. In English their words are names.
func (w words) only(all []string) string {
	var names []string
	for _, word := range all {
		name := w.name(plain.Verdict, word)
		if name == word {
			name = w.name(plain.Kind, word)
		}
		names = append(names, w.pick(name, word))
	}
	return strings.Join(names, w.pick("、", ", "))
}

// china is the time zone of all China.
var china = time.FixedZone("UTC+8", 8*60*60)

// place returns on which line a message is, who sent it and when it came.
func (v *pageView) place(m dunsms.Message, line int) []string {
	all := []string{fmt.Sprintf(v.of("head", "line"), line)}
	if m.ID != "" {
		all = append(all, v.of("head", "id")+" "+strings.Map(visible, m.ID))
	}
	if m.Sender != "" {
		all = append(all, strings.Map(visible, m.Sender))
	}
	if !m.ReceivedAt.IsZero() {
		all = append(all, m.ReceivedAt.In(china).Format("2006-01-02 15:04"))
	}
	return all
}

// pieces cuts a text at the bounds of marks, for a page to show.
func pieces(text string, marks []mark) []marked.Piece {
	all := marked.Cut(text, marks)
	for i, p := range all {
		all[i].Text = strings.Map(shown, p.Text)
	}
	return all
}

// shown is visible, except that it keeps line ends.
func shown(r rune) rune {
	if r == '\n' {
		return r
	}
	return visible(r)
}

// renderPage writes the page.
func renderPage(w io.Writer, v pageView) error { return pageTemplate().Execute(w, v) }

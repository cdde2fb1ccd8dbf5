package main

import (
	"cmp"
	_ "embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/marked"
	"github.com/dunsms/dunsms/examples/internal/timeline"
	"github.com/dunsms/dunsms/parser"
)

//go:embed matters.html
var mattersHTML string

//go:embed matters.css
var mattersCSS string

var mattersTemplate = sync.OnceValue(func() *template.Template { return framed(mattersHTML) })

// The widths, in pixels, of the two pictures of a timeline. A page shows the one that fits.
const narrowPicture, widePicture = 330, 700

// maxMembers is the most messages of a matter that a page shows.
const maxMembers = 200

// mattersView is what the page of matters shows.
type mattersView struct {
	frame

	Messages, Phones, Bad, Listed, Shown int

	LeftOut string
	Only    string
	Matters []matterView
	Open    []string // messages about which something could not be settled
}

// Verdict names a verdict for the template.
func (v mattersView) Verdict(word classify.Verdict) string {
	return v.name(plain.Verdict, string(word))
}

// matterView is what is shown of a matter.
type matterView struct {
	plain.Summary
	ID, Class, Verdict string
	Lender, Number     string   // for the list
	Place              []string // phone, number of messages, days, how sure
	Claim              []labelled
	Narrow, Wide       template.HTML // the timeline
	Steps              []stepView
	Questions          []plain.Question
	Letters            []letterView
	Breaches           []breachView
	Why                []reason
	Count              string
	Members            []memberView
	More               string
}

// labelled is one or more values under a label.
type labelled struct {
	Name   string
	Values []string
}

// letterView is a letter, with a link to save it as a file.
type letterView struct {
	Title, Text, Name string
	Href              template.URL
}

// memberView is what is shown of a message of a matter.
type memberView struct {
	Place []string
	Text  []marked.Piece
}

// mattersView returns what the page shows.
func (p *report) mattersView(s summary) mattersView {
	lang := p.settings.lang
	p.keepWorst()
	v := mattersView{
		frame:    p.newFrame("matters", pageCSS+mattersCSS+timeline.CSS),
		Messages: s.messages(), Phones: s.phones, Bad: s.bad, Listed: p.listed, Shown: len(p.matters),
		LeftOut: words(lang).leftOut(s.leftOut), Only: words(lang).only(p.settings.only),
	}
	for _, l := range p.open {
		v.Open = append(v.Open, v.openText(l))
	}
	parse := parser.Parse
	if p.checker.Parser != nil {
		parse = p.checker.Parser.Parse
	}
	rules := cmp.Or(p.checker.Rules, conduct.Builtin())
	for i, f := range p.matters {
		v.Matters = append(v.Matters, v.matter(f, fmt.Sprint("t", i+1), rules, parse))
	}
	return v
}

// matter returns what is shown of a matter.
func (v *mattersView) matter(f *foundMatter, id string, rules *conduct.Tables, parse func(string) (*parser.Notice, error)) matterView {
	m := f.report
	a := m.Assessment
	t := v.timelineOf(m)
	view := matterView{
		Summary: summaryOf(f.report, remedy.Lang(v.words)), ID: id, Class: a.Verdict.String(),
		Verdict: v.name(plain.Verdict, a.Verdict.String()), Lender: strings.Map(visible, m.Lender),
		Number: v.number(len(m.Members)), Claim: v.claim(m, f.several),
		// Package timeline escapes all texts.
		Narrow: template.HTML(t.SVG(narrowPicture, id+"n")), Wide: template.HTML(t.SVG(widePicture, id+"w")),
		Why: v.why(a), Count: fmt.Sprintf(v.of("matters", "messages"), len(m.Members)),
	}
	view.Steps, view.Questions = v.steps(view.Do), view.Ask[:min(len(view.Ask), asked)]
	view.Place = v.matterPlace(f)
	for i := range view.Why {
		if at := slices.IndexFunc(m.Shown, func(s matter.Shown) bool { return s.Code == view.Why[i].Code }); at >= 0 {
			view.Why[i].Lines = v.lines(f, m.Shown[at].Messages)
		}
	}
	for _, b := range m.Breaches {
		view.Breaches = append(view.Breaches, breachView{cmp.Or(rules.Explain(b.Rule, string(v.words)), b.Rule), b.Source, v.lines(f, b.Messages)})
	}
	for _, l := range lettersOf(f) {
		view.Letters = append(view.Letters, letterViewOf(l))
	}
	members := m.Members
	if more := len(members) - maxMembers; more > 0 {
		members = members[more:]
		view.More = fmt.Sprintf(v.of("matters", "more"), more)
	}
	for i := range members {
		of := memberView{Place: v.memberPlace(f, &members[i])}
		var marks []mark
		if n, err := parse(members[i].Text); err == nil { // it was read before
			marks = marksOf(n, v.words)
		}
		of.Text = pieces(members[i].Text, marks)
		view.Members = append(view.Members, of)
	}
	return view
}

// letterViewOf returns a letter with a link that contains it, so that the page loads nothing.
func letterViewOf(l remedy.Letter) letterView {
	name, data := l.File()
	return letterView{l.Title, l.Text, name, template.URL("data:text/plain;charset=utf-8;base64," + base64.StdEncoding.EncodeToString(data))}
}

// matterPlace says on which phone a matter is, how many messages it has and from which days, and
// how sure its verdict is.
func (w words) matterPlace(f *foundMatter) (all []string) {
	if f.several {
		all = append(all, w.of("claim", "phone")+" "+fmt.Sprintf(w.of("matters", "phone"), f.phone))
	}
	all = append(all, w.number(len(f.report.Members)))
	if first, last := span(f.report.Members); first == last && first != "" {
		all = append(all, first)
	} else if first != "" {
		all = append(all, fmt.Sprintf(w.of("timeline", "span"), first, last))
	}
	if sure := w.sure(f.report.Assessment); sure != "" {
		all = append(all, sure)
	}
	return all
}

// memberPlace says on which line a message is, who sent it, when it came, and what it has in
// common with the others.
func (w words) memberPlace(f *foundMatter, m *matter.Member) []string {
	all := []string{w.lineNames(f, m.Messages)}
	if m.ID != "" {
		all = append(all, w.of("head", "id")+" "+strings.Map(visible, m.ID))
	}
	if !m.ReceivedAt.IsZero() {
		all = append(all, m.ReceivedAt.In(china).Format("2006-01-02 15:04"))
	}
	who := w.of("writer", writer(m))
	if m.Sender != "" {
		who += " " + strings.Map(visible, m.Sender)
	}
	all = append(all, who)
	for _, code := range m.Links {
		if !strings.Contains(code, "DIFFER") { // only links that speak for the matter
			all = append(all, w.of("link", code))
		}
	}
	return all
}

// mostLines is the most lines that are named in one place.
const mostLines = 12

// lines names the lines of messages, as in "see line 3, line 5".
func (w words) lines(f *foundMatter, lines []int) string {
	if len(lines) == 0 {
		return ""
	}
	return fmt.Sprintf(w.of("matters", "lines"), w.lineNames(f, lines))
}

func (w words) lineNames(f *foundMatter, lines []int) string {
	var names []string
	for _, line := range lines[:min(len(lines), mostLines)] {
		names = append(names, w.lineName(line, f.places.of(line)))
	}
	if len(lines) > mostLines {
		names = append(names, "…")
	}
	return strings.Join(names, w.pick("、", ", "))
}

// lineName names a line, with its file if there are several.
func (w words) lineName(line int, at *place) string {
	if at != nil {
		return fmt.Sprintf(w.of("matters", "file_line"), at.File, at.Line)
	}
	return fmt.Sprintf(w.of("head", "line"), line)
}

// openText says what could not be settled about a message.
func (w words) openText(l openLine) string {
	return w.lineName(l.Message, l.Place) + w.pick("：", ": ") + w.of("open", string(l.Reason))
}

// dayIn returns the day of a time in China.
func dayIn(t time.Time) string { return t.In(china).Format(time.DateOnly) }

// renderMatters writes the page.
func renderMatters(w io.Writer, v mattersView) error { return mattersTemplate().Execute(w, v) }

// summaryOf returns the summary of a matter.
func summaryOf(m *dunsms.MatterReport, lang remedy.Lang) plain.Summary {
	s := plain.Of(m.Assessment, &m.Notice, m.Steps, lang)
	if len(m.Members) > 1 {
		return s.OfMany()
	}
	return s
}

package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/classify/plain"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/identity"
)

// page is an explanation being written.
type page struct {
	strings.Builder
	words
	rules *conduct.Tables
}

// explain returns what was found for a person to read, most important first. It ends with an empty
// line.
func explain(m dunsms.Message, r *dunsms.Report, lang remedy.Lang, rules *conduct.Tables) []byte {
	p := &page{words: words(lang), rules: cmp.Or(rules, conduct.Builtin())}
	said := plain.Of(r.Assessment, &r.Notice, r.Steps, lang)
	p.title(r.Line, r.ID)
	p.verdict(r.Assessment, said)
	p.steps(said)
	p.questions(said.Ask)
	p.head("message")
	drawMarked(&p.Builder, m.Text, marksOf(&r.Notice, p.words))
	p.head("kind")
	p.item("", p.name(plain.Kind, string(r.Notice.Kind)))
	p.comparison(r.Comparison)
	p.breaches(r.Breaches)
	p.evidence(r.Assessment)
	p.WriteByte('\n')
	return []byte(p.String())
}

// pages writes explanations, a page for each message.
type pages struct {
	lang  remedy.Lang
	rules *conduct.Tables
}

func (pages) head() []byte { return nil }

func (p pages) message(m dunsms.Message, r *dunsms.Report) ([]byte, error) {
	return explain(m, r, p.lang, p.rules), nil
}

func (p pages) bad(number int, id string, bad *jsonl.Error) ([]byte, error) {
	return explainError(number, id, bad, p.lang), nil
}

// explainError says why a line was not read.
func explainError(number int, id string, bad *jsonl.Error, lang remedy.Lang) []byte {
	p := &page{words: words(lang)}
	p.title(number, id)
	p.labelled("error", p.name(plain.Error, string(bad.Code)))
	p.item("", bad.Message)
	p.WriteByte('\n')
	return []byte(p.String())
}

// title begins a message.
func (p *page) title(number int, id string) {
	title := fmt.Sprintf("== "+p.of("head", "line"), number)
	if id != "" {
		title += p.pick("，", ", ") + p.of("head", "id") + " " + strings.Map(visible, id)
	}
	for _, l := range wrap(title, pageWidth) {
		p.WriteString(l + "\n")
	}
	p.WriteByte('\n')
}

// head begins a part.
func (p *page) head(key string) { p.WriteString("\n" + p.of("head", key) + p.pick("：", ":") + "\n") }

// item writes a paragraph after a sign.
func (p *page) item(sign, text string) {
	indent := strings.Repeat(" ", width(sign))
	for i, l := range wrap(strings.Map(visible, text), pageWidth-2-len(indent)) {
		if i > 0 {
			sign = indent
		}
		p.WriteString("  " + sign + strings.TrimRight(l, " ") + "\n")
	}
}

// comparison says how the person named fits the recipient, field by field.
func (p *page) comparison(c identity.Comparison) {
	p.head("comparison")
	compared := false
	for _, f := range c.Fields {
		if f.Outcome == identity.Unknown {
			continue
		}
		compared = true
		p.item("", p.name(plain.Field, string(f.Field))+p.pick("：", ": ")+p.name(plain.Outcome, f.Outcome.String()))
	}
	if !compared {
		p.item("", p.of("head", "no_claim"))
	}
}

// evidence says what the verdict rests on and then, for those who want to know, what each piece
// weighs; bits are shown nowhere else. The last line of the waterfall is left out: it is the
// verdict, which is given above.
func (p *page) evidence(a classify.Assessment) {
	p.head("evidence")
	for _, e := range a.Evidence {
		p.item("- ", e.Explain(string(p.words)))
	}
	p.head("waterfall")
	rows := strings.SplitAfter(a.String(), "\n")
	for _, row := range rows[:len(rows)-1] {
		p.WriteString("  " + row)
	}
}

// verdict says what the message is and how surely, why, what to do now, whether the sender may be
// followed, and what else it may be.
func (p *page) verdict(a classify.Assessment, said plain.Summary) {
	p.item("", said.Headline)
	if said.Reason != "" {
		p.labelled("reason", said.Reason)
	}
	p.labelled("now", said.Now)
	p.labelled("sender", p.name(plain.Sender, a.Sender.Status.String()))
	if said.Leaning != "" {
		p.labelled("towards", p.name(plain.Verdict, string(said.Leaning)))
	}
	for _, story := range said.Also {
		p.labelled("also", p.name(plain.Verdict, string(story)))
	}
}

// labelled writes a paragraph after its label.
func (p *page) labelled(key, text string) { p.item("", p.of("head", key)+p.pick("：", ": ")+text) }

// questions asks for the facts that would change most and says what each is good for.
func (p *page) questions(asks []plain.Question) {
	if len(asks) == 0 {
		return
	}
	p.head("ask")
	for i, a := range asks[:min(len(asks), asked)] {
		sign := fmt.Sprintf("%d. ", i+1)
		p.item(sign, a.Text)
		p.item(strings.Repeat(" ", len(sign)), a.Why)
	}
}

// asked is the most questions that are put at once.
const asked = 3

// breaches names the broken rules, each with its source.
func (p *page) breaches(all []conduct.Breach) {
	if len(all) == 0 {
		return
	}
	p.head("breaches")
	for _, b := range all {
		p.item("- ", cmp.Or(p.rules.Explain(b.Rule, string(p.words)), b.Rule))
		p.item("  ", fmt.Sprintf("%s [%s, %s]", b.Source, b.Trust, b.Checked))
	}
	p.item("", p.of("head", "breach_note"))
}

// steps says what to do, and then what not to do.
func (p *page) steps(said plain.Summary) {
	if len(said.Do) > 0 {
		p.head("do")
	}
	for i, s := range said.Do {
		text := s.Text
		if s.Within != "" {
			text = p.pick("【", "[") + p.name(plain.Within, s.Within) + p.pick("】", "] ") + text
		}
		p.item(fmt.Sprintf("%d. ", i+1), text)
	}
	if len(said.Dont) > 0 {
		p.head("dont")
	}
	for _, s := range said.Dont {
		p.item("- ", s.Text)
	}
}

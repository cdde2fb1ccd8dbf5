package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
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

// explain says what was found for a person to read, and ends with an empty line.
func explain(m dunsms.Message, r *dunsms.Report, lang remedy.Lang, rules *conduct.Tables) []byte {
	p := &page{words: words(lang), rules: cmp.Or(rules, conduct.Builtin())}
	p.title(r.Line, r.ID)
	drawMarked(&p.Builder, m.Text, marksOf(&r.Notice, p.words))
	p.head("kind")
	p.item("", p.of("kind", string(r.Notice.Kind)))
	p.comparison(r.Comparison)
	p.head("waterfall")
	for row := range strings.Lines(r.Assessment.String() + "\n") {
		p.WriteString("  " + row)
	}
	p.evidence(r.Assessment.Evidence)
	p.verdict(r.Assessment)
	p.questions(r.Assessment.AskNext)
	p.breaches(r.Breaches)
	p.steps(r.Steps)
	p.WriteByte('\n')
	return []byte(p.String())
}

// explainError says why a line was not read.
func explainError(number int, id string, bad *jsonl.Error, lang remedy.Lang) []byte {
	p := &page{words: words(lang)}
	p.title(number, id)
	p.item("", p.of("head", "error")+p.pick("：", ": ")+p.of("error", string(bad.Code))+" ("+bad.Message+")")
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

// item writes a paragraph behind a sign.
func (p *page) item(sign, text string) {
	indent := strings.Repeat(" ", width(sign))
	for i, l := range wrap(strings.Map(visible, text), pageWidth-2-len(indent)) {
		if i > 0 {
			sign = indent
		}
		p.WriteString("  " + sign + strings.TrimRight(l, " ") + "\n")
	}
}

// comparison says how the person spoken of fits the recipient, field by field.
func (p *page) comparison(c identity.Comparison) {
	p.head("comparison")
	compared := false
	for _, f := range c.Fields {
		if f.Outcome == identity.Unknown {
			continue
		}
		compared = true
		p.item("", fmt.Sprintf("%s%s%s (%+.1f)", p.of("field", string(f.Field)), p.pick("：", ": "), p.of("comparison", f.Outcome.String()), f.Bits))
	}
	if !compared {
		p.item("", p.of("head", "no_claim"))
	}
}

// evidence says what the codes of the waterfall mean.
func (p *page) evidence(all []classify.Evidence) {
	p.head("evidence")
	for _, e := range all {
		p.item(fmt.Sprintf("%-24s ", e.Code), e.Explain(string(p.words)))
	}
}

// leans are the bits of lead under which nothing is said of where it leans to: the
// prior alone makes more than half of them.
const leans = 2

// verdict says what it is, how sure that is, and what else it may be.
func (p *page) verdict(a classify.Assessment) {
	p.head("verdict")
	text := p.of("verdict", a.Verdict.String())
	if a.Confidence.String() != string(classify.ConfidenceNone) {
		text += p.pick("（", " (") + p.of("confidence", a.Confidence.String()) + p.pick("）", ")")
	}
	p.item("", text)
	if a.Verdict.String() == string(classify.Undetermined) && a.Lead >= leans {
		p.item("", p.of("head", "towards")+p.pick("：", ": ")+p.of("story", a.Leading.String()))
	}
	for _, story := range []classify.Verdict{classify.Mistake, classify.IdentityTheft, classify.Scam} {
		if story != a.Verdict && a.Finding(story).Likely {
			p.item("", p.of("head", "also")+p.pick("：", ": ")+p.of("story", story.String()))
		}
	}
}

// questions asks for the facts that would change most.
func (p *page) questions(asks []classify.Ask) {
	if len(asks) == 0 {
		return
	}
	p.head("ask")
	for i, a := range asks {
		p.item(fmt.Sprintf("%d. ", i+1), p.of("fact", a.Fact))
	}
}

// breaches names the rules that are broken, each with its source.
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

// steps says what to do, and then what never to do.
func (p *page) steps(all []remedy.Step) {
	const never = "never"
	p.head("steps")
	number := 0
	for i, s := range all {
		if s.List == never {
			if i == 0 || all[i-1].List != never {
				p.head(never)
			}
			p.item("- ", s.Text)
			continue
		}
		number++
		text := s.Text
		if s.Within != "" {
			text = p.pick("【", "[") + p.of("head", s.Within) + p.pick("】", "] ") + text
		}
		p.item(fmt.Sprintf("%d. ", number), text)
	}
}

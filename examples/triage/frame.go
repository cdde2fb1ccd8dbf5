package main

import (
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"

	"github.com/dunsms/dunsms/classify/remedy"
)

//go:embed frame.html
var frameHTML string

// framed returns the template of a page within the frame of all pages.
func framed(page string) *template.Template {
	return template.Must(template.Must(template.New("page").Parse(frameHTML)).Parse(page))
}

// frame is what the frame of a page shows.
type frame struct {
	words
	Title  string
	Style  template.CSS
	Policy string // a Content-Security-Policy that allows the style and nothing else
	Calm   []remedy.Step
}

// newFrame returns the frame of a page; part is the part of words.tsv with its title.
func (p *report) newFrame(part, style string) frame {
	lang := p.settings.lang
	return frame{
		words: words(lang), Title: words(lang).of(part, "title"), Style: template.CSS(style), Policy: policy(style),
		Calm: cmp.Or(p.checker.Tables, remedy.Builtin()).List("calm", lang),
	}
}

// Of gives the template the words of the table.
func (f frame) Of(part, word string) string { return f.of(part, word) }

// policy returns the Content-Security-Policy that allows this style and nothing else.
func policy(style string) string {
	hash := sha256.Sum256([]byte(style))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"
}

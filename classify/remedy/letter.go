package remedy

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"text/template"
	"time"
	"unicode"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

//go:embed data/*.tmpl
var letterFiles embed.FS

//go:embed data/renamed.tsv
var renamedTable []byte

// renamed returns the former names of lenders, by the name of now.
var renamed = sync.OnceValue(func() map[string]string {
	former := map[string]string{}
	_ = rows("renamed", nil, renamedTable, 2, func(f []string) string { // a test reads the embedded table
		former[f[0]] = f[1]
		return ""
	})
	return former
})

// templates are those of data/*.tmpl.
var templates = sync.OnceValues(func() (*template.Template, error) {
	return template.ParseFS(letterFiles, "data/*.tmpl")
})

// ErrNoLetter says that there is no letter for the matter: only a mistake and
// identity theft have one, whatever the verdict also who is said to be a guarantor or
// borrowed as a minor; and none goes to a court, a mediator, a law firm or the police,
// who are answered in their procedure.
var ErrNoLetter = errors.New("remedy: no letter for this verdict")

// errLetter stands for an error of a template, whose own text may quote values.
var errLetter = errors.New("remedy: letter cannot be written")

// Case is what a letter is filled from. The zero Case gives a letter of blanks.
// It holds personal data; under fmt and slog it shows its matter alone.
type Case struct {
	// Matter is what to object to, classify.Mistake or classify.IdentityTheft;
	// "" for the verdict of the assessment. Of two matters at once each has its
	// own letter: see TwoMatters.
	Matter     classify.Verdict
	Notice     *parser.Notice
	Profile    identity.Profile
	Assessment classify.Assessment
	Facts      classify.Facts
	Sender     string
	ReceivedAt time.Time // told in Chinese time
	Date       time.Time // of the letter; zero leaves a blank
	// MessageSHA256 is that of a record of the message, if there is one; what is
	// no such hash is left out.
	MessageSHA256 string
}

// Objection writes the written objection (异议申请书) to the lender, in Chinese. For
// a mistake it demands that the number be corrected or deleted and that contact stop,
// and gives neither ID number nor a copy of the card; where the record is the
// applicant's own, that the account be corrected. For identity theft it objects to the
// loan and demands its papers, with a list of attachments and a caution about copies.
// Guarantors and minors who borrowed have theirs, see the circumstances.
//
// What is not known is a blank, ____, and what only the applicant can say a box, □, to
// be filled by hand. Where no lender is named, it asks whoever collects for whom it
// acts. The letter is to be read before it is sent. The error is [ErrNoLetter].
func Objection(c Case) (string, error) {
	given := Builtin().Circumstances(c.situation())
	form := c.form(given)
	if form == "" {
		return "", ErrNoLetter
	}
	return c.write(form, given)
}

// The forms, each a template.
const (
	formMistake         = "mistake"
	formIdentityTheft   = "identity_theft"
	formGuarantor       = "guarantor"
	formMinor           = "minor"
	formCreditObjection = "credit_objection"
)

// inProcedure are those who get no letter: they are answered in their procedure.
var inProcedure = []Circumstance{Court, Forum, LawFirm, Organ}

// form returns the form of the objection to the lender, "" for none.
func (c Case) form(given []Circumstance) string {
	has := func(of ...Circumstance) bool {
		return slices.ContainsFunc(of, func(k Circumstance) bool { return slices.Contains(given, k) })
	}
	matter := c.matter()
	switch matter {
	case classify.Mistake, classify.IdentityTheft, classify.Genuine, classify.Undetermined:
	default:
		return ""
	}
	switch {
	case has(inProcedure...):
		return ""
	case has(Minor) && c.Facts.HasAccount == classify.Yes:
		return formMinor
	case has(Guarantor) && c.Facts.HasAccount != classify.Yes:
		return formGuarantor
	case matter == classify.Mistake:
		return formMistake
	case matter == classify.IdentityTheft:
		return formIdentityTheft
	}
	return ""
}

func (c Case) matter() classify.Verdict {
	if c.Matter != "" {
		return c.Matter
	}
	return verdictOf(c.Assessment)
}

func (c Case) situation() Situation {
	return Situation{Notice: c.Notice, Recipient: c.Profile, Assessment: c.Assessment, Facts: c.Facts, ReceivedAt: c.ReceivedAt}
}

func (c Case) write(form string, given []Circumstance) (string, error) {
	t, err := templates()
	if err != nil { // a test reads the embedded templates
		return "", errLetter
	}
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, form+".tmpl", c.letter(given)); err != nil {
		return "", errLetter
	}
	return b.String(), nil
}

// Format shows the matter alone, whatever the verb.
func (c Case) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, c.hidden()) }

// LogValue shows slog the matter alone.
func (c Case) LogValue() slog.Value { return slog.StringValue(c.hidden()) }

func (c Case) hidden() string {
	switch c.Matter {
	case classify.Mistake, classify.IdentityTheft:
		return "case of " + string(c.Matter)
	}
	return "case"
}

// letter is what the templates see: strings, blank where not known, and what the
// facts and the evidence say.
type letter struct {
	Lender, Name, ID, Phone, Sender, Received, Date string
	// ShownName and the others are as the message writes them; "" where it does
	// not.
	ShownName, ShownID, ShownPhone, ShownAmount, ShownOverdue string
	SHA256                                                    string
	// Unnamed is whether the message names no lender. AsksWhom is whether who writes
	// has to say for whom it acts.
	Unnamed, AsksWhom bool
	// Reporter is the lender as far as it can have reported the debt: no collector.
	Reporter string

	facts    classify.Facts
	evidence []classify.Evidence
	given    []Circumstance
}

// blank is filled by hand.
const blank = "____"

// unnamedLender is to whom a letter goes where no lender is named.
const unnamedLender = blank + "（向本人催收的机构）"

func (c Case) letter(given []Circumstance) letter {
	l := letter{
		Lender: blank, Name: orBlank(c.Profile.Name), ID: orBlank(c.Profile.ID.Reveal()), Phone: blank,
		Sender: orBlank(c.Sender), Received: "____年__月__日__时__分", Date: "____年__月__日",
		facts: c.Facts, evidence: c.Assessment.Evidence, given: given,
	}
	l.Unnamed = l.Is(string(UnknownLender))
	l.AsksWhom = l.Unnamed || l.Is(string(SoldLoan)) || l.Is(string(Collector)) && (c.Notice.Lender == nil || c.Notice.Lender.Canonical == "")
	if len(c.Profile.Phones) == 1 { // of several it is not known which the message came to
		l.Phone = orBlank(c.Profile.Phones[0])
	}
	if !c.ReceivedAt.IsZero() {
		l.Received = c.ReceivedAt.In(beijing).Format("2006年01月02日15时04分")
	}
	if !c.Date.IsZero() {
		l.Date = c.Date.In(beijing).Format("2006年01月02日")
	}
	if sum, err := hex.DecodeString(c.MessageSHA256); err == nil && len(sum) == sha256.Size {
		l.SHA256 = c.MessageSHA256
	}
	l.quote(c.Notice)
	if l.Unnamed {
		l.Lender = unnamedLender
	}
	l.Reporter = l.Lender
	if l.AsksWhom || slices.ContainsFunc(inProcedure, func(k Circumstance) bool { return slices.Contains(given, k) }) {
		l.Reporter = blank
	}
	return l
}

// quote fills in what the message itself says.
func (l *letter) quote(n *parser.Notice) {
	if n == nil {
		return
	}
	if n.Lender != nil {
		l.Lender = orBlank(n.Lender.Text)
		if name := n.Lender.Canonical; name != "" {
			l.Lender = orBlank(name)
			if before := renamed()[name]; before != "" {
				l.Lender += "（原" + before + "）"
			}
		}
	}
	if n.Name != nil {
		l.ShownName = plain(n.Name.Text)
	}
	if n.MaskedID != nil {
		l.ShownID = plain(n.MaskedID.Text)
	}
	if n.Phone != nil {
		l.ShownPhone = plain(n.Phone.Text)
	}
	if n.Amount != nil {
		l.ShownAmount = plain(n.Amount.Text)
	}
	if n.Overdue != nil {
		l.ShownOverdue = plain(n.Overdue.Text)
	}
}

// beijing is the zone of the times in a letter.
var beijing = time.FixedZone("UTC+8", 8*60*60)

// Has reports whether a fact, by its JSON key, is answered with yes.
func (l letter) Has(fact string) bool {
	f := facts[fact]
	return f != nil && f(l.facts) == classify.Yes
}

// Lacks reports whether a fact is answered with no.
func (l letter) Lacks(fact string) bool {
	f := facts[fact]
	return f != nil && f(l.facts) == classify.No
}

// Is reports whether a circumstance holds.
func (l letter) Is(circumstance string) bool {
	return slices.Contains(l.given, Circumstance(circumstance))
}

// Shows reports whether the assessment has one of these pieces of evidence.
func (l letter) Shows(codes ...string) bool {
	return slices.ContainsFunc(l.evidence, func(e classify.Evidence) bool { return slices.Contains(codes, e.Code) })
}

func orBlank(s string) string {
	if s = plain(s); s == "" {
		return blank
	}
	return s
}

// maxShown is how many characters of the message one place of a letter takes.
const maxShown = 60

// plain returns s on one line, without what does not show, held to maxShown
// characters: a message is not to lay out the letter.
func plain(s string) string {
	var out []rune
	for _, c := range s {
		switch {
		case unicode.IsSpace(c):
			c = ' '
		case !unicode.IsPrint(c):
			continue
		}
		if len(out) == maxShown {
			out = append(out, '…')
			break
		}
		out = append(out, c)
	}
	return strings.TrimSpace(string(out))
}

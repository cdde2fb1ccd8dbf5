package remedy

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

//go:embed data/renamed.tsv
var renamedTable []byte

// renamed returns the former names of lenders, by their present name.
var renamed = sync.OnceValue(func() map[string]string {
	former := map[string]string{}
	_ = rows("renamed", nil, renamedTable, 2, func(f []string) string { // a test reads the embedded table
		former[f[0]] = f[1]
		return ""
	})
	return former
})

// ErrNoLetter means that there is no letter for the matter. There is one for a mistake, for
// identity theft and, also if the verdict is Genuine or Undetermined, for recipients who are
// called guarantors or who borrowed as minors. There is none to a court, a mediator, a law firm or
// a public organ: these are answered in their own procedure.
var ErrNoLetter = errors.New("remedy: no letter for this verdict")

// errLetter means that the embedded letters cannot be read.
var errLetter = errors.New("remedy: letter cannot be written")

// Case is what a letter is filled from; what it does not have is left blank. It holds personal
// data; under fmt and slog it shows only its matter.
type Case struct {
	// Matter is what to object to, classify.Mistake or classify.IdentityTheft; "" means the
	// verdict of the assessment. If there are two matters at once, each has its own letter: see
	// TwoMatters.
	Matter     classify.Verdict
	Notice     *parser.Notice
	Profile    identity.Profile
	Assessment classify.Assessment
	Facts      classify.Facts
	Sender     string
	ReceivedAt time.Time // written in Chinese time
	Date       time.Time // of the letter; the zero time leaves a blank
	// MessageSHA256 is the hash in a [Record] of the message, if there is one; what is not a
	// SHA-256 in hexadecimal is left out.
	MessageSHA256 string
}

// Objection writes the letter of objection (异议申请书) to the lender, in Chinese. For a mistake it
// demands that the number be corrected or deleted and that contact stop, and gives neither the ID
// number nor a copy of the card; if the record is the applicant's own, it demands that the account
// be corrected. For identity theft it objects to the loan and demands its papers, with a list of
// attachments and a caution about copies. Guarantors and minors who borrowed have letters of their
// own.
//
// What is not known is a blank, ____, and what only the applicant can say is a box, □; both are to
// be filled in by hand. If no lender is named, the letter asks the collector for whom it acts. The
// letter is to be read before it is sent. If there is none, the error is [ErrNoLetter].
func Objection(c Case) (string, error) {
	given := Builtin().Circumstances(c.situation())
	form := c.form(given)
	if form == "" {
		return "", ErrNoLetter
	}
	return c.write(form, given)
}

// The forms, each a file in data/letters.
const (
	formMistake         = "mistake"
	formIdentityTheft   = "identity_theft"
	formGuarantor       = "guarantor"
	formMinor           = "minor"
	formCreditObjection = "credit_objection"
)

// inProcedure are those who get no letter: they are answered in their own procedure.
var inProcedure = []Circumstance{Court, Forum, LawFirm, Organ}

// form returns the form of the objection to the lender, "" for none.
func (c Case) form(given []Circumstance) string {
	matter := c.matter()
	switch matter {
	case classify.Mistake, classify.IdentityTheft, classify.Genuine, classify.Undetermined:
	default:
		return ""
	}
	switch {
	case has(given, inProcedure...):
		return ""
	case has(given, Minor) && c.Facts.HasAccount == classify.Yes:
		return formMinor
	case has(given, Guarantor) && c.Facts.HasAccount != classify.Yes:
		return formGuarantor
	case matter == classify.Mistake:
		return formMistake
	case matter == classify.IdentityTheft:
		return formIdentityTheft
	}
	return ""
}

// has reports whether given contains one of the circumstances of.
func has(given []Circumstance, of ...Circumstance) bool {
	return slices.ContainsFunc(of, func(k Circumstance) bool { return slices.Contains(given, k) })
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
	letters, err := letterLines()
	if err != nil { // a test reads the embedded letters
		return "", errLetter
	}
	asksWhom := c.asksWhom(given)
	known := c.known(!asksWhom && !has(given, inProcedure...))
	besides := map[string][]string{"asks_whom": {"no"}}
	if asksWhom {
		besides["asks_whom"] = []string{"yes"}
	}
	for _, e := range c.Assessment.Evidence {
		besides["evidence"] = append(besides["evidence"], e.Code)
	}
	for place, value := range known {
		if value != "" {
			besides["filled"] = append(besides["filled"], place)
		}
	}
	s := setting{verdicts: []string{string(c.matter())}, facts: c.Facts, circumstances: setOf(given...), besides: besides}
	return fill(letters[form], s, known), nil
}

// Format shows only the matter, whatever the verb.
func (c Case) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, c.hidden()) }

// LogValue shows slog only the matter.
func (c Case) LogValue() slog.Value { return slog.StringValue(c.hidden()) }

func (c Case) hidden() string {
	switch c.Matter {
	case classify.Mistake, classify.IdentityTheft:
		return "case of " + string(c.Matter)
	}
	return "case"
}

// blank is to be filled in by hand.
const blank = "____"

// asksWhom reports whether the letter asks the sender for whom it acts.
func (c Case) asksWhom(given []Circumstance) bool {
	return has(given, UnknownLender, SoldLoan) || has(given, Collector) && (c.Notice.Lender == nil || c.Notice.Lender.Canonical == "")
}

// known returns what fills the places of a letter; places that are not known are "" or missing.
// Reports is whether the lender may have reported the debt.
func (c Case) known(reports bool) map[string]string {
	known := map[string]string{
		"name": plain(c.Profile.Name), "id": plain(c.Profile.ID.Reveal()), "sender": plain(c.Sender),
	}
	if len(c.Profile.Phones) == 1 { // if there are several, it is not known which one the message came to
		known["phone"] = plain(c.Profile.Phones[0])
	}
	if !c.ReceivedAt.IsZero() {
		known["received"] = c.ReceivedAt.In(beijing).Format("2006年01月02日15时04分")
	}
	if !c.Date.IsZero() {
		known["date"] = c.Date.In(beijing).Format("2006年01月02日")
	}
	if sum, err := hex.DecodeString(c.MessageSHA256); err == nil && len(sum) == sha256.Size {
		known["sha256"] = c.MessageSHA256
	}
	quote(known, c.Notice)
	if reports {
		known["reporter"] = known["lender"]
	}
	return known
}

// quote adds what the message itself says.
func quote(known map[string]string, n *parser.Notice) {
	if n == nil {
		return
	}
	if n.Lender != nil {
		known["lender"] = plain(n.Lender.Text)
		if name := n.Lender.Canonical; name != "" {
			known["lender"] = plain(name)
			if before := renamed()[name]; before != "" {
				known["lender"] += "（原" + before + "）"
			}
		}
	}
	if n.Name != nil {
		known["shown_name"] = plain(n.Name.Text)
	}
	if n.MaskedID != nil {
		known["shown_id"] = plain(n.MaskedID.Text)
	}
	if n.Phone != nil {
		known["shown_phone"] = plain(n.Phone.Text)
	}
	if n.Amount != nil {
		known["shown_amount"] = plain(n.Amount.Text)
	}
	if n.Overdue != nil {
		known["shown_overdue"] = plain(n.Overdue.Text)
	}
}

// beijing is the zone of the times in a letter.
var beijing = time.FixedZone("UTC+8", 8*60*60)

// maxShown is the most characters of the message that one place in a letter takes.
const maxShown = 60

// plain returns s on one line, without what is not visible, cut to maxShown characters: a message
// must not change the layout of the letter.
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

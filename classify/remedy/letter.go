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

// letters are the templates of data/*.tmpl.
var letters = sync.OnceValues(func() (*template.Template, error) {
	return template.ParseFS(letterFiles, "data/*.tmpl")
})

// ErrNoLetter says that there is no letter for the matter: only a mistake and
// identity theft have one.
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
// a mistake it demands that the number be corrected or deleted and that
// collection stop, and gives neither ID number nor a copy of the card. For
// identity theft it denies the loan, demands its papers and that the credit
// record be corrected, with a list of attachments and a caution about copies.
//
// What is not known is a blank, ____, to be filled by hand. The letter is to be read
// before it is sent. The error is [ErrNoLetter], for any other matter.
func Objection(c Case) (string, error) {
	matter := c.Matter
	if matter == "" {
		matter = c.Assessment.Verdict
	}
	if matter != classify.Mistake && matter != classify.IdentityTheft {
		return "", ErrNoLetter
	}
	t, err := letters()
	if err != nil { // a test reads the embedded templates
		return "", errLetter
	}
	var b strings.Builder
	if err := t.ExecuteTemplate(&b, string(matter)+".tmpl", c.letter()); err != nil {
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

	facts    classify.Facts
	evidence []classify.Evidence
}

// blank is filled by hand.
const blank = "____"

func (c Case) letter() letter {
	l := letter{
		Lender: blank, Name: orBlank(c.Profile.Name), ID: orBlank(c.Profile.ID.Reveal()), Phone: blank,
		Sender: orBlank(c.Sender), Received: "____年__月__日__时__分", Date: "____年__月__日",
		facts: c.Facts, evidence: c.Assessment.Evidence,
	}
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
	return l
}

// quote fills in what the message itself says.
func (l *letter) quote(n *parser.Notice) {
	if n == nil {
		return
	}
	if n.Lender != nil {
		l.Lender = orBlank(n.Lender.Text)
		if n.Lender.Canonical != "" {
			l.Lender = orBlank(n.Lender.Canonical)
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

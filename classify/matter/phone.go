// Package matter reads the messages of one phone and says what they are together. People do
// not get one message: they get thirty, from five numbers, about two debts, one of which is
// somebody else's. A matter is one claim, with all that speaks of it: bills and reminders, the
// lender's notices, its collectors, the court; what is claimed by whom against whom, how it
// went on, and which of the four stories all of it together tells.
//
// [Phone.Add] takes messages in any order and keeps those that may bear on a matter;
// [Phone.Matters] joins them:
//
//   - Messages that are parts of one text are put together, with pieces that say where they
//     stand in it, and a message that was exported twice is taken once.
//   - Near-duplicates, one template with other values, get one number.
//   - Messages are of one matter by what they have in common, weighed in bits as links.tsv has
//     it: a contract, a person who can be meant by both, a lender, sums and days that fit, a
//     collector's number. What contradicts weighs against it. The lender alone is never enough.
//   - Each matter's claims are read as one text, so that what thirty messages repeat counts
//     once, beside what only many messages show (evidence.tsv), and weighed by package
//     classify as one message is.
//
// The same messages give the same matters in whatever order they are added. Time is nearly
// linear in them; memory is that of what is kept.
package matter

import (
	"cmp"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Phone gathers the messages of one phone. The zero Phone is that of somebody unknown, and
// ready. Its methods but Read are for one goroutine at a time; its fields are set before them.
// It holds personal data: under fmt and slog it shows its type alone.
type Phone struct {
	Recipient  identity.Profile
	Parser     *parser.Parser      // nil: that of the embedded tables
	Lenders    []parser.Lender     // as in classify.Context
	Population classify.Population // as in classify.Context
	Evidence   []classify.Evidence // as in classify.Context; weighed in each matter
	Rules      *conduct.Tables     // nil: the embedded rules
	// Objected is when the recipient told the lenders in writing that they object, or do not
	// want to be called: what comes later is named. Zero: not known.
	Objected time.Time

	kept     []*reading
	added    int
	unread   []Open
	personal map[string]*senderCount
}

// Format shows the type alone, whatever the verb.
func (p Phone) Format(s fmt.State, _ rune) { fmt.Fprint(s, "matter.Phone") }

// LogValue shows the type alone to slog.
func (p Phone) LogValue() slog.Value { return slog.StringValue("matter.Phone") }

// senderCount counts what a sender of a number of his own wrote.
type senderCount struct{ all, credit int }

// Result is what the messages of a phone say together.
type Result struct {
	// Messages is how many were added, Copies how many of those that were kept an export had
	// twice.
	Messages int `json:"messages"`
	Copies   int `json:"copies,omitempty"`
	// Matters are by their first message.
	Matters []Matter `json:"matters,omitempty"`
	// Open are messages about a debt of which something could not be told.
	Open []Open `json:"open,omitempty"`
}

// Open is a message of which something could not be told.
type Open struct {
	Message int    `json:"message"` // its Number
	ID      string `json:"id,omitempty"`
	Reason  Reason `json:"reason"`
	// Matters are those that it may be of as well, by their IDs.
	Matters []string `json:"matters,omitempty"`
}

// Reason says what could not be told. A reader must accept words it does not know.
type Reason string

// The reasons, in the words of the JSON.
const (
	Ambiguous   Reason = "ambiguous"    // it may be of another matter as well
	PartMissing Reason = "part_missing" // it is a part of a text of which another is not there
	Untimed     Reason = "untimed"      // when it came is not known
	Unreadable  Reason = "unreadable"   // it is too long, or not UTF-8
)

// chattiness is how many messages there are to one that speaks of credit from a number whose
// owner writes of much else than debts: a relative, a friend, no collector.
const chattiness = 3

func (p *Phone) parse(text string) (*parser.Notice, error) {
	if p.Parser != nil {
		return p.Parser.Parse(text)
	}
	return parser.Parse(text)
}

// AddMessage is Read and Add. Its error is that of Read; the message is then among those that
// are open.
func (p *Phone) AddMessage(m Message) error {
	r, err := p.Read(m)
	if err != nil {
		p.AddUnreadable(m)
		return err
	}
	p.Add(r)
	return nil
}

// AddUnreadable counts a message that Read refused.
func (p *Phone) AddUnreadable(m Message) {
	p.added++
	p.unread = append(p.unread, Open{Message: m.Number, ID: m.ID, Reason: Unreadable})
}

// Add takes a message that was read. It keeps it if it may bear on a matter.
func (p *Phone) Add(read Reading) {
	r := read.r
	if r == nil {
		return // Read refused it
	}
	p.added++
	if r.isPersonal() {
		if p.personal == nil {
			p.personal = map[string]*senderCount{}
		}
		c := p.personal[r.port]
		if c == nil {
			c = new(senderCount)
			p.personal[r.port] = c
		}
		c.all++
		if r.kind != parser.KindOther || r.verdict == classify.Scam {
			c.credit++
		}
	}
	if r.isCredit() || r.isBeside() || mayBePart(&r.Message) {
		p.kept = append(p.kept, r)
	}
}

// Matters joins what was added. It may be called again after more was added.
func (p *Phone) Matters() Result {
	for _, r := range p.kept {
		r.forget()
	}
	kept, copies := withoutCopies(slices.Clone(p.kept))
	all, loose := p.joinParts(kept)
	for _, r := range all { // of copies and of parts as well
		r.Facts, _ = classify.JoinFacts(r.facts)
		r.side = r.sideOf()
	}
	numberTemplates(all)
	// Who is chatty is known only when all is read.
	cast := castOf(all, p.Recipient)
	for _, r := range all {
		cast.find(r)
		n := p.personal[r.port]
		r.chatty = n != nil && n.all > n.credit*chattiness
		r.doubtful = r.isPersonal() && !r.chatty && r.verdict != "" && (r.scamP >= unlikely || says(r.Text, about))
	}
	j := &joiner{byKey: map[string][]*cluster{}}
	for _, r := range all {
		j.add(r)
	}
	clusters := j.clusters()
	scene := newScene(clusters, p.Recipient)
	result := Result{Messages: p.added, Copies: copies, Open: slices.Clone(p.unread)}
	for i, c := range clusters {
		result.Matters = append(result.Matters, p.matterOf(c, scene, i+1))
	}
	ids := map[*cluster]string{}
	for i, c := range clusters {
		ids[c] = result.Matters[i].ID
	}
	for _, c := range clusters {
		for _, r := range c.all {
			if r.ReceivedAt.IsZero() {
				result.Open = append(result.Open, Open{Message: r.Number, ID: r.ID, Reason: Untimed})
			}
			if r.rival != nil && r.rival.live() != c {
				result.Open = append(result.Open, Open{Message: r.Number, ID: r.ID, Reason: Ambiguous, Matters: []string{ids[r.rival.live()]}})
			}
		}
	}
	for _, r := range loose {
		result.Open = append(result.Open, Open{Message: r.Number, ID: r.ID, Reason: PartMissing})
	}
	slices.SortStableFunc(result.Open, func(a, b Open) int { return cmp.Compare(a.Message, b.Message) })
	return result
}

// Package matter reads the messages of one phone and sorts them into matters. People do not get
// one message: they get thirty, from five numbers, about two debts, one of which is somebody
// else's. A matter is one claim, with all messages about it: bills and reminders, the lender's
// notices, its collectors, the court. It says who claims what from whom, how the claim developed,
// and which of the four stories the messages together tell.
//
// [Phone.Add] takes messages in any order and keeps those that may belong to a matter;
// [Phone.Matters] joins them:
//
//   - Messages that are parts of one text are put together, with pieces that say which part is
//     where, and a message that was exported twice is counted once.
//   - Near-duplicates, one template with other values, get the same template number.
//   - Messages are joined into a matter by what they have in common, weighed in bits by links.tsv:
//     a contract, a person whom both may mean, a lender, sums and days that fit, a collector's
//     number. Contradictions weigh against it. The lender alone is never enough.
//   - The claims of a matter are read as one text, so that what thirty messages repeat counts
//     once. Package classify weighs it like one message, together with the evidence that only many
//     messages show (evidence.tsv).
//
// The same messages give the same matters, in whatever order they are added. Time is nearly linear
// in the number of messages; memory is taken only by those that are kept.
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

// Phone gathers the messages of one phone. The zero Phone is ready to use, with an unknown
// recipient. Set the fields before calling any method. All methods except Read are for one
// goroutine at a time. It holds personal data: under fmt and slog it shows only its type.
type Phone struct {
	Recipient  identity.Profile
	Parser     *parser.Parser      // nil: the parser with the embedded tables
	Lenders    []parser.Lender     // as in classify.Context
	Population classify.Population // as in classify.Context
	Evidence   []classify.Evidence // as in classify.Context; weighed in each matter
	Rules      *conduct.Tables     // nil: the embedded rules
	// Objected is when the recipient told the lenders in writing that they object or do not want
	// to be called: overdue notices that come later are breaches (conduct.AfterObjection). Zero:
	// not known.
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

// senderCount counts the messages from a personal number.
type senderCount struct{ all, credit int }

// Result is what the messages of a phone together say.
type Result struct {
	// Messages counts the messages that were added. Copies counts those of the kept ones that were
	// dropped because an identical one was already there.
	Messages int `json:"messages"`
	Copies   int `json:"copies,omitempty"`
	// Matters are in the order of their first messages.
	Matters []Matter `json:"matters,omitempty"`
	// Open are messages about which something could not be settled.
	Open []Open `json:"open,omitempty"`
}

// Open is a message about which something could not be settled.
type Open struct {
	Message int    `json:"message"` // its Number
	ID      string `json:"id,omitempty"`
	Reason  Reason `json:"reason"`
	// Matters are the IDs of other matters to which it may belong as well.
	Matters []string `json:"matters,omitempty"`
}

// Reason says what could not be settled. New values may be added; readers must accept ones they do
// not know.
type Reason string

// The reasons, in the words of the JSON.
const (
	Ambiguous   Reason = "ambiguous"    // it fits another matter as well
	PartMissing Reason = "part_missing" // it is part of a text of which another part is missing
	Untimed     Reason = "untimed"      // its time is not known
	Unreadable  Reason = "unreadable"   // it is too long or not UTF-8
)

// chattiness is the ratio of all messages from a number to those about credit above which its
// owner writes mostly about other things: a relative or a friend, not a collector.
const chattiness = 3

func (p *Phone) parse(text string) (*parser.Notice, error) {
	if p.Parser != nil {
		return p.Parser.Parse(text)
	}
	return parser.Parse(text)
}

// AddMessage calls Read and Add. If Read returns an error, AddMessage returns it, and the message
// will be in [Result.Open].
func (p *Phone) AddMessage(m Message) error {
	r, err := p.Read(m)
	if err != nil {
		p.AddUnreadable(m)
		return err
	}
	p.Add(r)
	return nil
}

// AddUnreadable counts a message that Read refused and records it for [Result.Open].
func (p *Phone) AddUnreadable(m Message) {
	p.added++
	p.unread = append(p.unread, Open{Message: m.Number, ID: m.ID, Reason: Unreadable})
}

// Add counts a message that was read, and keeps it if it may belong to a matter.
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

// Matters joins the messages added so far. It may be called again after more are added.
func (p *Phone) Matters() Result {
	for _, r := range p.kept {
		r.forget()
	}
	kept, copies := withoutCopies(slices.Clone(p.kept))
	all, loose := p.joinParts(kept)
	for _, r := range all { // facts of copies and of parts too
		r.Facts, _ = classify.JoinFacts(r.facts)
		r.side = r.sideOf()
	}
	numberTemplates(all)
	// Who is chatty is known only once all messages are read.
	cast := castOf(all, p.Recipient)
	for _, r := range all {
		cast.find(r)
		n := p.personal[r.port]
		r.chatty = n != nil && n.all > n.credit*chattiness
		r.doubtful = r.isPersonal() && !r.chatty && r.verdict != "" && (r.scamP >= unlikely || r.says.has(about))
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

package matter

import (
	"cmp"
	"fmt"
	"log/slog"
	"slices"
	"strconv"
	"time"

	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Matter is one claim, with what the messages of a phone together say about it. It holds personal
// data: under fmt and slog it shows only its verdict; json.Marshal writes all of it.
type Matter struct {
	ID string `json:"id"` // m1, m2, …: in the order of the first messages

	// Lender is the creditor, as the table of lenders or else the messages call it; Others are
	// other names that the messages give. Collectors are those who write for the lender or in its
	// place.
	Lender     string   `json:"lender,omitempty"`
	Others     []string `json:"others,omitempty"`
	Collectors []string `json:"collectors,omitempty"`
	// Claimed is the person who is meant, put together from all messages.
	Claimed identity.Claim `json:"claimed,omitzero"`
	// Stage is how far the matter has gone. Days is how many days the debt was overdue at the last
	// claim, by the messages' own figures.
	Stage Stage `json:"stage,omitempty"`
	Days  *int  `json:"days,omitempty"`
	// Since is the day on which the debt fell overdue (2024-03-01) by most messages, give or take
	// three days. DaysContradict says that their figures differ by more than a few days.
	Since          string   `json:"since,omitempty"`
	DaysContradict bool     `json:"days_contradict,omitempty"`
	Contracts      []string `json:"contracts,omitempty"`

	Members   []Member   `json:"members"` // in order of time
	Sums      []Sum      `json:"sums,omitempty"`
	Growth    *Growth    `json:"growth,omitempty"`
	Deadlines []Deadline `json:"deadlines,omitempty"`
	Promises  []Promise  `json:"promises,omitempty"`
	Threats   []Repeated `json:"threats,omitempty"`
	Asks      []Repeated `json:"asks,omitempty"`
	Senders   []Sender   `json:"senders,omitempty"`

	// Text is what was weighed: the messages that claim the debt, one after another on lines of
	// their own; if there are many, the last of near-duplicates. Pieces say which bytes come from
	// which message. Notice is what they say together; its spans count bytes of Text.
	Text       string              `json:"text"`
	Pieces     []Piece             `json:"pieces,omitempty"`
	Notice     parser.Notice       `json:"notice"`
	Facts      classify.Facts      `json:"facts,omitzero"` // what is known from any of its messages
	Contradict []string            `json:"facts_contradict,omitempty"`
	Comparison identity.Comparison `json:"comparison"`
	Assessment classify.Assessment `json:"assessment"`
	// Shown are, by code, the messages that show evidence which only many messages together give.
	Shown    []Shown  `json:"shown,omitempty"`
	Breaches []Breach `json:"breaches,omitempty"`
}

// Member is a message of a matter, or several messages that are parts of one text.
type Member struct {
	Messages   []int       `json:"numbers"` // their Numbers
	ID         string      `json:"id,omitempty"`
	Text       string      `json:"text"`
	Sender     string      `json:"sender,omitempty"`
	ReceivedAt time.Time   `json:"received_at,omitzero"`
	Kind       parser.Kind `json:"kind"`
	// Verdict is the verdict on this message alone, without facts.
	Verdict classify.Verdict `json:"verdict,omitempty"`
	// Template is the same number for near-duplicates: one template with other values.
	Template int `json:"template,omitempty"`
	// Links are why it belongs to this matter, as codes of links.tsv; none for the first message.
	Links []string `json:"links,omitempty"`
	Role  string   `json:"role,omitempty"` // of the sender: lender, collector, lawyer, mediator, assignee, court
}

// Stage is how far a matter has gone. New values may be added; readers must accept ones they do
// not know.
type Stage string

// The stages, in the words of the JSON.
const (
	Current   Stage = "current"   // bills and receipts of a credit that is not overdue
	Overdue   Stage = "overdue"   // the lender says that it is overdue
	Collected Stage = "collected" // somebody collects it
	Sold      Stage = "sold"
	Mediated  Stage = "mediated"
	AtLaw     Stage = "at_law" // a law firm writes, or a suit is threatened
	InCourt   Stage = "in_court"
	Settled   Stage = "settled" // the last word is that it is paid
)

// Sum is a sum of the debt that a message gives.
type Sum struct {
	Message int         `json:"message"`
	At      time.Time   `json:"at,omitzero"`
	Role    parser.Role `json:"role"`
	Fen     int64       `json:"fen"`
}

// Growth is what the debt costs by the messages' own figures, from the first to the last sum owed
// with no payment between them.
type Growth struct {
	From      int     `json:"from"` // message numbers
	To        int     `json:"to"`
	Days      int     `json:"days"`
	FenADay   int64   `json:"fen_a_day"`
	PerCent   float64 `json:"per_cent_a_year"`         // of the principal, or if that is not given, of the first sum
	Principal int64   `json:"principal_fen,omitempty"` // 0: not given
}

// Deadline is a day by which a message demands something or announces something.
type Deadline struct {
	Message int    `json:"message"`
	By      string `json:"by"` // 2024-03-01
	// Passed says that after that day came another claim, and before it no receipt and nothing
	// from a court.
	Passed bool `json:"passed,omitempty"`
}

// Repeated is a type of threat or ask, and how many messages have it.
type Repeated struct {
	Type  string    `json:"type"`
	Times int       `json:"times"`
	First time.Time `json:"first,omitzero"`
	Last  time.Time `json:"last,omitzero"`
}

// Sender is a number from which messages of the matter came.
type Sender struct {
	Number   string `json:"number"`
	Messages int    `json:"count"`
	MostADay int    `json:"most_a_day"`
	Night    int    `json:"night,omitempty"` // from 22:00 to 8:00 in China
	// Hours counts the messages by the hour of the day in China.
	Hours [24]int `json:"hours"`
}

// Shown are the messages that show a piece of evidence.
type Shown struct {
	Code     string `json:"code"`
	Messages []int  `json:"numbers"`
}

// Breach is a rule on collection that the messages break, with the messages that show it.
type Breach struct {
	conduct.Breach
	Messages []int `json:"numbers"`
}

// Format shows the verdict and hides the rest, whatever the verb.
func (m Matter) Format(s fmt.State, _ rune) {
	fmt.Fprintf(s, "Matter{%s}", cmp.Or(m.Assessment.Verdict, classify.Undetermined))
}

// LogValue shows the verdict and hides the rest from slog.
func (m Matter) LogValue() slog.Value { return slog.StringValue(fmt.Sprint(m)) }

// Format hides all, whatever the verb.
func (m Member) Format(s fmt.State, _ rune) { fmt.Fprint(s, "matter.Member") }

// LogValue hides all from slog.
func (m Member) LogValue() slog.Value { return slog.StringValue("matter.Member") }

// Format hides all, whatever the verb.
func (s Sender) Format(w fmt.State, _ rune) { fmt.Fprint(w, "matter.Sender") }

// LogValue hides all from slog.
func (s Sender) LogValue() slog.Value { return slog.StringValue("matter.Sender") }

// Format hides all, whatever the verb.
func (r Reading) Format(s fmt.State, _ rune) { fmt.Fprint(s, "matter.Reading") }

// LogValue hides all from slog.
func (r Reading) LogValue() slog.Value { return slog.StringValue("matter.Reading") }

// matterOf returns the Matter of a cluster.
func (p *Phone) matterOf(c *cluster, of *scene, number int) Matter {
	m := Matter{ID: "m" + strconv.Itoa(number), Claimed: c.claim()}
	for _, r := range c.all {
		for _, n := range r.contracts {
			if !slices.Contains(m.Contracts, n) {
				m.Contracts = append(m.Contracts, n)
			}
		}
	}
	m.name(c)
	for _, r := range c.all {
		m.Members = append(m.Members, Member{
			Messages: r.numbers(), ID: r.ID, Text: r.Text, Sender: r.Sender, ReceivedAt: r.ReceivedAt,
			Kind: r.kind, Verdict: r.verdict, Template: r.template, Links: c.links[r].codes(), Role: roleNames[r.role],
		})
	}
	m.tell(c)
	p.weigh(&m, c, of)
	m.Breaches = p.breaches(c, m.Assessment.Verdict == classify.Scam)
	return m
}

// name sets the lender and the collectors, as most messages call them.
func (m *Matter) name(c *cluster) {
	lenders, collectors := map[string]int{}, map[string]int{}
	for _, r := range c.all {
		if !r.creditor.isZero() {
			weight := 2
			if r.creditor.canonical != "" {
				weight = 3
			}
			lenders[r.creditor.shown()] += weight
		}
		if !r.collector.isZero() {
			collectors[r.collector.shown()]++
		}
	}
	all := byCount(lenders)
	if len(all) > 0 {
		m.Lender = all[0]
	}
	if len(all) > 1 {
		m.Others = all[1:]
	}
	m.Collectors = byCount(collectors)
}

// byCount returns the keys, those with the highest counts first.
func byCount(counts map[string]int) (keys []string) {
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return keys
}

// Last returns when the last message of the matter came, or the zero time if that is not known.
func (m *Matter) Last() (last time.Time) {
	for i := range m.Members {
		if at := m.Members[i].ReceivedAt; at.After(last) {
			last = at
		}
	}
	return last
}

// Format hides all, whatever the verb.
func (s Sum) Format(w fmt.State, _ rune) { fmt.Fprint(w, "matter.Sum") }

// LogValue hides all from slog.
func (s Sum) LogValue() slog.Value { return slog.StringValue("matter.Sum") }

// Format hides all, whatever the verb.
func (g Growth) Format(w fmt.State, _ rune) { fmt.Fprint(w, "matter.Growth") }

// LogValue hides all from slog.
func (g Growth) LogValue() slog.Value { return slog.StringValue("matter.Growth") }

// Format hides all, whatever the verb.
func (d Deadline) Format(w fmt.State, _ rune) { fmt.Fprint(w, "matter.Deadline") }

// LogValue hides all from slog.
func (d Deadline) LogValue() slog.Value { return slog.StringValue("matter.Deadline") }

// Format hides all, whatever the verb.
func (p Promise) Format(w fmt.State, _ rune) { fmt.Fprint(w, "matter.Promise") }

// LogValue hides all from slog.
func (p Promise) LogValue() slog.Value { return slog.StringValue("matter.Promise") }

// Format hides all, whatever the verb.
func (r Repeated) Format(w fmt.State, _ rune) { fmt.Fprint(w, "matter.Repeated") }

// LogValue hides all from slog.
func (r Repeated) LogValue() slog.Value { return slog.StringValue("matter.Repeated") }

package main

import (
	"context"
	"regexp"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"golang.org/x/net/idna"
	"golang.org/x/text/width"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

func init() {
	register.Combiner1[reach](&reachFn{})
	register.Function2x2(byContact)
	register.DoFn3x2[context.Context, contact, reach, row, error](&contactRowFn{})
}

// The types of a contact.
const (
	hostType  = "host"
	phoneType = "phone"
)

// contact is a host or a number that a message gives its reader.
type contact struct {
	Type  string
	Value string // a host in IDNA form and lower case, or the digits of a number
}

// sighting is a contact and a recipient to whom a message gave it.
type sighting struct {
	Contact   contact
	Recipient string // from recipientOf; "" if not known
}

// reach is whom a contact reached.
type reach struct {
	Recipients     int64 // known recipients, each once
	ScamRecipients int64 // recipients who got it in a scam
	Messages       int64
	Scams          int64
}

// reachFn adds up reaches.
type reachFn struct{}

// MergeAccumulators returns the sum.
func (reachFn) MergeAccumulators(a, b reach) reach {
	return reach{
		a.Recipients + b.Recipients, a.ScamRecipients + b.ScamRecipients,
		a.Messages + b.Messages, a.Scams + b.Scams,
	}
}

// reachOf returns the reach of one message, without its recipient.
func reachOf(r *dunsms.Report) reach {
	out := reach{Messages: 1}
	if r.Assessment.Verdict == classify.Scam {
		out.Scams = 1
	}
	return out
}

// contactsOf returns the hosts and callback numbers of a message, each once.
func contactsOf(n *parser.Notice) []contact {
	var all []contact
	for _, u := range n.URLs {
		if host := hostOf(u.Text); host != "" {
			all = append(all, contact{hostType, host})
		}
	}
	for _, p := range n.Phones {
		if phone, err := identity.ParsePhone(spelled.Replace(p.Text)); err == nil && !phone.Masked() {
			all = append(all, contact{phoneType, phone.Reveal()})
		}
	}
	slices.SortFunc(all, func(a, b contact) int {
		return strings.Compare(a.Type+a.Value, b.Type+b.Value)
	})
	return slices.Compact(all)
}

// spelled replaces written-out digits: 一三八〇〇〇〇….
var spelled = strings.NewReplacer(
	"零", "0", "〇", "0", "○", "0", "一", "1", "壹", "1", "幺", "1", "二", "2", "贰", "2", "两", "2", "三", "3", "叁", "3",
	"四", "4", "肆", "4", "五", "5", "伍", "5", "六", "6", "陆", "6", "七", "7", "柒", "7", "八", "8", "捌", "8", "九", "9", "玖", "9",
)

// linkHost finds the host of a link: example.cn in https://user@example.cn:80/a?u=b.cn. A
// backslash ends it like a slash, since browsers treat them alike.
var linkHost = regexp.MustCompile(`^(?:[a-z]*://)?(?:[^/\\?#]*@)?(\[[^]/\\?#]*]|[^/\\?#:]*)`)

// hostOf returns the host of a link, in IDNA form if it has one, or "".
func hostOf(link string) string {
	link = strings.ToLower(strings.ReplaceAll(width.Fold.String(link), "。", "."))
	host := strings.TrimSuffix(linkHost.FindStringSubmatch(link)[1], ".")
	if name, err := idna.Lookup.ToUnicode(host); err == nil {
		return name
	}
	return host
}

// contactRows turns sightings into a row for each contact. The number of recipients is exact,
// since sightings are first summed by contact and recipient.
func contactRows(s beam.Scope, sightings beam.PCollection) beam.PCollection {
	each := beam.CombinePerKey(s, &reachFn{}, sightings)
	all := beam.CombinePerKey(s, &reachFn{}, beam.ParDo(s, byContact, each))
	return beam.ParDo(s, &contactRowFn{}, all)
}

// byContact counts the recipient of a sighting.
func byContact(seen sighting, r reach) (contact, reach) {
	if seen.Recipient != "" {
		r.Recipients = 1
		r.ScamRecipients = min(r.Scams, 1)
	}
	return seen.Contact, r
}

// contactReach is the JSON of a row.
type contactReach struct {
	Type           string `json:"type"`
	Value          string `json:"value"`
	ScamRecipients int64  `json:"scam_recipients"`
	Recipients     int64  `json:"recipients"`
	Scams          int64  `json:"scams"`
	Messages       int64  `json:"messages"`
}

// contactRowFn makes rows, ranked so that contacts that reach the most people with a scam come
// first.
type contactRowFn struct{ contacts beam.Counter }

// Setup makes the counter of the rows.
func (fn *contactRowFn) Setup() { fn.contacts = beam.NewCounter(namespace, contactMetric) }

// ProcessElement makes the row of one contact.
func (fn *contactRowFn) ProcessElement(ctx context.Context, c contact, r reach) (row, error) {
	fn.contacts.Inc(ctx, 1)
	return newRow(contactReach{c.Type, c.Value, r.ScamRecipients, r.Recipients, r.Scams, r.Messages},
		r.ScamRecipients, r.Scams, r.Recipients, r.Messages)
}

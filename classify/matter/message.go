package matter

import (
	"cmp"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/dunsms/dunsms/classify"
)

// Message is one SMS of the phone. Only Text is required, but without a sender and a time it is
// harder to join to others. It holds personal data: under fmt and slog it shows only its type.
type Message struct {
	// Number identifies the message in the results, such as by its place in the input, from 1.
	Number     int
	ID         string // the caller's own, passed on
	Text       string
	Sender     string
	ReceivedAt time.Time // zero: not known
	Facts      classify.Facts
}

// Format shows only the type, whatever the verb.
func (m Message) Format(s fmt.State, _ rune) { fmt.Fprint(s, "matter.Message") }

// LogValue shows slog only the type.
func (m Message) LogValue() slog.Value { return slog.StringValue("matter.Message") }

// compare orders messages by time, those without one last, then by their other fields, so that the
// order in which they are added does not matter.
func compare(a, b *Message) int {
	if a.ReceivedAt.IsZero() != b.ReceivedAt.IsZero() {
		if a.ReceivedAt.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.ReceivedAt.Compare(b.ReceivedAt), strings.Compare(a.Sender, b.Sender), strings.Compare(a.Text, b.Text),
		strings.Compare(a.ID, b.ID), cmp.Compare(a.Number, b.Number))
}

// isCopy reports whether b, which follows a in order, is the same message, exported twice.
func isCopy(a, b *Message) bool {
	return a.ReceivedAt.Equal(b.ReceivedAt) && a.Sender == b.Sender && a.Text == b.Text
}

// withoutCopies sorts the messages, drops copies and returns how many it dropped. The facts of a
// dropped copy are kept.
func withoutCopies(all []*reading) (kept []*reading, copies int) {
	slices.SortFunc(all, func(a, b *reading) int { return compare(&a.Message, &b.Message) })
	for _, r := range all {
		if n := len(kept); n > 0 && isCopy(&kept[n-1].Message, &r.Message) {
			kept[n-1].facts = append(kept[n-1].facts, r.facts...)
			copies++
			continue
		}
		kept = append(kept, r)
	}
	return kept, copies
}

package presend

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/dunsms/dunsms/identity"
)

// Record is what a lender knows of the debt that a notice is about. A field that is zero or nil is
// not known, and nothing is compared with it. Dates count by their day in Chinese time.
//
// It holds personal data: under fmt and slog it shows its type alone; json.Marshal is whole.
type Record struct {
	Person    identity.Profile `json:"person,omitzero"`      // who owes; the first of Phones is the one that gets the notice
	PlannedAt time.Time        `json:"planned_at,omitzero"`  // when the notice is to go out
	Amount    *int64           `json:"amount_fen,omitempty"` // owed now, in fen
	Days      *int             `json:"days,omitempty"`       // overdue, on the day of PlannedAt
	Periods   *int             `json:"periods,omitempty"`    // instalments that are overdue
	Since     time.Time        `json:"since,omitzero"`       // the first day on which it was overdue
	Due       time.Time        `json:"due,omitzero"`         // the day by which it is to be paid, or was
	Sender    string           `json:"sender,omitempty"`     // the number that the notice comes from

	// Unreadable are the fields that should be known and are not, since the value that the lender
	// has is missing or cannot be read: a finding of its own.
	Unreadable []Field `json:"unreadable,omitempty"`
}

// Format shows the type alone, whatever the verb.
func (r Record) Format(s fmt.State, _ rune) { fmt.Fprint(s, "Record{}") }

// LogValue shows the type alone to slog.
func (r Record) LogValue() slog.Value { return slog.StringValue("Record{}") }

// Notice is a text that is about to go out, with the record it was made from.
//
// It holds personal data: under fmt and slog it shows its type alone; json.Marshal is whole.
type Notice struct {
	Text   string `json:"text"` // UTF-8, at most parser.MaxBytes
	Record Record `json:"record,omitzero"`
}

// Format shows the type alone, whatever the verb.
func (n Notice) Format(s fmt.State, _ rune) { fmt.Fprint(s, "Notice{}") }

// LogValue shows the type alone to slog.
func (n Notice) LogValue() slog.Value { return slog.StringValue("Notice{}") }

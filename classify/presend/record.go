package presend

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/dunsms/dunsms/identity"
)

// Record is what a lender knows about the debt of a notice. A field that is zero or nil is not
// known, and nothing is compared with it. Of times, only the day in Chinese time counts.
//
// It holds personal data: under fmt and slog it shows only its type; json.Marshal writes all of
// it.
type Record struct {
	Person    identity.Profile `json:"person,omitzero"`      // the debtor; the first of Phones gets the notice
	PlannedAt time.Time        `json:"planned_at,omitzero"`  // when the notice is to go out
	Amount    *int64           `json:"amount_fen,omitempty"` // owed now, in fen
	Days      *int             `json:"days,omitempty"`       // overdue on the day of PlannedAt
	Periods   *int             `json:"periods,omitempty"`    // instalments overdue
	Since     time.Time        `json:"since,omitzero"`       // the first day overdue
	Due       time.Time        `json:"due,omitzero"`         // the day by which it is, or was, to be paid
	Sender    string           `json:"sender,omitempty"`     // the number from which the notice is sent

	// Unreadable are the fields that should be known but are not, because the lender's value is
	// missing or cannot be read. They give a finding, RECORD_UNREADABLE.
	Unreadable []Field `json:"unreadable,omitempty"`
}

// Format shows only the type, whatever the verb.
func (r Record) Format(s fmt.State, _ rune) { fmt.Fprint(s, "Record{}") }

// LogValue shows slog only the type.
func (r Record) LogValue() slog.Value { return slog.StringValue("Record{}") }

// Notice is a text that is about to go out, with the record from which it was made.
//
// It holds personal data: under fmt and slog it shows only its type; json.Marshal writes all of
// it.
type Notice struct {
	Text   string `json:"text"` // UTF-8, at most parser.MaxBytes
	Record Record `json:"record,omitzero"`
}

// Format shows only the type, whatever the verb.
func (n Notice) Format(s fmt.State, _ rune) { fmt.Fprint(s, "Notice{}") }

// LogValue shows slog only the type.
func (n Notice) LogValue() slog.Value { return slog.StringValue("Notice{}") }

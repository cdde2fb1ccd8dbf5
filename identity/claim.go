package identity

import (
	"fmt"
	"log/slog"
	"strings"
)

// Claim is the person a message speaks of, as far as the message shows. The
// zero Claim says nothing. Under fmt and slog it shows only which fields are
// set; json.Marshal writes it whole.
type Claim struct {
	Name  Name     `json:"name,omitzero"`
	Sex   Sex      `json:"sex,omitzero"` // from a title, if Name has none
	ID    MaskedID `json:"id,omitzero"`
	Phone Phone    `json:"phone,omitzero"`
}

// String names the fields that are set: "claim of name, id".
func (c Claim) String() string {
	return "claim of " + listFields(
		fieldIf("name", !c.Name.IsZero()), fieldIf("sex", c.sex() != SexUnknown),
		fieldIf("id", !c.ID.IsZero()), fieldIf("phone", !c.Phone.IsZero()))
}

// sex returns the sex that the message gives: c.Sex, else the title of the
// name.
func (c Claim) sex() Sex {
	if c.Sex != SexUnknown {
		return c.Sex
	}
	return c.Name.Sex()
}

// Format prints [Claim.String], whatever the verb.
func (c Claim) Format(s fmt.State, verb rune) { formatHidden(s, verb, c.String()) }

// LogValue returns [Claim.String] for slog.
func (c Claim) LogValue() slog.Value { return slog.StringValue(c.String()) }

func fieldIf(name string, present bool) string {
	if present {
		return name
	}
	return ""
}

// listFields joins the names that are not empty.
func listFields(names ...string) string {
	var list []string
	for _, n := range names {
		if n != "" {
			list = append(list, n)
		}
	}
	if list == nil {
		return "nothing"
	}
	return strings.Join(list, ", ")
}

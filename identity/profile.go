package identity

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
)

// Profile is the person who received a message, as far as they say. Any field may
// be empty; the zero Profile says nothing. Under fmt and slog it shows only which
// fields are set; json.Marshal writes it whole.
type Profile struct {
	Name   string   `json:"name,omitempty"`
	ID     ID       `json:"id_number,omitzero"`
	Phones []string `json:"phones,omitempty"`
}

// ProfileError says which field of a profile cannot be read. It holds nothing of
// what was in the field.
type ProfileError struct {
	Field string // "name", "id_number" or "phones"; "" if the profile is no JSON object
	Err   error  // a *ParseError, or an error that the JSON is of another kind
}

// Error returns a line such as "identity: profile: id_number: check digit".
func (e *ProfileError) Error() string {
	if e.Field == "" {
		return "identity: profile: " + e.Err.Error()
	}
	var p *ParseError
	if errors.As(e.Err, &p) {
		return "identity: profile: " + e.Field + ": " + string(p.Rule)
	}
	return "identity: profile: " + e.Field + ": " + e.Err.Error()
}

// Unwrap returns Err.
func (e *ProfileError) Unwrap() error { return e.Err }

var (
	errNoObject = errors.New("not a JSON object")
	errKind     = errors.New("wrong kind of JSON value")
)

// UnmarshalJSON reads {"name":"…","id_number":"…","phones":["…"]}. Each may be
// absent, null or empty. Unknown keys are ignored; a decoder's
// DisallowUnknownFields does not reach here, so a caller that wants them refused
// must check itself. The error is a *[ProfileError]; errors of encoding/json,
// which quote their input, are not passed on.
func (p *Profile) UnmarshalJSON(data []byte) error {
	var raw struct {
		Name   json.RawMessage `json:"name"`
		ID     json.RawMessage `json:"id_number"`
		Phones json.RawMessage `json:"phones"`
	}
	if json.Unmarshal(data, &raw) != nil {
		return &ProfileError{Err: errNoObject}
	}
	var (
		read   Profile
		number string
	)
	for _, field := range []struct {
		key  string
		from json.RawMessage
		to   any
	}{
		{"name", raw.Name, &read.Name}, {"id_number", raw.ID, &number}, {"phones", raw.Phones, &read.Phones},
	} {
		if field.from != nil && json.Unmarshal(field.from, field.to) != nil {
			return &ProfileError{Field: field.key, Err: errKind}
		}
	}
	if err := read.ID.UnmarshalText([]byte(number)); err != nil {
		return &ProfileError{Field: "id_number", Err: err}
	}
	*p = read
	return nil
}

// String names the fields that are set: "profile of name, id_number, 2 phones".
func (p Profile) String() string {
	phones := ""
	switch n := len(p.Phones); {
	case n == 1:
		phones = "1 phone"
	case n > 1:
		phones = fmt.Sprint(n, " phones")
	}
	return "profile of " + listFields(fieldIf("name", p.Name != ""), fieldIf("id_number", !p.ID.IsZero()), phones)
}

// Format prints [Profile.String], whatever the verb.
func (p Profile) Format(s fmt.State, verb rune) { formatHidden(s, verb, p.String()) }

// LogValue returns [Profile.String] for slog.
func (p Profile) LogValue() slog.Value { return slog.StringValue(p.String()) }

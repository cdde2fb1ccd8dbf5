package jsonl

import (
	"encoding/json"
	"errors"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
)

// Decode reads the message of a line that is not empty. The message holds its ID,
// where there is one, even beside an error.
func Decode(l Line) (dunsms.Message, *Error) {
	var m dunsms.Message
	if l.TooLong {
		return m, ErrorTooLong()
	}
	data, valid := l.Data, json.Valid(l.Data)
	if !utf8.Valid(data) {
		if valid {
			m.ID = idOf(data)
		}
		return m, &Error{NotUTF8, "the line is not UTF-8; GBK text must be decoded first"}
	}
	if !valid {
		return m, badJSON("the line is not one JSON object")
	}
	hasText := false
	err := members("the line", data, func(key string, value json.RawMessage) *Error {
		switch key {
		case "id":
			return str(key, value, &m.ID)
		case "text":
			hasText = string(value) != "null"
			return str(key, value, &m.Text)
		case "sender":
			return str(key, value, &m.Sender)
		case "received_at":
			return decodeTime(value, &m.ReceivedAt)
		case "recipient":
			return DecodeRecipient(value, &m.Recipient)
		case "facts":
			return decodeFacts(value, &m.Facts)
		}
		return badJSON("a key is unknown")
	})
	if err == nil && !hasText {
		err = badJSON("text is missing")
	}
	return m, err
}

// decodeTime reads the time of arrival; an empty one is none.
func decodeTime(data json.RawMessage, t *time.Time) *Error {
	var s string
	if err := str("received_at", data, &s); err != nil || s == "" {
		return err
	}
	var err error
	*t, err = time.Parse(time.RFC3339, s)
	// time.Parse also takes an hour of one digit and a comma before a fraction.
	if err != nil || s[len("2006-01-02T15")] != ':' || strings.Contains(s, ",") {
		return badJSON("received_at is not an RFC 3339 time")
	}
	return nil
}

// idOf returns the ID of a JSON object whose bytes are not all UTF-8, or "".
func idOf(data []byte) string {
	var id string
	members("", data, func(key string, value json.RawMessage) *Error {
		if key == "id" && utf8.Valid(value) {
			return str(key, value, &id)
		}
		return nil
	})
	return id
}

// HasRecipient reports whether anything is known of the recipient.
func HasRecipient(m dunsms.Message) bool {
	return m.Recipient.Name != "" || !m.Recipient.ID.IsZero() || len(m.Recipient.Phones) > 0
}

// DecodeRecipient reads the person who received the message, from valid JSON.
func DecodeRecipient(data json.RawMessage, p *identity.Profile) *Error {
	return members("recipient", data, func(key string, value json.RawMessage) *Error {
		switch key {
		case "name":
			name, err := decode("recipient.name", value, identity.ParseName)
			p.Name = name.Reveal()
			return err
		case "id_number":
			id, err := decode("recipient.id_number", value, identity.ParseID)
			p.ID = id
			return err
		case "phones":
			var list []json.RawMessage
			if json.Unmarshal(value, &list) != nil {
				return badJSON("recipient.phones is not a list")
			}
			for _, data := range list {
				phone, err := decode("recipient.phones", data, identity.ParsePhone)
				if err != nil {
					return err
				}
				p.Phones = append(p.Phones, phone.Reveal())
			}
			return nil
		}
		return badJSON("a key of recipient is unknown")
	})
}

// decode reads a string of the recipient.
func decode[T any](name string, data json.RawMessage, parse func(string) (T, error)) (v T, lineErr *Error) {
	var s string
	if err := str(name, data, &s); err != nil {
		return v, err
	}
	return ParseRecipient(name, s, parse)
}

// ParseRecipient reads a text of the recipient; an empty one is not given. name is
// that of its key or column.
func ParseRecipient[T any](name, s string, parse func(string) (T, error)) (v T, lineErr *Error) {
	if s == "" {
		return v, nil
	}
	v, err := parse(s)
	if bad := (*identity.ParseError)(nil); errors.As(err, &bad) {
		return v, &Error{BadRecipient, name + ": " + string(bad.Rule)}
	}
	return v, nil
}

// decodeFacts reads what the recipient knows.
func decodeFacts(data json.RawMessage, f *classify.Facts) *Error {
	return members("facts", data, func(key string, value json.RawMessage) *Error {
		answer := factOf(f, key)
		if answer == nil {
			return badJSON("a key of facts is unknown")
		}
		var s string
		if json.Unmarshal(value, &s) != nil || s == "" || answer.UnmarshalText([]byte(s)) != nil {
			return badJSON("facts." + key + " is not yes, no or unknown")
		}
		return nil
	})
}

// factOf returns the fact of a key, or nil where there is none.
func factOf(f *classify.Facts, key string) *classify.Answer {
	switch key {
	case "has_account":
		return &f.HasAccount
	case "shown_in_app":
		return &f.ShownInApp
	case "on_credit_report":
		return &f.OnCreditReport
	case "lender_confirms":
		return &f.LenderConfirms
	case "number_on_other_record":
		return &f.NumberOnOtherRecord
	case "repaid":
		return &f.Repaid
	case "knows_named":
		return &f.KnowsNamed
	case "harmed":
		return &f.Harmed
	}
	return nil
}

package jsonl

import (
	"encoding/json"
	"errors"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/classify"
	"github.com/dunsms/dunsms/identity"
)

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
		return unknownKeyOf("recipient", key, "id_number, name, phones")
	})
}

// decode reads a JSON string about the recipient.
func decode[T any](name string, data json.RawMessage, parse func(string) (T, error)) (v T, lineErr *Error) {
	var s string
	if err := str(name, data, &s); err != nil {
		return v, err
	}
	return ParseRecipient(name, s, parse)
}

// ParseRecipient reads a value about the recipient; an empty one counts as not given. Name is the
// name of its key or column.
func ParseRecipient[T any](name, s string, parse func(string) (T, error)) (v T, lineErr *Error) {
	if s == "" {
		return v, nil
	}
	v, err := parse(s)
	if bad := (*identity.ParseError)(nil); errors.As(err, &bad) {
		return v, &Error{Code: BadRecipient, Message: name + ": " + string(bad.Rule)}
	}
	return v, nil
}

// decodeFacts reads what the recipient knows.
func decodeFacts(data json.RawMessage, f *classify.Facts) *Error {
	return members("facts", data, func(key string, value json.RawMessage) *Error {
		answer := f.Of(key)
		if answer == nil {
			return unknownKeyOf("facts", key, "amount_agrees, has_account, harmed, knows_named, lender_confirms, number_on_other_record, on_credit_report, overseas_ties, received_money, repaid, sender_confirmed, shown_in_app")
		}
		s, ok := text(value)
		if !ok || s == "" || answer.UnmarshalText([]byte(s)) != nil {
			return badJSON("facts." + key + " is not yes, no or unknown")
		}
		return nil
	})
}

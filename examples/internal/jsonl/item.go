package jsonl

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/field"
)

// Item is a message as a file has it.
type Item struct {
	dunsms.Message
	LeftOut Reason // "": it was received and has a text
	Untimed bool   // its time cannot be read without doubt and is left out
}

// Reason says why an item is not a message that was received.
type Reason string

// The reasons.
const (
	NotReceived Reason = "not received" // sent, a draft or on its way
	NoText      Reason = "without text" // an empty SMS, or an MMS of pictures
)

// SetTime sets the time of arrival, if there is one; phones write 0 for none. A message whose time
// cannot be read is still kept.
func (i *Item) SetTime(value string) {
	if value == "0" {
		return
	}
	t, ok := field.Time(value)
	i.ReceivedAt, i.Untimed = t, !ok
}

// Decode reads the message of a non-empty line: an object with the keys of package field. The item
// holds the message's ID, if it has one, even with an error.
func Decode(l Line) (Item, *Error) {
	var i Item
	if l.TooLong {
		return i, ErrorTooLong()
	}
	valid := json.Valid(l.Data)
	if !utf8.Valid(l.Data) {
		if valid {
			i.ID = idOf(l.Data)
		}
		return i, ErrorNotUTF8()
	}
	if !valid {
		return i, badJSON("the line is not one JSON object")
	}
	o, err := objectOf(l.Data)
	if first := o.into(&i); err == nil {
		err = first
	}
	return i, err
}

// value is a value of an object, with its key.
type value struct {
	key  string
	data json.RawMessage
	rank int
}

// object is what a JSON object has for each field.
type object map[field.Field]value

// objectOf reads an object. If several keys are for one field, the one with the lowest rank
// counts; null counts as not given. An unknown key is an error, except in a copy of Android's own
// table, which has further ones on every phone.
func objectOf(data []byte) (object, *Error) {
	o := object{}
	var unknown *Error
	err := members("the line", data, func(key string, data json.RawMessage) *Error {
		all := field.Of(key)
		if len(all) == 0 && unknown == nil {
			unknown = unknownKey(key)
		}
		for _, k := range all {
			if old, ok := o[k.Field]; string(data) != "null" && (!ok || k.Rank < old.rank) {
				o[k.Field] = value{key, data, k.Rank}
			}
		}
		return nil
	})
	if _, dump := o[field.Dump]; err == nil && !dump {
		err = unknown
	}
	return o, err
}

// into sets the fields of i and returns the first error.
func (o object) into(i *Item) *Error {
	var first *Error
	note := func(err *Error) {
		if first == nil {
			first = err
		}
	}
	if v, ok := o[field.ID]; ok {
		note(str(v.key, v.data, &i.ID))
	}
	if v, ok := o[field.Type]; ok && field.Sent(scalar(v.data)) {
		i.LeftOut = NotReceived
	}
	if v, ok := o[field.Text]; ok {
		note(str(v.key, v.data, &i.Text))
	} else if v, ok := o[field.Parts]; ok {
		note(partsOf(v, i))
	} else if i.LeftOut == "" {
		note(badJSON("text is missing"))
	}
	if v, ok := o[field.Sender]; ok {
		note(str(v.key, v.data, &i.Sender))
	} else if v, ok := o[field.Addresses]; ok {
		i.Sender = senderOf(v.data)
	}
	if v, ok := o[field.ReceivedAt]; ok {
		i.SetTime(scalar(v.data))
	}
	if v, ok := o[field.Recipient]; ok {
		note(DecodeRecipient(v.data, &i.Recipient))
	}
	if v, ok := o[field.Facts]; ok {
		note(decodeFacts(v.data, &i.Facts))
	}
	return first
}

// scalar returns a string or a number as text. For anything else it returns the JSON, which is
// neither a time nor a word.
func scalar(data json.RawMessage) string {
	s, ok := text(data)
	if !ok {
		return string(data)
	}
	return s
}

// partsOf sets the text of an MMS from its plain text parts.
func partsOf(v value, i *Item) *Error {
	var parts []struct {
		Type  string `json:"ct"`
		Type2 string `json:"contentType"`
		Text  string `json:"text"`
	}
	if json.Unmarshal(v.data, &parts) != nil {
		return badJSON(v.key + " is not a list of the parts of an MMS")
	}
	var texts []string
	for _, p := range parts {
		if p.Type+p.Type2 == "text/plain" && p.Text != "" {
			texts = append(texts, p.Text)
		}
	}
	i.Text = strings.Join(texts, "\n")
	if i.Text == "" && i.LeftOut == "" {
		i.LeftOut = NoText
	}
	return nil
}

// senderOf returns the sender among the addresses of an MMS, or its only address.
func senderOf(data json.RawMessage) string {
	type address struct {
		Address string      `json:"address"`
		Type    json.Number `json:"type"`
	}
	var one address
	if json.Unmarshal(data, &one) == nil {
		return one.Address
	}
	var all []address
	if json.Unmarshal(data, &all) != nil {
		return ""
	}
	for _, a := range all {
		if a.Type == FromAddress {
			return a.Address
		}
	}
	return ""
}

// FromAddress is the type of the sender's address in the MMS encapsulation protocol.
const FromAddress = "137"

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

package jsonl

import (
	"bytes"
	"encoding/json"
)

// members calls f with each key and value of a JSON object, in order, and
// returns the first error. It goes on after an error, so that a message's ID is
// found wherever it stands. Unlike json.Unmarshal it tells keys apart by their
// case and refuses one that comes twice. data is valid JSON, or null, which is
// an object without keys; name is the object's own, for errors.
func members(name string, data []byte, f func(key string, value json.RawMessage) *Error) *Error {
	d := json.NewDecoder(bytes.NewReader(data))
	open, err := d.Token()
	if err == nil && open == nil {
		return nil
	}
	if err != nil || open != json.Delim('{') {
		return badJSON(name + " is not an object")
	}
	var first *Error
	seen := map[string]bool{}
	for d.More() {
		var value json.RawMessage
		key, err := d.Token()
		if err == nil {
			err = d.Decode(&value)
		}
		if err != nil {
			return badJSON(name + " is not an object")
		}
		k, _ := key.(string)
		bad := f(k, value)
		if seen[k] {
			bad = badJSON("a key comes twice")
		}
		seen[k] = true
		if first == nil {
			first = bad
		}
	}
	return first
}

// str reads a string into s; null leaves it empty.
func str(name string, value json.RawMessage, s *string) *Error {
	if json.Unmarshal(value, s) != nil {
		return badJSON(name + " is not a string")
	}
	return nil
}

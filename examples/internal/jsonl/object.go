package jsonl

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// members calls f with each key and value of a JSON object, in order, and returns the first error.
// It goes on after an error, so that a message's ID is found wherever it is. Unlike
// json.Unmarshal, it is case-sensitive and refuses duplicate keys. Data must be valid JSON; null
// is an object without keys. Name is the object's own, for errors.
//
// Since the JSON is valid, it is just cut at its marks, in a tenth of the time of a json.Decoder.
func members(name string, data []byte, f func(key string, value json.RawMessage) *Error) *Error {
	rest := skipBlanks(data)
	if string(bytes.TrimRight(rest, blanks)) == "null" {
		return nil
	}
	if len(rest) == 0 || rest[0] != '{' {
		return badJSON(name + " is not an object")
	}
	var first *Error
	seen := map[string]bool{}
	for rest = skipBlanks(rest[1:]); len(rest) > 0 && rest[0] != '}'; {
		var key, value []byte
		key, rest = cutValue(rest)
		value, rest = cutValue(skipMark(rest, ':'))
		rest = skipMark(rest, ',')
		k, ok := text(key)
		if !ok || len(value) == 0 {
			return badJSON(name + " is not an object")
		}
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

// blanks are what may stand between the marks of JSON.
const blanks = " \t\r\n"

func skipBlanks(data []byte) []byte {
	for len(data) > 0 && (data[0] == ' ' || data[0] == '\n' || data[0] == '\t' || data[0] == '\r') {
		data = data[1:]
	}
	return data
}

// skipMark skips a mark, if it is there, with the blanks around it.
func skipMark(data []byte, mark byte) []byte {
	data = skipBlanks(data)
	if len(data) > 0 && data[0] == mark {
		data = skipBlanks(data[1:])
	}
	return data
}

// cutValue cuts valid JSON after its first value.
func cutValue(data []byte) (value, rest []byte) {
	depth := 0
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '"':
			i += stringEnd(data[i+1:])
		case '{', '[':
			depth++
			continue
		case '}', ']':
			if depth == 0 {
				return data[:i], data[i:]
			}
			depth--
		case ',', ':', ' ', '\t', '\r', '\n':
			if depth == 0 {
				return data[:i], data[i:]
			}
			continue
		default: // part of a number or a word
			continue
		}
		if depth == 0 {
			end := min(i+1, len(data))
			return data[:end], data[end:]
		}
	}
	return data, nil
}

// stringEnd returns how many bytes a string takes after its opening quotation mark, including the
// closing one.
func stringEnd(data []byte) int {
	for end := 0; end < len(data); end++ {
		next := bytes.IndexByte(data[end:], '"')
		if next < 0 {
			break
		}
		end += next
		escapes := 0
		for escapes < end && data[end-1-escapes] == '\\' {
			escapes++
		}
		if escapes%2 == 0 {
			return end + 1
		}
	}
	return len(data)
}

// text reads a JSON string; null is an empty one. Ok is false if the value, which must be valid
// JSON, is neither.
func text(value []byte) (s string, ok bool) {
	if end := len(value) - 1; end > 0 && value[0] == '"' && bytes.IndexByte(value, '\\') < 0 && utf8.Valid(value) {
		return string(value[1:end]), true
	}
	return s, json.Unmarshal(value, &s) == nil
}

// str reads a string into s; null leaves it empty.
func str(name string, value json.RawMessage, s *string) *Error {
	read, ok := text(value)
	if !ok {
		return badJSON(name + " is not a string")
	}
	*s = read
	return nil
}

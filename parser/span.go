package parser

import (
	"encoding/json"
	"errors"
	"strconv"
)

// Span is a half-open range of bytes of the caller's text, always on rune boundaries:
// text[s.Start:s.End]. Its JSON is [start,end]. The zero Span is empty.
//
// Do not embed a Span: its MarshalJSON would be promoted.
type Span struct{ Start, End int }

var errSpan = errors.New("parser: a span is a JSON array of two numbers, 0 <= start <= end")

// MarshalJSON writes [start,end].
func (s Span) MarshalJSON() ([]byte, error) {
	b := append(make([]byte, 0, len("[12345,12345]")), '[')
	b = append(strconv.AppendInt(b, int64(s.Start), 10), ',')
	return append(strconv.AppendInt(b, int64(s.End), 10), ']'), nil
}

// UnmarshalJSON reads [start,end]. Its error holds nothing of the input.
func (s *Span) UnmarshalJSON(data []byte) error {
	var pair []int
	if json.Unmarshal(data, &pair) != nil || len(pair) != 2 || pair[0] < 0 || pair[1] < pair[0] {
		return errSpan
	}
	*s = Span{pair[0], pair[1]}
	return nil
}

// Found is a piece of the message: Text == text[Span.Start:Span.End].
//
// A Found, and each type of this package that embeds it, prints as its type and its enumerations
// under fmt, whatever the verb, and slog: Found{}, Money{total exact}, Threat{visit}. What the
// message says, sums included, is only in the fields.
type Found struct {
	Text string `json:"text"`
	Span Span   `json:"span"`
}

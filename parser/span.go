package parser

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
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
// Under %v, %+v, %#v and slog it shows its span and hides its text, and so do the types
// that embed it.
type Found struct {
	Text string `json:"text"`
	Span Span   `json:"span"`
}

// Format hides the text, whatever the verb.
func (f Found) Format(s fmt.State, _ rune) {
	fmt.Fprintf(s, "[%d:%d]", f.Span.Start, f.Span.End)
}

// LogValue hides the text from slog.
func (f Found) LogValue() slog.Value {
	return slog.StringValue(fmt.Sprint(f))
}

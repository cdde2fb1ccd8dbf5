package classify

import (
	"database/sql/driver"
	"errors"

	"github.com/dunsms/dunsms/internal/sqltext"
)

// Answer is the recipient's answer to a question. The zero Answer is Unknown. Its text is
// "unknown", "no" or "yes".
type Answer uint8

// The answers.
const (
	Unknown Answer = iota
	No
	Yes
)

var answerTexts = [...]string{"unknown", "no", "yes"}

var errAnswer = errors.New("classify: answer is not yes, no or unknown")

// String returns "unknown", "no" or "yes".
func (a Answer) String() string {
	if int(a) < len(answerTexts) {
		return answerTexts[a]
	}
	return answerTexts[Unknown]
}

// MarshalText returns the text of Answer.String; it never fails.
func (a Answer) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText reads the text of Answer.String; empty text is Unknown. The error quotes nothing
// of the input.
func (a *Answer) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*a = Unknown
		return nil
	}
	for i, s := range answerTexts {
		if s == string(text) {
			*a = Answer(i)
			return nil
		}
	}
	return errAnswer
}

// Value returns the text of Answer.String to database/sql; it never fails.
func (a Answer) Value() (driver.Value, error) { return a.String(), nil }

// Scan reads the text of Answer.String from database/sql; NULL is Unknown.
func (a *Answer) Scan(column any) error { return sqltext.Scan(a, column) }

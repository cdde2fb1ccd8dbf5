package parser

import (
	"errors"
	"fmt"
)

// MaxBytes is the length of the longest message that Parse takes, in bytes.
const MaxBytes = 16 << 10

// The two errors of Parse.
var (
	// ErrTooLong means that a message is longer than MaxBytes.
	ErrTooLong = errors.New("message too long")
	// ErrNotUTF8 means that a message is not UTF-8. GBK text, common in exports
	// of Chinese messages, has to be decoded first.
	ErrNotUTF8 = errors.New("message is not UTF-8 (GBK text has to be decoded first)")
)

// Error says why a message was not read. It holds nothing of the message.
type Error struct {
	Err    error // ErrTooLong or ErrNotUTF8
	Offset int   // of the first byte that is not UTF-8; only with ErrNotUTF8
	Length int   // of the message, in bytes; only with ErrTooLong
}

// Error returns the rule and the length or the offset.
func (e *Error) Error() string {
	if errors.Is(e.Err, ErrTooLong) {
		return fmt.Sprintf("parser: %v: %d bytes, limit %d", e.Err, e.Length, MaxBytes)
	}
	return fmt.Sprintf("parser: %v: byte %d", e.Err, e.Offset)
}

// Unwrap returns ErrTooLong or ErrNotUTF8.
func (e *Error) Unwrap() error { return e.Err }

// TableError says which line of a caller's table was refused, and why. It holds nothing
// of the line.
type TableError struct {
	Table string // "words", "cues" or "lenders"
	Line  int    // from 1; for lenders, the position in the slice, from 1
	Rule  string // the rule that the line breaks
}

// Error returns the table, the line and the rule.
func (e *TableError) Error() string {
	return fmt.Sprintf("parser: %s, line %d: %s", e.Table, e.Line, e.Rule)
}

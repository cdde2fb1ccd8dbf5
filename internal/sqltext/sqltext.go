// Package sqltext reads values from a column of words.
package sqltext

import (
	"encoding"
	"errors"
)

var errNotText = errors.New("dunsms: a word of a database is a text or NULL")

// Scan reads what database/sql hands to a Scanner: a text by UnmarshalText, NULL as the zero
// value. Its error holds nothing of the column.
func Scan[T any, P interface {
	*T
	encoding.TextUnmarshaler
}](to P, column any) error {
	switch column := column.(type) {
	case nil:
		*to = *new(T)
		return nil
	case string:
		return to.UnmarshalText([]byte(column))
	case []byte:
		return to.UnmarshalText(column)
	}
	return errNotText
}

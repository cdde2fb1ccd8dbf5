// Package field knows the names that programs give to the parts of a message, how they write a
// time, and how they say whether a message was sent or received.
package field

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/tsv"
)

// Field is a part of a message.
type Field string

// The fields. Name, IDNumber and Phone are the recipient's and occur only as columns of tables;
// JSON has Recipient. Addresses and Parts are those of an MMS.
const (
	Addresses  Field = "addresses"
	Dump       Field = "dump" // marks a copy of Android's own table of messages
	Facts      Field = "facts"
	ID         Field = "id"
	IDNumber   Field = "id_number"
	Ignored    Field = "ignored" // says nothing about the message
	Name       Field = "name"
	Parts      Field = "parts"
	Phone      Field = "phone"
	ReceivedAt Field = "received_at"
	Recipient  Field = "recipient"
	Sender     Field = "sender"
	Text       Field = "text"
	Type       Field = "type" // whether it was sent or received
)

// sent marks the row with the values of Type for messages that were not received.
const sent Field = "sent"

//go:embed names.tsv
var namesTSV string

// Key is what a JSON key stands for.
type Key struct {
	Field Field
	// Rank is the place among the names of the field: if a message has several, the one with the
	// lowest rank counts.
	Rank int
}

// names is names.tsv.
type names struct {
	keys    map[string][]Key
	headers map[Field][]string
	sent    []string
}

var table = sync.OnceValue(func() names {
	t := names{keys: map[string][]Key{}, headers: map[Field][]string{}}
	ranks := map[Field]int{}
	for _, columns := range tsv.Rows("names.tsv", namesTSV, 4) {
		f, where, all := Field(columns[0]), columns[1], strings.Split(columns[2], "|")
		if f == sent {
			t.sent = all
			continue
		}
		for _, name := range all {
			if where != "table" {
				t.keys[name] = append(t.keys[name], Key{f, ranks[f]})
				ranks[f]++
			}
			if where != "json" {
				t.headers[f] = append(t.headers[f], name)
			}
		}
	}
	return t
})

// Of returns what a JSON key, which is case-sensitive, stands for; nil if it is unknown.
func Of(key string) []Key { return table().keys[key] }

// Headers returns the possible headers of a column with f; the first that a table has counts.
func Headers(f Field) []string { return slices.Clone(table().headers[f]) }

// Sent reports whether a value of Type says that a message was sent or is still to be sent. Any
// other value means that it was received.
func Sent(value string) bool {
	return slices.Contains(table().sent, strings.ToLower(strings.TrimSpace(value)))
}

package inbox

import (
	"io"
	"iter"

	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/smsbackup"
)

// backup yields the messages of an XML backup.
func backup(r io.Reader) iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		for e, err := range smsbackup.Read(r) {
			entry := Entry{Line: jsonl.Line{Number: e.Line}, form: XML, item: e.Item}
			if e.Problem != "" {
				entry.bad = &jsonl.Error{Code: jsonl.BadXML, Message: string(e.Problem)}
			}
			if !yield(entry, err) {
				return
			}
		}
	}
}

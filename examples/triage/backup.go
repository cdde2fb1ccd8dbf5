package main

import (
	"io"
	"iter"

	"github.com/dunsms/dunsms"
	"github.com/dunsms/dunsms/examples/internal/jsonl"
	"github.com/dunsms/dunsms/examples/internal/smsbackup"
)

// backup yields the messages of a backup of "SMS Backup & Restore".
func backup(r io.Reader) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		for e, err := range smsbackup.Read(r) {
			l := line{Line: jsonl.Line{Number: e.Line}, form: formXML, leftOut: string(e.LeftOut)}
			l.message = dunsms.Message{Text: e.Text, Sender: e.Sender, ReceivedAt: e.ReceivedAt}
			if e.Problem != "" {
				l.bad = &jsonl.Error{Code: jsonl.BadXML, Message: string(e.Problem)}
			}
			if !yield(l, err) {
				return
			}
		}
	}
}

package main

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/dunsms/dunsms/classify/matter"
	"github.com/dunsms/dunsms/classify/remedy"
	"github.com/dunsms/dunsms/parser"
)

// lettersOf returns the letters for a matter. They quote the last message that claims the debt.
func lettersOf(f *foundMatter) []remedy.Letter {
	c := remedy.Case{Notice: &f.report.Notice, Profile: f.of.Recipient, Assessment: f.report.Assessment, Facts: f.report.Facts}
	if last := lastClaim(f.report.Members); last != nil {
		if n, err := parser.Parse(last.Text); err == nil {
			if n.Lender == nil {
				n.Lender = f.report.Notice.Lender
			}
			c.Notice = n // so that what a letter quotes is in the message
		}
		c.Sender, c.ReceivedAt = last.Sender, last.ReceivedAt
		if m := messageAt(f.of, last.Messages[0]); m != nil && len(last.Messages) == 1 { // parts of a text are separate files
			c.MessageSHA256 = hashOf([]byte(m.Text)) // as it came
		}
	}
	return remedy.Letters(c)
}

// lastClaim returns the last message with a time that says that the debt is overdue, or else the
// last message; nil if there is none.
func lastClaim(all []matter.Member) *matter.Member {
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].Kind == parser.KindOverdue && !all[i].ReceivedAt.IsZero() {
			return &all[i]
		}
	}
	if len(all) == 0 {
		return nil
	}
	return &all[len(all)-1]
}

// hashOf returns the SHA-256 of data in hexadecimal.
func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

package presend

import (
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Report is what was found in a notice. It holds nothing of the text or the record.
type Report struct {
	// Fits says whether the text fits its record. One mismatch makes it Disagree. With none, and
	// nothing that tells whose the text is, it is Unknown.
	Fits     identity.Outcome `json:"fits"`
	Findings []Finding        `json:"findings,omitempty"` // by part, then span, then code
}

// Part is what a finding is about. Readers must accept words they do not know.
type Part string

// The parts.
const (
	PartRecord Part = "record" // the text does not fit its record, or contradicts itself
	PartRule   Part = "rule"   // it breaks a rule on collection
	PartLook   Part = "look"   // it looks like a scam to who reads it
)

// Finding is one thing that is wrong with a notice. It holds nothing of the text or the record.
type Finding struct {
	Code   string        `json:"code"` // as in findings.tsv
	Part   Part          `json:"part"`
	Spans  []parser.Span `json:"spans,omitempty"`  // where the text shows it, in order; none for what is missing
	Fields []Field       `json:"fields,omitempty"` // of the record, that it is about
	// Beside is -1 where the text fits the record before, and 1 where it fits that behind.
	Beside  int    `json:"beside,omitempty"`
	Text    string `json:"text"`              // what is wrong, in the language of the Checker
	Fix     string `json:"fix,omitempty"`     // what to do about it
	Wording string `json:"wording,omitempty"` // for the notice, in Chinese, with blanks 〔 〕
	Source  string `json:"source,omitempty"`  // of a rule on collection
}

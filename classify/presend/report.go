package presend

import (
	"github.com/dunsms/dunsms/identity"
	"github.com/dunsms/dunsms/parser"
)

// Report is what was found in a notice. It quotes nothing of the text or the record.
type Report struct {
	// Fits says whether the text fits its record. One mismatch makes it Disagree. If there is
	// none, but nothing tells whose the text is, it is Unknown.
	Fits     identity.Outcome `json:"fits"`
	Findings []Finding        `json:"findings,omitempty"` // by part, then span, then code
}

// Part is what a finding is about. New values may be added; readers must accept ones they do not
// know.
type Part string

// The parts.
const (
	PartRecord Part = "record" // the text does not fit its record, or contradicts itself
	PartRule   Part = "rule"   // the text breaks a rule on collection
	PartLook   Part = "look"   // the text looks like a scam to its reader
)

// Finding is one thing that is wrong with a notice. It quotes nothing of the text or the record.
type Finding struct {
	Code   string        `json:"code"` // of findings.tsv, or of a rule of the caller's
	Part   Part          `json:"part"`
	Spans  []parser.Span `json:"spans,omitempty"`  // where the text shows it, in order; none if something is missing
	Fields []Field       `json:"fields,omitempty"` // the fields of the record that it is about
	// Beside is -1 if the text fits the record before its own, and 1 if it fits the one after.
	Beside  int    `json:"beside,omitempty"`
	Text    string `json:"text"`              // what is wrong, in the language of the Checker
	Fix     string `json:"fix,omitempty"`     // what to do about it
	Wording string `json:"wording,omitempty"` // suggested for the notice, in Chinese, with blanks 〔 〕
	Source  string `json:"source,omitempty"`  // of a broken rule on collection
}

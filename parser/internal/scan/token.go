package scan

import (
	"github.com/dunsms/dunsms/internal/lazy"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/shape"
)

// Token is a meaningful piece of a line: a cue, a lender's name or a shape.
type Token struct {
	Kind            Kind
	Phrase          bool             // a cue with gaps, which overlaps other tokens
	Phone           shape.PhoneClass // the class of a phone number
	Start, End      int32            // in runes
	Clause          int32            // number of the clause, from 0
	Sentence        int32            // number of the sentence, from 0
	Ref             int32            // index in Amounts, Durations or Dates of the line
	prev, next      int32            // the neighbouring tokens, phrases excluded
	lexicon.Meaning                  // of a cue; of a shape, that of the cue that says what it is
	Left, Right     Context          // what the words say about it: before it; after it and at its start; see contexts.tsv
}

// Kind is the sort of a token.
type Kind uint8

// The kinds.
const (
	Cue Kind = iota
	Amount
	Number // an amount if a cue next to it says so
	Duration
	Date
	Phone
	Link
	Lender
	ID
	Tail // the last digits of a number; the meaning says which
	Card
	Serial  // a contract or order number, or a handle; the meaning says which
	Skipped // a time, a rate, a fax number: read so that it is not taken for anything else
)

// Has reports whether t is a cue with one of the senses.
func (t *Token) Has(s lexicon.Sense) bool { return t.Kind == Cue && t.Senses&s != 0 }

// HasMention reports whether t is a cue with one of the mentions.
func (t *Token) HasMention(m lexicon.Mention) bool { return t.Kind == Cue && t.Mentions&m != 0 }

// IsSum reports whether t is an amount or a number that may be one.
func (t *Token) IsSum() bool { return t.Kind == Amount || t.Kind == Number }

// SaysOverdue reports whether t is a cue that says a debt is past due: 逾期, 逾期金额.
func (t *Token) SaysOverdue() bool {
	return t.Kind == Cue && (t.Senses&lexicon.Overdue != 0 || t.Role == *overdueRole.Get())
}

var overdueRole = lazy.New(func() *lexicon.Role { return new(lexicon.RoleOf("overdue")) })

// HasMeaning reports whether the meaning of t is not zero. It is zero for the cues of
// "none" rows.
func (t *Token) HasMeaning() bool { return t.Meaning != (lexicon.Meaning{}) }

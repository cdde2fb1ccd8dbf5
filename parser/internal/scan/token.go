package scan

import (
	"sync"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/shape"
)

// Token is a piece of a line that means something: a cue, a lender's name or a
// shape.
type Token struct {
	Kind            Kind
	Phrase          bool             // a cue with gaps, which lies over the tokens within it
	Phone           shape.PhoneClass // of a phone number
	Start, End      int32            // runes
	Clause          int32            // counts clauses from 0
	Sentence        int32            // counts sentences from 0
	Ref             int32            // index into the amounts, durations or dates of the line
	prev, next      int32            // the tokens around it, phrases aside
	lexicon.Meaning                  // of a cue; of a shape, what the cue before it says that it is
	Left, Right     Context          // what the words before it say of it, and those behind it and at its start, see contexts.tsv
}

// Kind is the sort of a token.
type Kind uint8

// The kinds.
const (
	Cue Kind = iota
	Amount
	Number // an amount if a cue beside it says so
	Duration
	Date
	Phone
	Link
	Lender
	ID
	Tail // the last digits of what the meaning says
	Card
	Serial  // a contract or order number, or a handle: the meaning says which
	Skipped // a time, a rate, a fax number: read so that it is nothing else
)

// Has reports whether t is a cue with one of the senses.
func (t *Token) Has(s lexicon.Sense) bool { return t.Kind == Cue && t.Senses&s != 0 }

// HasMention reports whether t is a cue with one of the mentions.
func (t *Token) HasMention(m lexicon.Mention) bool { return t.Kind == Cue && t.Mentions&m != 0 }

// IsSum reports whether t is an amount, or a number that may be one.
func (t *Token) IsSum() bool { return t.Kind == Amount || t.Kind == Number }

// SaysOverdue reports whether t is a cue that a debt is past due: 逾期, 逾期金额.
func (t *Token) SaysOverdue() bool {
	return t.Kind == Cue && (t.Senses&lexicon.Overdue != 0 || t.Role == overdueRole())
}

var overdueRole = sync.OnceValue(func() lexicon.Role { return lexicon.RoleOf("overdue") })

// HasMeaning reports whether t says anything, or gives amounts a role.
func (t *Token) HasMeaning() bool { return t.Meaning != (lexicon.Meaning{}) }

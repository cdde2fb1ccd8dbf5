package classify

import (
	"database/sql/driver"
	"errors"

	"github.com/dunsms/dunsms/internal/sqltext"
)

// Population says what messages this one is drawn from, and so how likely each story is before
// anything is read. The zero Population is PeopleWhoAsk.
type Population string

// The populations.
const (
	// PeopleWhoAsk is for messages of people who doubt them and ask. The priors are genuine +1,
	// mistake 0, identity theft −3, scam 0. Its text is "people_who_ask".
	PeopleWhoAsk Population = ""
	// EveryMessage is for a filter that sees all messages of a phone. It has the same priors, but
	// genuine +3.
	EveryMessage Population = "every_message"
)

const peopleWhoAsk = "people_who_ask"

// ErrPopulation means that a Population is none of the constants.
var ErrPopulation = errors.New("classify: population is none of people_who_ask, every_message")

// Validate returns ErrPopulation if p is none of the constants.
func (p Population) Validate() error {
	switch p {
	case PeopleWhoAsk, peopleWhoAsk, EveryMessage:
		return nil
	}
	return ErrPopulation
}

// String returns "people_who_ask" or "every_message".
func (p Population) String() string {
	if p == PeopleWhoAsk {
		return peopleWhoAsk
	}
	return string(p)
}

// MarshalText returns the text of Population.String, or ErrPopulation.
func (p Population) MarshalText() ([]byte, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return []byte(p.String()), nil
}

// UnmarshalText reads the text of Population.String; empty text is PeopleWhoAsk. The error is
// ErrPopulation.
func (p *Population) UnmarshalText(text []byte) error {
	read := Population(text)
	if read == peopleWhoAsk {
		read = PeopleWhoAsk
	}
	if err := read.Validate(); err != nil {
		return err
	}
	*p = read
	return nil
}

// Value returns the text of Population.String to database/sql, or ErrPopulation.
func (p Population) Value() (driver.Value, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	return p.String(), nil
}

// Scan reads the text of Population.String from database/sql; NULL is PeopleWhoAsk.
func (p *Population) Scan(column any) error { return sqltext.Scan(p, column) }

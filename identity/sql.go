package identity

import (
	"database/sql/driver"

	"github.com/dunsms/dunsms/internal/sqltext"
)

// Value returns the text of [Outcome.String] to database/sql; it never fails.
func (o Outcome) Value() (driver.Value, error) { return o.String(), nil }

// Scan reads the text of [Outcome.String] from database/sql; NULL is Unknown.
func (o *Outcome) Scan(column any) error { return sqltext.Scan(o, column) }

// Value returns the text of [Sex.String] to database/sql; it never fails.
func (s Sex) Value() (driver.Value, error) { return s.String(), nil }

// Scan reads the text of [Sex.String] from database/sql; NULL is SexUnknown.
func (s *Sex) Scan(column any) error { return sqltext.Scan(s, column) }

// Value returns the text of [PhoneClass.String] to database/sql; it never fails.
func (c PhoneClass) Value() (driver.Value, error) { return c.String(), nil }

// Scan reads the text of [PhoneClass.String] from database/sql; NULL is PhoneUnknown.
func (c *PhoneClass) Scan(column any) error { return sqltext.Scan(c, column) }

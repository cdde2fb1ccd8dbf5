package identity

import "strconv"

// Rule names a rule that a text breaks.
type Rule string

// The rules. New rules may be added; readers must accept ones they do not know.
const (
	RuleLength    Rule = "bad length"
	RuleCharacter Rule = "bad character"
	RuleProvince  Rule = "no such province"
	RuleDate      Rule = "no such date"
	RuleCheck     Rule = "check digit"
)

// ParseError says which rule a text breaks, and where. It holds nothing of the
// text.
type ParseError struct {
	What   string // "ID number", "masked ID number", "name" or "phone number"
	Rule   Rule
	Offset int // in bytes of the text as it was given
}

// Error returns a line such as "identity: ID number: no such date at byte 6".
func (e *ParseError) Error() string {
	return "identity: " + e.What + ": " + string(e.Rule) + " at byte " + strconv.Itoa(e.Offset)
}

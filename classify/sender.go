package classify

// SenderStatus says whether what the sender says may be followed: paid to, called back,
// tapped, told. It is a question of its own: a real debt does not make whoever writes of
// it its payee. The zero SenderStatus reads as SenderNoHandle; a reader must accept words
// that it does not know.
type SenderStatus string

// The statuses, in the words of the JSON.
const (
	// SenderConfirmed: the lender itself, on a line found elsewhere, calls the sender,
	// the number or the account its own or its agent's; or all that the message offers
	// is the lender's own by the table of contacts, a public body's, a store's, or a short
	// number of a large firm that the table gives nobody else.
	SenderConfirmed SenderStatus = "confirmed"
	// SenderDenied: the lender disowns it, or the message bears a mark that no creditor's has.
	SenderDenied SenderStatus = "denied"
	// SenderUnverified: it offers a link, a number, an account or a contact that nothing
	// shows to be the lender's, comes from a number that anybody may have, or is worded a
	// little like scams.
	SenderUnverified SenderStatus = "unverified"
	// SenderNoHandle: it offers nothing to follow, at most the lender's own app.
	SenderNoHandle SenderStatus = "no_handle"
)

// String returns the word of the JSON, "no_handle" for the zero SenderStatus.
func (s SenderStatus) String() string {
	if s == "" {
		return string(SenderNoHandle)
	}
	return string(s)
}

// Sender is what an Assessment says of whoever wrote. It holds no personal data.
type Sender struct {
	Status SenderStatus `json:"status"`
	// Evidence is what decided, in the order of Assessment.Evidence: its weights are
	// those for the stories, and zero for what bears on the sender alone.
	Evidence []Evidence `json:"evidence,omitempty"`
}

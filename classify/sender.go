package classify

// SenderStatus says whether it is safe to do what the sender says: pay, call back, tap, tell. It
// is an answer apart from the verdict: that a debt is real does not mean that whoever writes about
// it may be paid. The zero SenderStatus reads as SenderNoHandle. New values may be added; readers
// must accept ones they do not know.
type SenderStatus string

// The statuses, in the words of the JSON.
const (
	// SenderConfirmed: the lender itself, on a line found elsewhere, says that the sender, the
	// number or the account is its own or its agent's; or everything that the message offers is
	// known as the lender's own, a public body's or a store's, or is a large firm's short number
	// that the table of contacts gives to no other.
	SenderConfirmed SenderStatus = "confirmed"
	// SenderDenied: the lender disowns the sender, the message has a mark that no creditor's
	// message has, or it is a scam with more than low confidence.
	SenderDenied SenderStatus = "denied"
	// SenderUnverified: the message offers a link, a number, an account or a contact that nothing
	// shows to be the lender's, comes from a number that anybody may have, or is worded a little
	// like scams.
	SenderUnverified SenderStatus = "unverified"
	// SenderNoHandle: the message offers nothing to follow, at most the lender's own app.
	SenderNoHandle SenderStatus = "no_handle"
)

// String returns the word of the JSON, "no_handle" for the zero SenderStatus.
func (s SenderStatus) String() string {
	if s == "" {
		return string(SenderNoHandle)
	}
	return string(s)
}

// Sender is what an Assessment says about whoever wrote. It holds no personal data.
type Sender struct {
	Status SenderStatus `json:"status"`
	// Evidence is what bears on the sender, in the order of Assessment.Evidence. Its weights are
	// for the stories, so they are zero for evidence that bears on the sender alone.
	Evidence []Evidence `json:"evidence,omitempty"`
}

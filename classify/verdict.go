package classify

// Verdict is the story that explains a message best, or that none does. The
// zero Verdict reads as Undetermined; a reader must accept words it does not
// know.
type Verdict string

// The verdicts, in the words of the JSON.
const (
	Undetermined  Verdict = "undetermined"
	Genuine       Verdict = "genuine"
	Mistake       Verdict = "mistake"
	IdentityTheft Verdict = "identity_theft"
	Scam          Verdict = "scam"
	NotANotice    Verdict = "not_a_notice" // it speaks of no debt that is overdue, in court or sold, and is not a plain scam
)

// String returns the word of the JSON, "undetermined" for the zero Verdict.
func (v Verdict) String() string {
	if v == "" {
		return string(Undetermined)
	}
	return string(v)
}

// Confidence says how far a verdict leads. The zero Confidence reads as
// ConfidenceNone; a reader must accept words it does not know.
type Confidence string

// The confidences, in the words of the JSON and in order.
const (
	ConfidenceNone    Confidence = "none"    // there is no verdict
	ConfidenceLow     Confidence = "low"     // a lead of 2 bits
	ConfidenceHigh    Confidence = "high"    // of 4 bits
	ConfidenceCertain Confidence = "certain" // of 8 bits, with a record or a cue of 5 bits
)

// String returns the word of the JSON, "none" for the zero Confidence.
func (c Confidence) String() string {
	if c == "" {
		return string(ConfidenceNone)
	}
	return string(c)
}

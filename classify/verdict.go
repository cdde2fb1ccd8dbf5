package classify

// Verdict is the story that explains a message best, or says that none does. The zero Verdict
// reads as Undetermined. New values may be added; readers must accept ones they do not know.
type Verdict string

// The verdicts, in the words of the JSON.
const (
	Undetermined  Verdict = "undetermined"
	Genuine       Verdict = "genuine"
	Mistake       Verdict = "mistake"
	IdentityTheft Verdict = "identity_theft"
	Scam          Verdict = "scam"
	NotANotice    Verdict = "not_a_notice" // it speaks of no debt that is overdue, in court or sold, and is not plainly a scam
)

// String returns the word of the JSON, "undetermined" for the zero Verdict.
func (v Verdict) String() string {
	if v == "" {
		return string(Undetermined)
	}
	return string(v)
}

// Confidence says how far a verdict leads. The zero Confidence reads as ConfidenceNone. New values
// may be added; readers must accept ones they do not know.
type Confidence string

// The confidences, in the words of the JSON and in order.
const (
	ConfidenceNone    Confidence = "none"    // there is no verdict
	ConfidenceLow     Confidence = "low"     // a lead of 2 bits
	ConfidenceHigh    Confidence = "high"    // a lead of 4 bits
	ConfidenceCertain Confidence = "certain" // a lead of 8 bits, with a record asked, a cue of 5 bits or a disowned sender
)

// String returns the word of the JSON, "none" for the zero Confidence.
func (c Confidence) String() string {
	if c == "" {
		return string(ConfidenceNone)
	}
	return string(c)
}

// Package presend checks a lender's notice before it goes out: whether its text fits the record
// that it was made from, which rules on collection it breaks, and what makes it look like a scam
// to its reader, each with how to put it right.
//
//	report, err := new(presend.Checker).Check(presend.Notice{Text: text, Record: record})
//	send := err == nil && len(report.Findings) == 0 && report.Fits == identity.Agree
//
// Send a notice only if there is no error, there are no Findings and Fits is identity.Agree: Unknown
// means that nothing in the text tells whose it is. What a [Record] lacks is not checked.
//
// A [Finding] holds nothing of a text or a record: places are bytes of the text, and wording has
// blanks 〔 〕 that the sender fills in.
//
// What may be found is in findings.tsv, with what triggers it.
package presend

// Package presend checks a lender's notice before it goes out: whether its text fits the record
// from which it was made, which rules on collection it breaks, and what makes it look like a scam
// to its reader. Each finding says how to put it right.
//
//	report, err := new(presend.Checker).Check(presend.Notice{Text: text, Record: record})
//	send := err == nil && len(report.Findings) == 0 && report.Fits == identity.Agree
//
// Send a notice only if there is no error, there are no Findings and Fits is identity.Agree:
// Unknown means that nothing in the text tells whose it is. Fields that a [Record] lacks are not
// checked.
//
// A [Finding] quotes nothing of a text or a record: places are byte offsets in the text, and the
// suggested wording has blanks 〔 〕 that the sender fills in.
//
// The table findings.tsv lists all findings and what triggers them.
package presend

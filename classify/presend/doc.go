// Package presend checks a lender's notice before it goes out: whether its text fits the record
// that it was made from, which rules on collection it breaks, and what makes it look like a scam
// to its reader, each with how to put it right.
//
//	report, err := new(presend.Checker).Check(presend.Notice{Text: text, Record: record})
//	if err != nil || len(report.Findings) > 0 {
//		return // hold it back
//	}
//
// What a [Record] does not have is not checked. A [Finding] holds nothing of a text or a record:
// places are bytes of the text, and wording has blanks 〔 〕 that the sender fills in.
//
// What may be found is in findings.tsv, with what triggers it.
package presend

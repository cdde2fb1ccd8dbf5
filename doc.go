// Package dunsms reads Chinese debt-collection SMS and tells whether each is genuine, a
// mistake, identity theft or a scam, with the evidence and what to do next.
//
//   - [Check] does all of it for one [Message] and returns a [Report].
//   - A [Checker] does the same with your own lenders, words, evidence and language.
//   - [Checker.CheckAll] checks many messages, on all cores.
//   - [Checker.Matters] reads all messages of one phone together: thirty messages may be
//     about only two debts.
//   - [Preload] loads all tables in advance, so that the first message of a service does
//     not have to wait.
//
// Each part is a package of its own:
//
//   - [github.com/dunsms/dunsms/parser] reads what the message claims: who owes whom how
//     much and since when, what the sender threatens and wants, and where the text says so.
//   - [github.com/dunsms/dunsms/identity] reads ID numbers, names and phone numbers, whole
//     or masked, and tells whether a message is about the person who received it.
//   - [github.com/dunsms/dunsms/classify] decides which of the four verdicts fits the message
//     best, and whether it is safe to do what the sender says.
//   - [github.com/dunsms/dunsms/classify/conduct] names the rules on debt collection that
//     the message breaks.
//   - [github.com/dunsms/dunsms/classify/remedy] has steps to take, letters and evidence
//     records.
//   - [github.com/dunsms/dunsms/classify/plain] puts all of this in plain words.
//   - [github.com/dunsms/dunsms/classify/matter] groups the messages of one phone into
//     matters.
//   - [github.com/dunsms/dunsms/classify/presend] checks a lender's notice against its
//     record before it is sent.
//   - [github.com/dunsms/dunsms/glossary] lists the terms, in English and Chinese.
//
// Everything works offline and is safe for concurrent use. The same input gives the same
// output, byte for byte, with cgo and without. Errors never contain any part of a message,
// and nothing is logged. Values that hold personal data are masked when printed;
// json.Marshal writes them in full.
package dunsms

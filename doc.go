// Package dunsms reads Chinese debt-collection SMS and says what they are: genuine, a
// mistake, identity theft or a scam, with the evidence for each and what to do next.
//
//   - [Check] does all of it: one [Message] in, one [Report] out.
//   - A [Checker] does so with what is your own: lenders, words, evidence, a language.
//   - [Checker.CheckAll] takes many messages, on all cores.
//   - [Checker.Matters] takes those of one phone and joins them to matters: thirty
//     messages about two debts.
//   - [Preload] is for services that want their first answer fast.
//
// The packages do the parts:
//
//   - [github.com/dunsms/dunsms/parser]: who is said to owe what to whom and since
//     when, what the sender threatens and asks, each with its place in the text.
//   - [github.com/dunsms/dunsms/identity]: ID numbers, names and phone numbers, whole or
//     partly hidden; whether a message means the person who received it.
//   - [github.com/dunsms/dunsms/classify]: which story explains the message best, and
//     whether its sender may be followed.
//   - [github.com/dunsms/dunsms/classify/conduct]: the rules on collection that it breaks.
//   - [github.com/dunsms/dunsms/classify/remedy]: steps, letters, a record of evidence.
//   - [github.com/dunsms/dunsms/classify/plain]: all of it in words for people.
//   - [github.com/dunsms/dunsms/classify/matter]: the messages of one phone together.
//   - [github.com/dunsms/dunsms/classify/presend]: a lender's own notice against the record
//     it is made from, before it goes.
//   - [github.com/dunsms/dunsms/glossary]: the terms, in English and Chinese.
//
// All of it works offline, gives the same bytes for the same input, with cgo and
// without, and may be used from many goroutines. Nothing of a message goes into an
// error or a log; values that hold personal data print hidden, and json.Marshal
// writes them whole.
package dunsms

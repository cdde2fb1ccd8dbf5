// Package classify weighs a notice against what is known of the person who
// received it, and says which of four stories explains it best:
//
//   - genuine: the debt is the recipient's own, and the sender is the creditor
//     or acts for it;
//   - mistake: it is meant for somebody else, or the record is wrong;
//   - identity theft: a loan in the recipient's name that they never took;
//   - scam: the sender is not the creditor and does not act for it, or extorts;
//     a real debt may exist beside it.
//
// It answers a second question beside this, because a real debt does not make whoever writes
// of it its payee: may what the sender says be followed? See [Sender].
//
// Assess gives the verdict with every piece of evidence for and against;
// LikelyMistake, LikelyIdentityTheft and LikelyScam answer one question each.
//
// # What the numbers are
//
// Scores are bits of evidence, not probabilities: nobody knows how often each
// cue stands in each sort of message, so the weights of evidence.tsv are
// judgements, and only their sums and distances are used. Text alone proves
// no debt and no theft. It can show a scam; the comparison with the recipient
// tells mistake from genuine; only the recipient's own knowledge tells genuine
// from theft. Whatever is thin is Undetermined.
//
// # What the old advice gets wrong
//
// A name that does not fit speaks for a mistake, not for a fake: a swindler
// with a list has the right name. "The app shows no such account" may be a
// mistake as well as a fake. A visit, a lawsuit, the credit record, words broken
// by spaces, a deadline today and a short link are written by real collectors
// too; a sender's number can be forged. That the app shows the debt does not make a
// collector's private account right.
//
// # Privacy
//
// An Assessment holds codes, bits and spans, and nothing of the message, the
// recipient or the sender.
package classify

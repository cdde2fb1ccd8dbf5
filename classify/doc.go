// Package classify weighs a notice against what is known about the person who received
// it, and decides which of four stories explains it best:
//
//   - genuine: the debt is the recipient's own, and the sender is the creditor or acts
//     for it;
//   - mistake: the notice is meant for somebody else, or the record is wrong;
//   - identity theft: somebody else took a loan in the recipient's name;
//   - scam: the sender is not the creditor and does not act for it, or it is extortion.
//     There may be a real debt all the same.
//
// It also answers a second question: is it safe to do what the sender says? Even if the
// debt is real, whoever writes about it may not be the one to pay. See [Sender].
//
// Assess returns the verdict and every piece of evidence for and against it.
// LikelyMistake, LikelyIdentityTheft and LikelyScam answer one question each.
//
// # What the numbers are
//
// Scores are bits of evidence, not probabilities. Nobody knows how often each cue occurs in
// each sort of message, so the weights in evidence.tsv are judgements. Only their
// sums, and how far apart these are, are used.
//
// Text alone can show a scam, but it proves no debt and no theft. Only the comparison with
// the recipient tells a mistake from a genuine notice. Only what the recipient knows tells
// identity theft from a debt of their own. If the evidence is thin, the verdict is
// Undetermined.
//
// # What the old advice gets wrong
//
// A name that does not fit points to a mistake rather than a scam: a swindler with a leaked
// list has the right name. If the app shows no such account, that too may be a mistake as
// well as a scam. Real collectors also threaten visits, lawsuits and the credit record,
// break words up with spaces, set deadlines for today and send short links. A sender's
// number can be forged. And even if the app shows the debt, that does not make a
// collector's private account the place to pay it.
//
// # Privacy
//
// An Assessment holds codes, bits and spans. It holds no part of the message and nothing
// about the recipient or the sender.
package classify

// Package parser reads one Chinese SMS and says what it claims about a debt: who owes
// what to whom and since when, and what the sender threatens and asks for.
//
// [Parse] uses the embedded tables; [New] makes a [Parser] that also has the caller's
// rows. [Relevant] is the first step alone, cheap enough for every message on a phone.
//
// A message is read in these steps:
//
//   - The gate adds up weights of characters and pairs, in one pass. A text that is about
//     no debt and wants nothing of its reader is KindOther and otherwise empty, and
//     nothing else is done; one that only wants something is KindOther and read whole.
//   - Folding normalizes the text: each character gets one form, and full-width,
//     traditional and disguised spellings (逾 期, 逾qi) become plain. A line break within a
//     number drops out, others end a line. A map back to the source lets every [Span]
//     count bytes of the text as given.
//   - jieba cuts the text into words, once.
//   - A scan from left to right turns them into a line of tokens: links, lenders' names,
//     cue words and phrases, and shapes such as ID numbers, cards, phones, dates, times
//     and amounts. A cue counts only if a word begins or ends with it. The scan also
//     notes what the neighbouring words say about a token, 7天内 is a time to come, and
//     gives the sums after a heading, （万元）, its unit.
//   - Finders read the line, which none of them changes, for the lender, the debtor, the
//     amounts and their roles, contacts, threats and asks, how long the debt is past due
//     and when it falls due.
//   - A linear model of pieces of the text and of what was found decides the kind, and how
//     likely it is right, and how likely the message is a scam, and hears threats and asks
//     that no cue makes; others decide which amount is owed and how many days the debt is
//     past due. [Notice] says which words decided.
//
// The words are rows of tables, each in the package that uses it. CONTRIBUTING.md says
// where a new one goes.
//
// # Privacy
//
// Errors hold an offset, a length or a rule, never a byte of the message. Values found
// in a message print without it under fmt and log/slog, so that fmt.Println(n.Amount) says
// Money{total exact} and no sum: print its fields. json.Marshal writes everything.
package parser

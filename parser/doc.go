// Package parser reads one Chinese SMS and says what it claims about a debt: who
// owes what to whom and since when, and what the sender threatens and asks.
//
// [Parse] does it with the embedded tables; [New] makes a [Parser] with rows of
// the caller beside them. [Relevant] is the first step alone, cheap enough for
// every message of a phone.
//
// A message takes this way, and each step stands in a package of its own:
//
//   - The gate looks for any cue of a debt. Without one the [Notice] is KindOther and
//     empty, and nothing else is done.
//   - Folding gives each character one form: full-width, traditional and hidden
//     spellings (逾 期, 逾qi) become plain, with a map back, so that every [Span] counts
//     bytes of the text as given.
//   - jieba cuts the text into words, once.
//   - A scan from left to right makes a line of tokens: links, lenders' names, cue
//     words and phrases, and shapes: ID numbers, cards, phones, dates, times, amounts. A
//     cue counts where a word begins or ends with it. What the words beside a token say
//     of it is noted: 7天内 is a time to come.
//   - Finders look at the line, which none of them changes, for the lender, the debtor,
//     the amounts with their roles, contacts, threats and asks, how long the debt is past
//     due and when it falls due.
//   - Their facts decide the kind, and make the notice.
//
// What a reader of these messages may want to add is a row of a table beside the package
// that uses it; CONTRIBUTING.md says which.
//
// # Privacy
//
// Errors hold an offset, a length or a rule, never a byte of the message. What is
// found hides its text under fmt and log/slog; json.Marshal is whole.
package parser

// Package parser reads one Chinese SMS and extracts what it claims about a debt: who owes
// whom how much and since when, and what the sender threatens and asks for.
//
// [Parse] uses the embedded tables; [New] makes a [Parser] that also has your own rows.
// [Relevant] is the first step alone, cheap enough for every message on a phone.
//
// A message is read in these steps:
//
//   - The gate adds up the weights of characters and pairs of characters, in one pass. A
//     text that is not about a debt is KindOther. Unless it wants something of its reader,
//     reading ends here, and the rest of the notice stays empty.
//   - Folding gives each character one form: full-width, traditional and disguised
//     spellings (逾 期, 逾qi) become plain. A line break inside a number is dropped; any
//     other ends a line. A map back to the source lets every [Span] count bytes of the
//     original text.
//   - jieba cuts the text into words, once.
//   - A scan from left to right turns the words into tokens: links, lenders' names, cue
//     words and phrases, and shapes such as ID numbers, cards, phones, dates, times and
//     amounts. A cue counts only if it begins or ends a word. The scan also notes what the
//     words around a token say about it: 7天内 lies in the future. Sums below a heading
//     with a unit, （万元）, get that unit.
//   - Finders read the tokens without changing them. They look for the lender, the debtor,
//     the amounts and their roles, contacts, threats and asks, how long the debt is
//     overdue, and when it is due.
//   - Linear models decide the rest, from pieces of the text and from what was found. They
//     decide the kind, the amount owed and the days overdue. They estimate how likely the
//     kind is right, and how likely the message is a scam. They also catch threats and asks
//     that no cue shows. The [Notice] has the words that decided.
//
// The words are rows of tables, each in the package that uses it. CONTRIBUTING.md tells
// where to add one.
//
// # Privacy
//
// Errors hold an offset, a length or a rule, never a byte of the message. Values found in
// a message hide their content from fmt and log/slog: fmt.Println(n.Amount) prints
// Money{total exact}, without the sum. To see it, print the fields. json.Marshal writes
// everything.
package parser

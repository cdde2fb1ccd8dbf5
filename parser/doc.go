// Package parser reads one Chinese SMS and says what it claims about a debt: who
// owes what to whom and since when, and what the sender threatens and asks.
//
// [Parse] does it with the embedded tables; [New] makes a [Parser] with rows of
// the caller beside them. [Relevant] is the first step alone, cheap enough for
// every message of a phone.
//
// A message takes this way. A scan for any cue word: without one the [Notice] is
// KindOther and empty. Folding: full-width, traditional and hidden spellings
// (逾 期, 逾qi) become plain, with a map back, so that every [Span] counts bytes
// of the text as given. Shapes: links, ID numbers, cards, phones, dates, then
// amounts on what is left. Words: jieba cuts the text once, and a cue counts where a word
// begins or ends with it. Roles: cues give each number and name its part. Kind,
// from all of these.
//
// # Privacy
//
// Errors hold an offset, a length or a rule, never a byte of the message. What is
// found hides its text under fmt and log/slog; json.Marshal is whole.
package parser

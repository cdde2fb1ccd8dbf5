// Package identity reads Chinese ID numbers, names and phone numbers, whole or
// partly hidden, and compares what a message says of its addressee with the
// person who received it.
//
// [ParseID], [ParseMaskedID], [ParseName] and [ParsePhone] read one thing each.
// [Compare] weighs a [Claim] against a [Profile], in bits.
//
// # Privacy
//
// What is read here is personal data. Errors name a rule and an offset, never
// what was read. Every type prints hidden under fmt, whatever the verb, and
// under log/slog; Reveal gives the whole text. json.Marshal is whole too, since
// the caller asked for it. Two things are not covered: fmt cannot ask a value
// in an unexported field of a caller's struct to hide itself, and json.Marshal
// of a caller's struct is as whole as that of the value in it.
//
// A database keeps what it is given, and its driver may log it, so whoever stores
// personal data says in which form: database/sql refuses an [ID], a [MaskedID], a
// [Name] and a [Phone]; pass Reveal, or String for the hidden form, and read it
// back with ParseID and the like. The enumerations are columns of words.
package identity

// Package identity reads Chinese ID numbers, names and phone numbers, whole or masked, and
// tells whether a message means the person who received it.
//
// [ParseID], [ParseMaskedID], [ParseName] and [ParsePhone] read one thing each. [Compare]
// weighs a [Claim], the person whom the message means, against a [Profile], the person who
// received it, in bits.
//
// # Privacy
//
// All of this is personal data. Errors name a rule and an offset, never what was read.
// Every type prints masked under fmt, whatever the verb, and under log/slog. Reveal returns
// the whole text, and json.Marshal writes it, because then you ask for it.
//
// Your own structs need care: fmt cannot ask a value in an unexported field to mask
// itself, and json.Marshal of a struct writes the values in it whole.
//
// A database keeps what it is given, and its driver may log it. So database/sql refuses an
// [ID], a [MaskedID], a [Name] and a [Phone] until you say in which form to store it: pass
// Reveal for the whole text or String for the masked one, and read it back with ParseID and
// the like. Enumerations are stored as words.
package identity

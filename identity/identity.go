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
// Under fmt, whatever the verb, and under log/slog every type prints masked. Reveal and
// json.Marshal give the whole text, because whoever calls them asks for it.
//
// Take care with your own structs: fmt cannot ask a value in an unexported field to mask
// itself, and json.Marshal of a struct writes the values in it whole.
//
// A database keeps what it is given, and its driver may log it. So database/sql refuses an
// [ID], a [MaskedID], a [Name] or a [Phone] until you choose the form to store: pass Reveal
// for the whole text or String for the masked one, and read it back with ParseID and the
// like. Enumerations are stored as words.
package identity

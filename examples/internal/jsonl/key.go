package jsonl

// unknownKey returns the error for a key that no message has.
func unknownKey(key string) *Error {
	return errorOfKey(key, " is unknown; the known keys are facts, id, received_at, recipient, sender, text, type, and other programs' names for them")
}

// unknownKeyOf returns the error for an unknown key of an object within a message.
func unknownKeyOf(object, key, known string) *Error {
	return errorOfKey(key, " of "+object+" is unknown; the known keys are "+known)
}

// errorOfKey returns an error whose message begins with a key of the line.
func errorOfKey(key, what string) *Error {
	return &Error{Code: BadJSON, Message: nameOf(key) + what, keyless: noName + what}
}

// noName stands for a key that must not be named.
const noName = "a key"

// nameOf names a key that looks like one from a program: ASCII letters and _ with few digits.
// Anything else may be a piece of a message, a name or a number, and is called "a key".
func nameOf(key string) string {
	const maxLength, maxDigits = 40, 3
	digits := 0
	for i, c := range []byte(key) {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z', c == '_':
		case '0' <= c && c <= '9' && i > 0:
			digits++
		default:
			return noName
		}
	}
	if key == "" || len(key) > maxLength || digits > maxDigits {
		return noName
	}
	return "the key " + key
}

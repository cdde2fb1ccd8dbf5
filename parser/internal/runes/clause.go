package runes

// EndsClause reports whether c ends a clause; so does the end of the text, 0.
func EndsClause(c rune) bool {
	switch c {
	case '，', ',', '[', ']':
		return true
	}
	return EndsSentence(c)
}

// EndsSentence reports whether c ends a sentence; so does the end of the text, 0.
func EndsSentence(c rune) bool {
	switch c {
	case '。', '；', '？', '!', '?', ';', '\n', '】', '【', 0:
		return true
	}
	return false
}

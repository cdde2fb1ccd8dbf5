package runes

// EndsClause reports whether c ends a clause. 0, for the end of the text, does.
func EndsClause(c rune) bool {
	return !IsCommonHan(c) && (IsComma(c) || c == '[' || c == ']' || EndsSentence(c))
}

// EndsSentence reports whether c ends a sentence. 0, for the end of the text, does.
func EndsSentence(c rune) bool {
	switch c {
	case '。', '；', '？', '!', '?', ';', '\n', '】', '【', 0:
		return true
	}
	return false
}

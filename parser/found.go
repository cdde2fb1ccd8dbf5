package parser

import "github.com/dunsms/dunsms/parser/internal/scan"

// found returns the piece of the source that l.Runes[i:j] was made from; i < j.
func found(l *scan.Line, i, j int) Found {
	start, end := l.Span(i, j)
	return Found{Text: l.Source[start:end], Span: Span{start, end}}
}

// foundToken returns the piece of the source that the token at k was made from.
func foundToken(l *scan.Line, k int) Found {
	return found(l, int(l.Tokens[k].Start), int(l.Tokens[k].End))
}

// tokens returns the words as the source writes them.
func tokens(l *scan.Line) []Token {
	tokens := make([]Token, 0, l.Words())
	for i := 0; i < len(l.Runes); {
		end := l.WordEnd(i)
		tokens = append(tokens, Token{found(l, i, end)})
		i = end
	}
	return tokens
}

// signatures returns the signatures as the source writes them, nil if there are none.
func signatures(l *scan.Line) []Found {
	if len(l.Signatures) == 0 {
		return nil
	}
	list := make([]Found, len(l.Signatures))
	for i, g := range l.Signatures {
		list[i] = found(l, g[0], g[1])
	}
	return list
}

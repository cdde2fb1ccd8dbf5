package parser

import "github.com/dunsms/dunsms/parser/internal/scan"

// found returns the piece of the caller's text that runes[i:j] were made from, i < j.
func found(l *scan.Line, i, j int) Found {
	start, end := l.Span(i, j)
	return Found{Text: l.Source[start:end], Span: Span{start, end}}
}

// foundToken returns the piece of the caller's text that the token at k was made from.
func foundToken(l *scan.Line, k int) Found {
	return found(l, int(l.Tokens[k].Start), int(l.Tokens[k].End))
}

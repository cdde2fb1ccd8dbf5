package parser

// folded is a message as the stages after folding read it: one character form
// for each meaning, and a map back to the caller's bytes.
type folded struct {
	text  string  // as given
	runes []rune  // folded
	start []int32 // start[i] is the byte of text at which the source of runes[i] begins
	end   []int32 // end[i] is the byte after it; characters looked through lie between end[i] and start[i+1]
}

// span returns the bytes of the caller's text that runes[i:j] were made from,
// i < j.
func (f *folded) span(i, j int) Span {
	return Span{int(f.start[i]), int(f.end[j-1])}
}

// found returns the piece of the caller's text that runes[i:j] were made from,
// i < j.
func (f *folded) found(i, j int) Found {
	s := f.span(i, j)
	return Found{Text: f.text[s.Start:s.End], Span: s}
}

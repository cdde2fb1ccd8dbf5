package learned

// place is where a feature is: i<<2|n for the piece of n symbols that begins at symbol
// i, and i<<2 for span i of the Reading.
type place uint32

// nowhere is the place of a feature of the message as a whole.
const nowhere place = 0

// span is a piece of a message, [from, to) in runes.
type span struct{ from, to int32 }

// placeOf returns the place of a span.
func (r *Reading) placeOf(from, to int32) place {
	r.spans = append(r.spans, span{from, to})
	return place(len(r.spans)) << 2
}

// spanOf returns the runes at p, none for nowhere.
func (r *Reading) spanOf(p place) span {
	switch i, n := p>>2, p&3; {
	case n > 0:
		return span{r.starts[i], r.starts[i+n]}
	case i > 0:
		return r.spans[i-1]
	}
	return span{}
}

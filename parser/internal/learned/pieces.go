package learned

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/scan"
)

// Piece is a piece of a message that decided, in runes, with its weight in nats.
type Piece struct {
	Start, End int
	Weight     float64
}

// mostPieces is how many pieces are said to have decided, at most.
const mostPieces = 3

// leastShare is the least weight of a piece, as a share of the weightiest.
const leastShare = 0.3

// Pieces returns the words of l, or the values, that spoke most for an output, against the mean of the
// other kinds or, for Scam, against none: the weightiest first, at most mostPieces. The
// weight of a feature is divided among its runes.
func (r *Reading) Pieces(l *scan.Line, output int) []Piece {
	unit := r.kind.temperatures[output]
	r.beginRunes(l)
	for _, h := range r.kind.list {
		r.spread(h.from, h.to, float32(r.speaksFor(h.row, output)*unit))
	}
	var list [mostPieces]Piece
	n := 0
	for i := 0; i < len(l.Runes); {
		p := r.piece(l, i)
		i = p.End
		n = insert(list[:], n, p)
	}
	kept := list[:0]
	for _, p := range list[:n] {
		if p.Weight > 0 && p.Weight >= leastShare*list[0].Weight {
			p.Weight = rounded(p.Weight)
			kept = append(kept, p)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return append([]Piece(nil), kept...)
}

// beginRunes makes the weights of runes ready for l.
func (r *Reading) beginRunes(l *scan.Line) {
	r.byRune = slices.Grow(r.byRune[:0], len(l.Runes))[:len(l.Runes)]
	clear(r.byRune)
}

// spread divides the weight of a feature among its runes.
func (r *Reading) spread(from, to int32, weight float32) {
	for i := from; i < to; i++ {
		r.byRune[i] += weight / float32(to-from)
	}
}

// piece returns the word or value that begins at rune i, with the weight of its runes.
func (r *Reading) piece(l *scan.Line, i int) Piece {
	p := Piece{Start: i, End: pieceEnd(l, i)}
	for ; i < p.End; i++ {
		p.Weight += float64(r.byRune[i])
	}
	return p
}

// pieceEnd returns the end of the value at rune i, else of the word.
func pieceEnd(l *scan.Line, i int) int {
	if k := l.From(i); k < len(l.Tokens) && int(l.Tokens[k].Start) == i && l.Tokens[k].Kind != scan.Cue {
		return int(l.Tokens[k].End)
	}
	return l.WordEnd(i)
}

// insert puts p in its place in list, of which n pieces are set, and returns how many
// are then.
func insert(list []Piece, n int, p Piece) int {
	i := n
	for i > 0 && list[i-1].Weight < p.Weight {
		i--
	}
	if i == len(list) {
		return n
	}
	n = min(n+1, len(list))
	copy(list[i+1:n], list[i:n-1])
	list[i] = p
	return n
}

// speaksFor returns how much a row speaks for an output.
func (r *Reading) speaksFor(row int32, output int) float64 {
	w := r.kind.of(row)
	if output == Scam {
		return float64(w[Scam])
	}
	others := 0
	for k := range Kinds {
		if k != output {
			others += int(w[k])
		}
	}
	return float64(w[output]) - float64(others)/(Scam-1)
}

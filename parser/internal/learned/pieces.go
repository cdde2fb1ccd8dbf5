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

// Pieces returns the words of l, or the values, that spoke most for a kind, against the
// mean of the others, or for Scam: the weightiest first, at most mostPieces. The weight of
// a feature is divided among its runes.
func (r *Reading) Pieces(l *scan.Line, output int) []Piece {
	unit := r.message.outputs[min(output, scamOutput)].unit
	r.beginRunes(l)
	for _, h := range r.message.list {
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

// speaksFor returns how much a row speaks for a kind or a scam.
func (r *Reading) speaksFor(row int32, output int) float64 {
	var of [len(Kinds) + 1]int // the last kind has no weights
	sum := 0
	for _, w := range r.message.of(row) {
		switch k := int(w.output); {
		case k < scamOutput:
			of[k] = int(w.by)
			sum += of[k]
		case k == scamOutput:
			of[Scam] = int(w.by)
		}
	}
	if output == Scam {
		return float64(of[Scam])
	}
	return float64(of[output]) - float64(sum-of[output])/float64(len(Kinds)-1)
}

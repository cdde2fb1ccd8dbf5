package learned

import (
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
	return r.pieces(l, r.kind.list, func(row int32) float64 { return r.speaksFor(row, output) * unit })
}

// pieces returns the words or values with the greatest weights, which weigh gives by row.
func (r *Reading) pieces(l *scan.Line, hits []hit, weigh func(row int32) float64) []Piece {
	r.byRune = append(r.byRune[:0], make([]float32, len(l.Runes))...)
	for _, h := range hits {
		if h.from == h.to {
			continue
		}
		share := float32(weigh(h.row)) / float32(h.to-h.from)
		for i := h.from; i < h.to; i++ {
			r.byRune[i] += share
		}
	}
	var list [mostPieces]Piece
	n := 0
	for i := 0; i < len(l.Runes); {
		end := pieceEnd(l, i)
		p := Piece{Start: i, End: end}
		for ; i < end; i++ {
			p.Weight += float64(r.byRune[i])
		}
		n = insert(list[:], n, p)
	}
	clear(r.byRune)
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

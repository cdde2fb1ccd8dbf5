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
	unit := r.message.outputs[min(output, scamOutput)].unit / float64(others)
	by := speakFor(output)
	r.beginShares(l)
	for _, h := range r.message.list {
		if h.from < h.to {
			sum := int64(0)
			for k, w := range r.message.rows[h.row].first {
				sum += by[k] * int64(w)
			}
			r.spread(h.from, h.to, sum)
		}
	}
	r.endShares()
	var list [mostPieces]Piece
	n := 0
	for i := 0; i < len(l.Runes); {
		p := r.piece(l, i, unit)
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

// whole is the share of a rune that has one unit alone. Up to 16 runes divide it evenly.
const whole = 720720 << 20

// beginShares makes the shares of runes ready for spread.
func (r *Reading) beginShares(l *scan.Line) {
	n := len(l.Runes) + 1
	r.shares = slices.Grow(r.shares[:0], n)[:n]
	clear(r.shares)
}

// spread divides the weight of a feature among its runes. Until endShares each share is
// what a rune has more than the one before.
func (r *Reading) spread(from, to int32, weight int64) {
	share := weight * whole / int64(to-from)
	r.shares[from] += share
	r.shares[to] -= share
}

// endShares makes the shares those of the runes.
func (r *Reading) endShares() {
	sum := int64(0)
	for i, more := range r.shares {
		sum += more
		r.shares[i] = sum
	}
}

// piece returns the word or value that begins at rune i, with the weight of its runes.
func (r *Reading) piece(l *scan.Line, i int, unit float64) Piece {
	end, sum := pieceEnd(l, i), int64(0)
	for _, share := range r.shares[i:end] {
		sum += share
	}
	return Piece{i, end, float64(sum) / whole * unit}
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

// others is how many kinds there are besides one.
const others = int64(len(Kinds) - 1)

// speakFor returns how much the weights of a row for the first outputs count for a kind,
// against the mean of the other kinds, or for Scam: others times that. The last kind has
// no weights.
func speakFor(output int) (by [firstOutputs]int64) {
	if output == Scam {
		by[scamOutput] = others
		return by
	}
	for k := range scamOutput {
		by[k] = -1
	}
	if output < scamOutput {
		by[output] = others
	}
	return by
}

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

// mostPieces is the greatest number of pieces that are said to have decided.
const mostPieces = 3

// leastShare is the least weight of a piece, as a share of the greatest weight.
const leastShare = 0.3

// Pieces returns the words or values of l that spoke most for a kind, against the mean of
// the others, or for Scam: the weightiest first, at most mostPieces. The weight of a
// feature is divided among its runes.
func (r *Reading) Pieces(l *scan.Line, output int) []Piece {
	unit := r.message.outputs[min(output, scamOutput)].unit / float64(others)
	by := speakFor(output)
	shares := r.beginShares(l)
	for _, h := range r.message.list {
		if at := r.spanOf(h.place); at.from < at.to {
			a, b, c, d := h.first.numbers()
			shares.spread(at, by[0]*int64(a)+by[1]*int64(b)+by[2]*int64(c)+by[3]*int64(d))
		}
	}
	shares.end()
	var list [mostPieces]Piece
	n := 0
	for i := 0; i < len(l.Runes); {
		p := r.piece(l, i, unit)
		if i = p.End; p.Weight > 0 {
			n = insert(list[:], n, p)
		}
	}
	kept := list[:0]
	for _, p := range list[:n] {
		if p.Weight >= leastShare*list[0].Weight {
			p.Weight = rounded(p.Weight)
			kept = append(kept, p)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return append([]Piece(nil), kept...)
}

// whole is the share of a rune that has one unit for itself. Up to 16 runes divide it
// evenly.
const whole = 720720 << 20

// parts are even parts of whole, so that spread need not divide, which is slow.
var parts = [...]int64{1: whole, whole / 2, whole / 3, whole / 4, whole / 5, whole / 6, whole / 7, whole / 8}

// shares are the weights of the runes of a message. Until the end each number is a rune's
// weight less that of the rune before; after that it is the sum of the weights of all runes
// before.
type shares []int64

// beginShares returns shares ready for spread.
func (r *Reading) beginShares(l *scan.Line) shares {
	n := len(l.Runes) + 1
	r.shares = slices.Grow(r.shares[:0], n)[:n]
	clear(r.shares)
	return r.shares
}

// spread divides the weight of a feature among its runes. A span may run backwards, if a
// caller's cue is read before its place.
func (s shares) spread(at span, weight int64) {
	n, share := at.to-at.from, int64(0)
	if uint(n) < uint(len(parts)) {
		share = weight * parts[n]
	} else {
		share = weight * whole / int64(n)
	}
	s[at.from] += share
	s[at.to] -= share
}

func (s shares) end() {
	share, sum := int64(0), int64(0)
	for i, more := range s {
		s[i] = sum
		share += more
		sum += share
	}
}

// piece returns the word or value that begins at rune i, with the weight of its runes.
func (r *Reading) piece(l *scan.Line, i int, unit float64) Piece {
	end := pieceEnd(l, i)
	return Piece{i, end, float64(r.shares[end]-r.shares[i]) / whole * unit}
}

// pieceEnd returns the end of the value at rune i, else of the word.
func pieceEnd(l *scan.Line, i int) int {
	if k := l.From(i); k < len(l.Tokens) && int(l.Tokens[k].Start) == i && l.Tokens[k].Kind != scan.Cue {
		return int(l.Tokens[k].End)
	}
	return l.WordEnd(i)
}

// insert puts p in its place in list, of which n pieces are set, and returns how many are
// set then.
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
// against the mean of the other kinds, or for Scam, in either case multiplied by others.
// The last kind has no weights.
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

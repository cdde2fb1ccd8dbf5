package identity

import "bytes"

// places says where the shown characters of a masked number may stand. Those
// before the first and after the last run of stars of unknown length are fixed.
// Those between are matched as early as possible, with at least one character
// for each run of stars: no later match leaves more room.
type places struct {
	fixed    [idLength]byte // shown or hidden
	from, to int            // between these characters the rest stands
	mid      [idLength]byte // runs of stars, each as one hidden, and what is between them
	n        uint8          // the length of mid; 0 if all is fixed
	back     [idLength]uint8
	start    uint8
}

func newPlaces(m MaskedID) (p places) {
	if m.n == idLength {
		p.fixed = m.cells
		return p
	}
	cells := m.cells[:m.n]
	first, last := bytes.IndexByte(cells, hidden), bytes.LastIndexByte(cells, hidden)
	for i := range p.fixed {
		p.fixed[i] = hidden
	}
	tail := cells[last+1:]
	copy(p.fixed[:], cells[:first])
	copy(p.fixed[idLength-len(tail):], tail)
	p.from, p.to = first, idLength-len(tail)
	p.n = uint8(copy(p.mid[:], cells[first:last+1]))
	p.fallBack()
	return p
}

// fallBack fills back. After i matched characters of a run of shown ones it
// says where to go on if the next one differs (Knuth, Morris, Pratt), as a
// place in mid.
func (p *places) fallBack() {
	begin := 0 // of the run of shown characters
	for i := 1; i < int(p.n); i++ {
		if p.mid[i-1] == hidden {
			begin = i
			p.back[i] = uint8(i)
			continue
		}
		run := p.mid[begin:i]
		k := len(run) - 1
		for ; k > 0 && !bytes.Equal(run[:k], run[len(run)-k:]); k-- {
		}
		p.back[i] = uint8(begin + k)
	}
}

// next is the state machine. Its state is an index in mid: of the star that
// takes the next character, or of the shown character that must match it; n
// once the last star has taken one.
func (p *places) next(pos int, state, c uint8) (place uint8, ok bool) {
	if p.n == 0 || pos < p.from || pos >= p.to {
		return state, true
	}
	if state == p.n {
		return state, true
	}
	if p.mid[state] == hidden {
		return state + 1, true
	}
	for {
		if p.mid[state] == c {
			return state + 1, p.room(pos, state+1)
		}
		if back := p.back[state]; back != state {
			state = back
			continue
		}
		return state, p.room(pos, state)
	}
}

// room reports whether what is left of mid fits between pos and the end.
func (p *places) room(pos int, state uint8) bool { return int(p.n-state) <= p.to-pos-1 }

// done reports whether all of mid has been matched.
func (p *places) done(state uint8) bool { return state == p.n }

// fits reports whether the number of d is among the candidates.
func (m MaskedID) fits(d *[idLength]byte) bool {
	p := newPlaces(m)
	for i, c := range p.fixed {
		if c != hidden && c != d[i] {
			return false
		}
	}
	place := p.start
	for pos := p.from; pos < p.to; pos++ {
		place, _ = p.next(pos, place, d[pos])
	}
	return p.done(place)
}

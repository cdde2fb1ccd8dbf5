package identity

import (
	"bytes"
	"fmt"
	"log/slog"
	"unicode/utf8"
)

// MaskedID is an ID number as a message shows it: partly hidden, only a tail, or
// whole. It is a comparable value; two that show the same are equal, however their
// stars are written. The zero MaskedID is no number, which is not the same as a
// number wholly hidden.
//
// A MaskedID prints with at most the first and the last four characters shown.
type MaskedID struct {
	// cells holds n characters: a digit, X, or hidden. If n is idLength, each
	// stands at its own place. If n is less, each hidden stands for one or more
	// digits, and there are at least two runs of them; the length of a single run
	// follows from the rest, so the cells are then spread to idLength.
	cells [idLength]byte
	n     uint8
}

const hidden = '*'

// ParseMaskedID reads an ID number of which a part is hidden: 1101**********1234,
// 3****************5, 110101xxxxxxxx1234, 110101199003****58, 1101…7758, also in
// brackets; a tail of 3 to 6 characters alone (1234, 123X, 尾号1234); or a whole
// number of 15 or 18 characters. The signs of hiding are * ＊ x X × ● • · … ~ # _ ?
// and the like. A final X is a check digit unless the character before it is the
// same letter.
//
// If the shown characters and the stars do not add up to 18, each run of stars
// stands for one or more digits. Whether such a number can exist is not tested
// here: see [MaskedID.Candidates].
//
// The error is a *[ParseError].
func ParseMaskedID(s string) (MaskedID, error) {
	start, end, tail := trimLabel(s)
	check := finalX(s[start:end])
	var p maskScan
	for i, r := range s[start:end] {
		if isBlank(r) {
			continue
		}
		c := digitOf(r)
		switch {
		case c != 0:
		case i == check:
			c = 'X'
		case isStar(r) || isX(r):
			c = hidden
		default:
			return MaskedID{}, maskError(RuleCharacter, start+i)
		}
		if !p.add(c) {
			return MaskedID{}, maskError(RuleLength, start+i)
		}
	}
	m, ok := p.masked(tail)
	if !ok {
		return MaskedID{}, maskError(RuleLength, end)
	}
	return m, nil
}

// finalX returns the offset of a final X that is a check digit, else -1.
func finalX(s string) int {
	last, size := utf8.DecodeLastRuneInString(s)
	if !isX(last) {
		return -1
	}
	_, before := trimBlank(s, 0, len(s)-size)
	if prev, _ := utf8.DecodeLastRuneInString(s[:before]); before == 0 || prev == last {
		return -1
	}
	return len(s) - size
}

// maskScan gathers the characters of a number twice: with every star, as long as
// they fit, and with one star for each run.
type maskScan struct {
	wide, narrow       [idLength]byte
	shown, stars, runs int
}

// add adds a character and reports whether a number can be that long.
func (p *maskScan) add(c byte) bool {
	n := p.shown + p.runs
	if c == hidden {
		if p.stars++; n > 0 && p.narrow[n-1] == hidden {
			n--
		} else {
			p.runs++
		}
	} else {
		p.shown++
	}
	if n == idLength {
		return false
	}
	p.narrow[n] = c
	if all := p.shown + p.stars; all <= idLength {
		p.wide[all-1] = c
	}
	return true
}

// masked puts the characters at their places.
func (p *maskScan) masked(tail bool) (m MaskedID, ok bool) {
	m.n = idLength
	switch {
	case p.shown+p.stars == idLength:
		m.cells = p.wide
	case p.runs == 0 && p.shown == 15 && p.wide[14] != 'X' && !tail:
		copy(m.cells[:6], p.wide[:6])
		copy(m.cells[6:8], "19")
		copy(m.cells[8:17], p.wide[6:15])
		m.cells[17] = checkDigit(m.cells[:])
	case p.runs == 0 && 3 <= p.shown && p.shown <= 6:
		m.spread(nil, p.wide[:p.shown])
	case p.runs == 1:
		all := p.narrow[:p.shown+1]
		i := bytes.IndexByte(all, hidden)
		m.spread(all[:i], all[i+1:])
	case p.runs > 1:
		m.cells, m.n = p.narrow, uint8(p.shown+p.runs)
	default:
		return MaskedID{}, false
	}
	return m, true
}

// spread puts head and tail at the ends and hides what is between.
func (m *MaskedID) spread(head, tail []byte) {
	n := copy(m.cells[:], head)
	for ; n < idLength-len(tail); n++ {
		m.cells[n] = hidden
	}
	copy(m.cells[n:], tail)
}

func maskError(rule Rule, offset int) error {
	return &ParseError{What: "masked ID number", Rule: rule, Offset: offset}
}

// IsZero reports whether m is the zero MaskedID.
func (m MaskedID) IsZero() bool { return m.n == 0 }

// Shown returns how many characters are shown, 0 to 18.
func (m MaskedID) Shown() int {
	return int(m.n) - bytes.Count(m.cells[:m.n], []byte{hidden})
}

// Reveal returns what is shown in 18 characters, with * for hidden ones. It has
// fewer characters if there are several runs of * of unknown length. It is "" for
// the zero MaskedID. [ParseMaskedID] reads it back.
func (m MaskedID) Reveal() string { return string(m.cells[:m.n]) }

// String returns [MaskedID.Reveal] with all but the first and last four
// characters hidden.
func (m MaskedID) String() string {
	for i := 4; i < int(m.n)-4; i++ {
		m.cells[i] = hidden
	}
	return m.Reveal()
}

// Format prints [MaskedID.String], whatever the verb.
func (m MaskedID) Format(s fmt.State, verb rune) { formatHidden(s, verb, m.String()) }

// LogValue returns [MaskedID.String] for slog.
func (m MaskedID) LogValue() slog.Value { return slog.StringValue(m.String()) }

// MarshalText returns [MaskedID.Reveal].
func (m MaskedID) MarshalText() ([]byte, error) { return []byte(m.Reveal()), nil }

// UnmarshalText reads what [ParseMaskedID] reads; empty text is the zero
// MaskedID.
func (m *MaskedID) UnmarshalText(text []byte) (err error) {
	if len(text) == 0 {
		*m = MaskedID{}
		return nil
	}
	*m, err = ParseMaskedID(string(text))
	return err
}

// Mask returns id with all but the first head and the last tail characters hidden.
// Negative counts are taken as 0; the zero ID gives the zero MaskedID.
func (id ID) Mask(head, tail int) MaskedID {
	if id.IsZero() {
		return MaskedID{}
	}
	m := MaskedID{cells: id.digits(), n: idLength}
	for i := max(head, 0); i < idLength-max(tail, 0); i++ {
		m.cells[i] = hidden
	}
	return m
}

package learned

import (
	"math"
	"math/bits"

	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// Said returns the threats and asks that the model hears. byCues are those that cues make.
func (r *Reading) Said(byCues lexicon.Mention) (heard lexicon.Mention) {
	m := loadMessage()
	for k := saidOutput; k < len(m.outputs); k++ {
		if r.message.score(k, byCues&m.said[k] != 0) > 0 {
			heard |= m.said[k]
		}
	}
	return heard
}

// Judged are the threats and asks that the model can hear.
func Judged() lexicon.Mention { return loadMessage().judged }

// SaidBy returns the word or the value that spoke most for a threat or an ask. ok is false
// if none did, or the model cannot hear it.
func (r *Reading) SaidBy(l *scan.Line, m lexicon.Mention) (p Piece, ok bool) {
	model := loadMessage()
	if m&model.judged == 0 {
		return p, false
	}
	output := model.numberOf[bits.TrailingZeros64(uint64(m))] - firstOutputs
	var best span
	most := int32(0)
	shares := r.beginShares(l)
	for _, h := range r.message.list {
		by := model.rest[h.rest][output/4].number(output % 4)
		at := r.spanOf(h.place)
		if by == 0 || at.from == at.to {
			continue
		}
		shares.spread(at, int64(by))
		if by > most {
			best, most = at, by
		}
	}
	if most == 0 {
		return p, false
	}
	shares.end()
	// Of the words that the weightiest feature touches, the one that speaks most.
	p.Weight = math.Inf(-1)
	i := int(best.from)
	for i > 0 && !l.StartsWord(i) {
		i--
	}
	for i < int(best.to) {
		q := r.piece(l, i, model.outputs[firstOutputs+output].unit)
		if i = q.End; q.Weight > p.Weight {
			p = q
		}
	}
	p.Weight = rounded(p.Weight)
	return p, true
}

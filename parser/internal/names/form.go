package names

import (
	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// form is how a name is written. The zero form is none.
type form uint8

const (
	full        form = iota + 1 // 张三丰, 阿依古丽·买买提
	masked                      // 张*, *小明, 王某某
	surnameOnly                 // 张, before a title
	unknown                     // no known surname
)

// maxCandidates is the greatest number of candidates at one rune.
const maxCandidates = 5

// candidates appends the candidates that begin at rune i to list.
func (f finder) candidates(i int, list []candidate) []candidate {
	add := func(form form, end int) {
		if end > i && end <= len(f.Runes) {
			list = append(list, candidate{form: form, start: i, end: end})
		}
	}
	if end := f.readMasked(i); end > i {
		add(masked, end)
		return list
	}
	if end := f.readDotted(i); end > i {
		return append(list, candidate{form: full, start: i, end: end, dotted: true})
	}
	surname := surnames.Len(f.Runes[i:])
	if surname == 0 {
		for n := 2; n <= 4; n++ {
			if f.mayBeName(i, i+n) {
				add(unknown, i+n)
			}
		}
		return list
	}
	for given := 2; given >= 1; given-- {
		if f.mayBeName(i, i+surname+given) {
			add(full, i+surname+given)
		}
	}
	if surname == 2 && f.mayBeName(i, i+2) {
		add(full, i+2)
	}
	if surname == 1 && f.mayBeName(i, i+4) && f.atHead(i) {
		add(unknown, i+4)
	}
	add(surnameOnly, i+surname)
	return list
}

// mayBeName reports whether f.Runes[i:j] may be a name: Chinese characters, none of
// them a pronoun or a particle, and no cue among them.
func (f finder) mayBeName(i, j int) bool {
	if j > len(f.Runes) || isCollector(f.Runes, i+1) {
		return false
	}
	never := loadWords().neverIn
	for k, c := range f.Runes[i:j] {
		if !runes.IsHan(c) || k > 0 && c == '于' || never.Has(c) {
			return false
		}
	}
	for k := f.From(i); k < len(f.Tokens) && int(f.Tokens[k].Start) < j; k = f.Next(k) {
		if t := &f.Tokens[k]; t.Kind != scan.Cue || t.End-t.Start > 1 && t.HasMeaning() {
			return false
		}
	}
	return true
}

// readDotted returns the end of the name with a middle dot at i, or i if there is none:
// 阿依古丽·买买提. The last part ends at a word boundary, a title or a cue.
func (f finder) readDotted(i int) int {
	const maxPart, maxDots = 6, 3
	end, dots, part := i, 0, 0
	for ; end < len(f.Runes) && part <= maxPart; end++ {
		c := f.Runes[end]
		if isDot(c) && part > 0 {
			dots, part = dots+1, 0
			continue
		}
		if c == '*' && dots > 0 || runes.IsHan(c) && !(dots > 0 && part > 0 && !f.mayEnd(end)) {
			part++
			continue
		}
		break
	}
	if dots == 0 || part == 0 || part > maxPart || dots > maxDots {
		return i
	}
	return end
}

// isDot reports whether c is a middle dot in a name.
func isDot(c rune) bool { return c == '·' || c == '•' }

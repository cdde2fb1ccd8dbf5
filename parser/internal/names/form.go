package names

import (
	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/scan"
)

// form is how a name is written. The zero form is no form.
type form uint8

const (
	full        form = iota + 1 // 张三丰, 阿依古丽·买买提
	masked                      // 张*, *小明, 王某某
	surnameOnly                 // 张, before a title
	unknown                     // no known surname
	nickname                    // 老张, 小张
	spaced                      // 张 三 丰
)

// maxCandidates is the greatest number of candidates at one rune.
const maxCandidates = 6

// candidates appends the candidates that begin at rune i to list. A surname of so many
// characters is there, and a name written by its sound up to foreign, which is i if there
// is none.
func (f finder) candidates(i, surname, foreign int, list []candidate) []candidate {
	add := func(form form, end int) {
		if end > i && end <= len(f.Runes) {
			list = append(list, candidate{form: form, start: i, end: end})
		}
	}
	if end := f.readMasked(i, surname); end > i {
		add(masked, end)
		return list
	}
	if foreign > i {
		return append(list, candidate{form: full, start: i, end: foreign, foreign: true})
	}
	if beginsWord(f.noName, f.Runes, i) {
		return list
	}
	if f.isNickname(i) {
		add(nickname, i+2)
	}
	if surname == 0 {
		for n := 2; n <= 4; n++ {
			if f.mayBeName(i, i+n) {
				add(unknown, i+n)
			}
		}
		return list
	}
	add(spaced, f.readSpaced(i, surname))
	for given := 2; given >= max(0, 2-surname); given-- {
		if f.mayBeName(i, i+surname+given) {
			add(full, i+surname+given)
		}
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
	if j > len(f.Runes) {
		return false
	}
	for k, c := range f.Runes[i:j] {
		if !runes.IsHan(c) || k > 0 && c == '于' || f.neverIn.Has(c) {
			return false
		}
	}
	for k := f.From(i); k < len(f.Tokens) && int(f.Tokens[k].Start) < j; k = f.Next(k) {
		if t := &f.Tokens[k]; t.Kind != scan.Cue || t.End-t.Start > 1 && t.HasMeaning() {
			return false
		}
	}
	return !isCollector(f.Runes, i+1)
}

// isNickname reports whether there is a name among friends at rune i: 老张, 小张.
func (f finder) isNickname(i int) bool {
	return f.nick.Has(f.Runes[i]) && surnames.Len(f.Runes[i+1:]) > 0 && f.mayBeName(i, i+2) && !f.Knows(i, i+2) && !isTitle(f.Runes, i+1)
}

// readSpaced returns the end of the name with spaces at i, after a surname of so many
// characters, or i if there is none: 张 三 丰, 张  三丰, 张三 丰.
func (f finder) readSpaced(i, surname int) int {
	const most = 3 // spaces at one place
	end, given, spaces := i+surname, 0, 0
	if runes.At(f.Runes, end) != ' ' && runes.At(f.Runes, end+1) != ' ' {
		return i
	}
	for given < 2 {
		next := runes.SkipSpaces(f.Runes, end)
		if next > end+most || next >= len(f.Runes) || !f.mayBeName(next, next+1) || isTitle(f.Runes, next) || !f.mayEnd(next) ||
			beginsWord(f.noName, f.Runes, next) {
			break
		}
		spaces, given, end = spaces+next-end, given+1, next+1
	}
	if given == 0 || spaces == 0 || !f.mayBeName(i, i+surname) {
		return i
	}
	return end
}

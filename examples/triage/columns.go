package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// pageWidth is how many columns of a terminal are used.
const pageWidth = 76

// hidden stands for a character that is not visible or would move the cursor.
const hidden = '·'

// visible returns r, or hidden in its place.
func visible(r rune) rune {
	if unicode.IsGraphic(r) {
		return r
	}
	return hidden
}

// width returns how many columns a text of visible characters takes: two for each character that
// is wide by UAX #11 and for each emoji.
func width(s string) int { return uniseg.StringWidth(s) }

// cutAt cuts a text of visible characters after at most limit columns, never within what a reader
// sees as one character.
func cutAt(text string, limit int) (head, rest string) {
	rest = text
	state := -1
	for rest != "" {
		_, next, columns, after := uniseg.FirstGraphemeClusterInString(rest, state)
		if limit -= columns; limit < 0 {
			break
		}
		rest, state = next, after
	}
	return text[:len(text)-len(rest)], rest
}

// wrap cuts text into lines of at most limit columns, which joined give the text again. A line
// ends at a \n or between words and numbers, but not before closing or after opening marks. A word
// is cut only if that would otherwise leave half of the line empty.
func wrap(text string, limit int) []string {
	var lines []string
	start, at, place, column := 0, -1, 0, 0 // at is where to cut, place its column
	before := ' '
	state, rest := -1, text
	for rest != "" {
		var cluster string
		i := len(text) - len(rest)
		cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
		r, _ := utf8.DecodeRuneInString(cluster)
		n := width(strings.Map(visible, cluster))
		if i > start && mayCut(before, r) {
			at, place = i, column
		}
		if column+n > limit {
			if at <= start || place < limit/2 {
				at, place = i, column
			}
			lines = append(lines, text[start:at])
			start, column = at, column-place
		}
		column += n
		before, _ = utf8.DecodeLastRuneInString(cluster)
		if before == '\n' {
			lines = append(lines, text[start:len(text)-len(rest)])
			start, column = len(text)-len(rest), 0
		}
	}
	if start < len(text) {
		lines = append(lines, text[start:])
	}
	return lines
}

// mayCut reports whether a line may end between two characters.
func mayCut(before, after rune) bool {
	switch {
	case unicode.In(after, unicode.Pe, unicode.Pf, unicode.Zs) || strings.ContainsRune("，。、；：！？.,;:!?…", after),
		unicode.In(before, unicode.Ps, unicode.Pi):
		return false
	}
	// A number stays with its unit: 100元.
	return before == ' ' || !unicode.IsDigit(before) && (before >= utf8.RuneSelf || after >= utf8.RuneSelf)
}

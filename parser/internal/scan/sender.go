package scan

import (
	"github.com/dunsms/dunsms/internal/surnames"
	"github.com/dunsms/dunsms/parser/internal/lexicon"
	"github.com/dunsms/dunsms/parser/internal/runes"
)

// serviceNumber is the length, in digits, of the short numbers with which public bodies
// and carriers sign: 12368, 10086.
const serviceNumber = 5

// MayBeSender reports whether the signature l.Runes[i:j] may be the name of a sender: it
// is not a title, remark, device, time, number or the blank of a form.
func (l *Line) MayBeSender(i, j int) bool {
	i, j = l.WithoutBlanks(i, j)
	if name, end := l.tables.Lenders.At(l.Runes[:j], i); name != nil && end == j {
		return true
	}
	if j-i == serviceNumber && runes.DigitsEnd(l.Runes[:j], i) == j {
		return true
	}
	return l.hasLetters(i, j) && !l.isBlank(i, j) && !l.isRemark(i, j) && !l.IsTitle(i, j)
}

// WithoutBlanks returns the runes [i, j) without the spaces at both ends.
func (l *Line) WithoutBlanks(i, j int) (from, to int) {
	for i < j && l.Runes[i] == ' ' {
		i++
	}
	for i < j && l.Runes[j-1] == ' ' {
		j--
	}
	return i, j
}

// hasLetters reports whether l.Runes[i:j] has two characters that a name can consist of.
func (l *Line) hasLetters(i, j int) bool {
	n := 0
	for _, c := range l.Runes[i:j] {
		if runes.IsHan(c) || runes.IsLetter(c) {
			n++
		}
	}
	return n > 1
}

// isBlank reports whether l.Runes[i:j] is what a form has in place of a name, ${sign},
// or has a label: 来自:10690000.
func (l *Line) isBlank(i, j int) bool {
	for _, c := range l.Runes[i:j] {
		switch c {
		case ':', '$', '{', '#', '%', '=', '<', '?', '？', '_':
			return true
		}
	}
	return false
}

// isRemark reports whether l.Runes[i:j] is a word in brackets that is no sender, such as
// the name of an emoji, a slot with its carrier, or a device, with or without a number.
func (l *Line) isRemark(i, j int) bool {
	if end := lexicon.Device.At(l.Runes[:j], i); end > i && (end < j || !runes.IsHan(l.Runes[i])) {
		return !runes.HanAt(l.Runes[:j], end) || lexicon.LenderAside.At(l.Runes[:j], end) == j
	}
	return l.areRemarks(i, j)
}

// areRemarks reports whether all words of l.Runes[i:j] are put beside messages or are
// remarks on them. A carrier counts only beside another such word.
func (l *Line) areRemarks(i, j int) bool {
	word, carrier := false, false
	for k := i; k < j; {
		if !runes.IsHan(l.Runes[k]) && !runes.IsLetter(l.Runes[k]) {
			k++
			continue
		}
		end := max(lexicon.Remark.At(l.Runes[:j], k), lexicon.LenderAside.At(l.Runes[:j], k))
		if end == k && !carrier {
			end = lexicon.Carrier.At(l.Runes[:j], k)
			carrier = end > k
		} else {
			word = true
		}
		if end == k || end == k+1 && j-i > 1 && !besideNumber(l.Runes[i:j], k-i) {
			return false
		}
		k = end
	}
	return word || !carrier
}

// besideNumber reports whether a digit or a blank is next to r[i]: 卡1, 3月.
func besideNumber(r []rune, i int) bool {
	isNumber := func(c rune) bool { return c == ' ' || runes.IsDigit(c) }
	return isNumber(runes.At(r, i-1)) || isNumber(runes.At(r, i+1))
}

// IsPerson reports whether l.Runes[i:j] has the form of a person's name.
func (l *Line) IsPerson(i, j int) bool {
	n := surnames.Len(l.Runes[i:j])
	return n > 0 && j-i > n && j-i <= n+2
}

// IsTitle reports whether l.Runes[i:j] consists of words of titles, of numbers with the
// words beside them, and of characters that are not Chinese: 逾期5天.
func (l *Line) IsTitle(i, j int) bool {
	han := false
	for i < j {
		if !runes.IsHan(l.Runes[i]) {
			i++
			continue
		}
		han = true
		end := lexicon.SignatureTitle.At(l.Runes[:j], i)
		if end == i && (runes.DigitAt(l.Runes, i-1) || runes.DigitAt(l.Runes[:j], i+1)) {
			end = max(lexicon.Remark.At(l.Runes[:j], i), lexicon.LenderAside.At(l.Runes[:j], i))
		}
		if end == i {
			return false
		}
		i = end
	}
	return han
}

// EndsLikeLender reports whether l.Runes[i:j] has an ending of lenders' names, and
// something before it.
func (l *Line) EndsLikeLender(i, j int) bool {
	return lexicon.LenderEnding.EndingAt(l.Runes[i+1:j], j-i-1) < j-i-1
}

// EndsLikeSender reports whether l.Runes[i:j] has an ending of the names of lenders or
// of other senders, and something before it.
func (l *Line) EndsLikeSender(i, j int) bool {
	return j > i+1 && (l.EndsLikeLender(i, j) || lexicon.SenderEnding.EndingAt(l.Runes[i+1:j], j-i-1) < j-i-1)
}

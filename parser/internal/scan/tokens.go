package scan

import (
	"slices"

	"github.com/dunsms/dunsms/parser/internal/runes"
	"github.com/dunsms/dunsms/parser/internal/shape"
)

// scan reads the body from left to right into tokens. At each rune it tries a link, a
// lender's name, a cue, then a shape.
func (l *Line) scan() {
	l.Tokens, l.last = l.Tokens[:0], -1
	l.Amounts, l.Durations, l.Dates = l.Amounts[:0], l.Durations[:0], l.Dates[:0]
	l.clause, l.sentence, l.heading = 0, 0, heading{}
	for i := l.Body; i < len(l.Runes); {
		if end := l.skipSignature(i); end > i {
			l.countClause(i)
			i = end
			continue
		}
		end := l.token(i)
		if end == i {
			l.countClause(i)
			end = l.pass(i)
		}
		i = end
	}
}

// countClause counts the end of a clause or a sentence at rune i, if there is one.
func (l *Line) countClause(i int) {
	c := l.Runes[i]
	if l.heading.end > 0 {
		l.heading.endsAt(c)
	}
	switch {
	case runes.EndsSentence(c), c == '.' && !runes.AlnumAt(l.Runes, i+1):
		l.sentence++
		l.clause++
	case runes.EndsClause(c):
		l.clause++
	}
}

// pass returns the rune after i at which the next token may begin if none begins at i.
// It does not stop within a run of masks, a number or a Latin word.
func (l *Line) pass(i int) int {
	c, end := l.Runes[i], i+1
	switch {
	case runes.IsMask(c):
		for l.Rune(end) == c {
			end++
		}
	case runes.IsDigit(c):
		return runes.DigitsEnd(l.Runes, end)
	case runes.IsLetter(c):
		for runes.LetterAt(l.Runes, end) {
			end++
		}
	}
	return end
}

// token reads the token at i and returns its end, or i if there is none.
func (l *Line) token(i int) int {
	c := l.Runes[i]
	switch {
	case runes.IsAlnum(c):
		if end := shape.ReadLink(l.Runes, i); end > i {
			return l.add(Token{Kind: Link}, i, end)
		}
	case c == '.':
		if start, end := shape.ReadHanLink(l.Runes, i); end > i {
			l.dropFrom(start)
			return l.add(Token{Kind: Link}, start, end)
		}
	case c == '(' || c == '/':
		if end := l.headingAt(i); end > i {
			return end
		}
	}
	if end := l.lenderAt(i); end > i {
		return end
	}
	if end := l.cueAt(i); end > i {
		return end
	}
	if beginsShape(l.Runes, i) {
		return l.shapeAt(i)
	}
	return i
}

// dropFrom removes the tokens that end after rune i, because they are part of a link
// that begins there. A phrase that begins before i stays.
func (l *Line) dropFrom(i int) {
	n := len(l.Tokens)
	for n > 0 && int(l.Tokens[n-1].End) > i {
		n--
	}
	rest := slices.DeleteFunc(l.Tokens[n:], func(t Token) bool { return !t.Phrase || int(t.Start) >= i })
	l.Tokens = l.Tokens[:n+len(rest)]
	l.last = n - 1
	if n > 0 && l.Tokens[n-1].Phrase {
		l.last = int(l.Tokens[n-1].prev)
	}
	for k := range rest {
		rest[k].prev = int32(l.last)
	}
}

// add appends t as the token of runes [start, end) and returns end.
func (l *Line) add(t Token, start, end int) int {
	t.Start, t.End, t.Clause, t.Sentence = int32(start), int32(end), l.clause, l.sentence
	if target, ok := t.target(); ok {
		t.Left, t.Right = l.Before(target, start), l.At(target, start)|l.After(target, end)
	}
	t.prev = int32(l.last)
	if !t.Phrase {
		l.last = len(l.Tokens)
	}
	l.Tokens = append(l.Tokens, t)
	return end
}

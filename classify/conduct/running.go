package conduct

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser"
)

// running is the text of a message put together from its tokens. It lacks what
// does not show, so that places in it are mapped to the message by token.
type running struct {
	text   string
	tokens []parser.Token
	starts []int // offset in text of each token; the last is the end of text
}

// place is a half-open range of bytes of a running text.
type place struct{ start, end int }

func runningText(n *parser.Notice) running {
	r := running{tokens: n.Tokens, starts: make([]int, 0, len(n.Tokens)+1)}
	var b strings.Builder
	if len(n.Tokens) > 0 {
		b.Grow(n.Tokens[len(n.Tokens)-1].Span.End)
	}
	for _, t := range n.Tokens {
		r.starts = append(r.starts, b.Len())
		b.WriteString(t.Text)
	}
	r.text = b.String()
	r.starts = append(r.starts, len(r.text))
	return r
}

// find returns where the words stand between token boundaries.
func (r running) find(w wordSet) []place {
	var out []place
	for i, start := range r.starts {
		if !w.mayBegin(r.text[start:]) {
			continue
		}
		for _, word := range w.list {
			if !strings.HasPrefix(r.text[start:], word) {
				continue
			}
			end := start + len(word)
			if _, ends := slices.BinarySearch(r.starts[i:], end); ends {
				out = append(out, place{start, end})
			}
		}
	}
	return out
}

// maxGap is how many characters may stand between "I am" and the organ.
const maxGap = 10

// findAfter returns where a first word is followed by a second one in the same
// clause, with at most maxGap characters between.
func (r running) findAfter(first, second wordSet) []place {
	var out []place
	for _, p := range r.find(first) {
		clause := r.text[p.end:min(len(r.text), p.end+maxGap*2*utf8.UTFMax)]
		if i := strings.IndexFunc(clause, endsClause); i >= 0 {
			clause = clause[:i]
		}
		for _, w := range second.list {
			i := strings.Index(clause, w)
			if i >= 0 && utf8.RuneCountInString(clause[:i]) <= maxGap {
				out = append(out, place{p.start, p.end + i + len(w)})
			}
		}
	}
	return out
}

// endsClause reports whether c ends a clause, or makes what follows somebody who
// is written to or asked: 我司将向公安机关报案.
func endsClause(c rune) bool {
	return strings.ContainsRune("，。；！？,;!?\n向将由被请去移报与", c)
}

// spans maps places to the message, each widened to whole tokens.
func (r running) spans(places []place) []parser.Span {
	var out []parser.Span
	for _, p := range places {
		i, found := slices.BinarySearch(r.starts, p.start)
		if !found {
			i--
		}
		j, _ := slices.BinarySearch(r.starts, p.end)
		out = append(out, parser.Span{Start: r.tokens[i].Span.Start, End: r.tokens[j-1].Span.End})
	}
	return out
}

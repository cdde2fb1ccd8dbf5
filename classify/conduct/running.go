package conduct

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify/internal/phrase"
	"github.com/dunsms/dunsms/parser"
)

// running is the text of a message, joined from its folded tokens. Places in it are mapped to the
// message token by token.
type running struct {
	text   string
	tokens []parser.Token
	starts []int // offset in text of each token; the last is the end of text
}

// place is a half-open range of bytes of a running text.
type place struct{ start, end int }

// mark is a phrase found in a running text.
type mark struct {
	place
	meaning  meaning
	sentence int  // counted from 0
	denied   bool // after a word such as 不会
}

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

// denialReach is the most bytes between a denial and what it denies.
const denialReach = 4 * 3

// marks are the phrases found in a text, in the order in which they begin.
type marks struct {
	all     []mark
	present uint64 // a bit for each meaning of all
}

// has reports whether the text contains a phrase of the meaning.
func (m marks) has(w meaning) bool { return m.present&(1<<w) != 0 }

// marks returns the phrases of x in the text. They are appended to room.
func (r running) marks(x *phrase.Index, room []mark) marks {
	out := room
	c := scan{running: r, denied: -1}
	a, size := phrase.Decode(r.text, 0)
	for at := 0; at < len(r.text); {
		b, next := phrase.Decode(r.text, at+size)
		if x.Begins(a) {
			alone, others := x.At(a, b)
			out = c.take(out, alone, at)
			out = c.take(out, others, at)
		}
		if phrase.IsMark(a) {
			c.pass(a)
		}
		at += size
		a, size = b, next
	}
	m := marks{all: out}
	for _, found := range out {
		m.present |= 1 << found.meaning
	}
	return m
}

// scan is the state of a search for phrases.
type scan struct {
	running
	sentence int
	token    int // the last token that begins here or before
	denied   int // where the last denial of the clause ends, -1 if there is none
}

// take appends to out those of the phrases that stand at a place. Out is a parameter and not a
// field, so that the caller's array stays on the stack.
func (c *scan) take(out []mark, phrases []phrase.Phrase, at int) []mark {
	for k := range phrases {
		p := &phrases[k]
		n := p.Match(c.text[at:])
		if n == 0 || atWords&(1<<p.ID) != 0 && !c.atWord(&c.token, at, at+n) {
			continue
		}
		denied := c.denied >= 0 && at <= c.denied+denialReach || endsInNot(c.text[:at])
		out = append(out, mark{place{at, at + n}, meaning(p.ID), c.sentence, denied})
		if meaning(p.ID) == wordDenial {
			c.denied = at + n
		}
	}
	return out
}

// pass notes which clause or sentence a mark ends.
func (c *scan) pass(a rune) {
	switch a {
	case '。', '！', '？', '!', '?', '\n':
		c.sentence++
	case '，', '；', '：', ',', ';', ':':
	default:
		return
	}
	c.denied = -1
}

// atWord reports whether tokens begin at start and at end. Token is where the forward search has
// got to.
func (r running) atWord(token *int, start, end int) bool {
	for *token < len(r.starts) && r.starts[*token] < start {
		*token++
	}
	if *token == len(r.starts) || r.starts[*token] != start {
		return false
	}
	_, ends := slices.BinarySearch(r.starts[*token:], end)
	return ends
}

// findAfter returns, for each of the words, where it stands in the clause after p with at most
// phrase.MaxGap characters between; the place includes p.
func (r running) findAfter(p place, words wordSet) []place {
	var out []place
	clause := r.text[p.end:min(len(r.text), p.end+phrase.MaxGap*2*utf8.UTFMax)]
	if i := strings.IndexFunc(clause, leadsAway); i >= 0 {
		clause = clause[:i]
	}
	for _, w := range words {
		i := strings.Index(clause, w)
		if i >= 0 && utf8.RuneCountInString(clause[:i]) <= phrase.MaxGap {
			out = append(out, place{p.start, p.end + i + len(w)})
		}
	}
	return out
}

// leadsAway reports whether c ends a clause or makes what follows a third party, not the sender:
// 我司将向公安机关报案.
func leadsAway(c rune) bool {
	return phrase.IsClauseEnd(c) || strings.ContainsRune("向将由被请去移报与", c)
}

// span maps a place to the message, widened to whole tokens.
func (r running) span(p place) parser.Span {
	i, found := slices.BinarySearch(r.starts, p.start)
	if !found {
		i--
	}
	j, _ := slices.BinarySearch(r.starts, p.end)
	return parser.Span{Start: r.tokens[i].Span.Start, End: r.tokens[j-1].Span.End}
}

// of returns the folded text of what the parser found, and at most 12 characters before it in its
// clause. If there are no tokens, it returns the text as found.
func (r running) of(f parser.Found) (text, before string) {
	byStart := func(t parser.Token, at int) int { return t.Span.Start - at }
	i, found := slices.BinarySearchFunc(r.tokens, f.Span.Start, byStart)
	if !found && i > 0 {
		i--
	}
	j, _ := slices.BinarySearchFunc(r.tokens, f.Span.End, byStart)
	if i >= j {
		return f.Text, ""
	}
	start := r.starts[i]
	from := start
	for range 12 {
		c, size := utf8.DecodeLastRuneInString(r.text[:from])
		if size == 0 || phrase.IsClauseEnd(c) {
			break
		}
		from -= size
	}
	return r.text[start:r.starts[j]], r.text[from:start]
}

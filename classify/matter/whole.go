package matter

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify"
)

// Piece says which bytes of a text that was put together are those of which message:
// text[Start:End] is the message's own text from byte From on.
type Piece struct {
	Message int `json:"message"` // the message's Number
	Start   int `json:"start"`
	End     int `json:"end"`
	From    int `json:"from"`
}

// How parts of one text find each other.
const (
	partsWithin = 30 * time.Minute // between two parts that are numbered, or say that they go on
	cutWithin   = 20 * time.Second // between two parts that say nothing
	leastCut    = 60               // characters of a text that a phone has cut: 67 and 70 go into one SMS
	mostParts   = 9
)

// part is what a message says of itself as a part of another text.
type part struct {
	index, of  int    // (1/2); 0 where it says none
	goesOn     bool   // ends with 待续
	takesUp    bool   // begins with 接上条
	body       string // without all that, and without blanks around
	from       int    // where body begins in the message
	signature  string // that body begins with, with its brackets, or that stands before the number
	head       string // signature where it stands before the number, 【某某】(1/2), and so is not in body
	headAt     int    // where head begins in the message
	looksWhole bool   // ends as texts end
}

func partOf(text string) (p part) {
	p.body = strings.TrimRight(text, " \t\r\n　")
	for trimmed := true; trimmed; {
		trimmed = false
		p.trimLeft()
		if i, of, n := leadingNumber(p.body); n > 0 && p.of == 0 {
			p.index, p.of = i, of
			p.cut(n)
			trimmed = true
		}
		for _, w := range takesUp {
			if strings.HasPrefix(p.body, w) {
				p.takesUp, trimmed = true, true
				p.cut(len(w))
				p.body, p.from = trimMark(p.body, p.from)
			}
		}
	}
	p.signature = leadingSignature(p.body)
	if i, of, n := leadingNumber(p.body[len(p.signature):]); n > 0 && p.of == 0 { // 【某某】(1/2)
		p.index, p.of = i, of
		p.head, p.headAt = p.signature, p.from
		p.cut(len(p.signature) + n)
		p.trimLeft()
	} else if i, of, n := closingNumber(p.body); n > 0 && p.of == 0 {
		p.index, p.of = i, of
		p.body = strings.TrimRight(p.body[:len(p.body)-n], " 　")
	}
	for _, w := range goesOn {
		if rest, ok := strings.CutSuffix(p.body, w); ok {
			p.goesOn = true
			p.body = strings.TrimRight(rest, " 　")
		}
	}
	last, _ := utf8.DecodeLastRuneInString(p.body)
	p.looksWhole = p.body == "" || strings.ContainsRune("。！？!?】]）)~～…;；", last)
	return p
}

var (
	goesOn  = []string{"（待续）", "(待续)", "【待续】", "未完待续", "（未完）", "(未完)", "待续"}
	takesUp = []string{"（接上条）", "(接上条)", "【接上条】", "（接上）", "(接上)", "（接上文）", "(接上文)", "（续）", "(续)", "【续】", "接上条短信", "接上条", "接上一条", "接上文", "接上短信", "续上条", "续前条"}
)

func (p *part) cut(n int) { p.body, p.from = p.body[n:], p.from+n }

func (p *part) trimLeft() {
	trimmed := strings.TrimLeft(p.body, " \t\r\n　")
	p.cut(len(p.body) - len(trimmed))
}

func trimMark(s string, from int) (string, int) {
	trimmed := strings.TrimLeft(s, "：:，, 　")
	return trimmed, from + len(s) - len(trimmed)
}

// leadingSignature returns the 【…】 that s begins with.
func leadingSignature(s string) string {
	for _, b := range [...][2]string{{"【", "】"}, {"[", "]"}} {
		if strings.HasPrefix(s, b[0]) {
			if i := strings.Index(s, b[1]); i > 0 && i < maxSignature {
				return s[:i+len(b[1])]
			}
		}
	}
	return ""
}

const maxSignature = 90 // bytes

// leadingNumber reads (1/2), 1/2), [1/2], 第1条共2条 at the front of s, and returns how many
// bytes it takes, 0 for none.
func leadingNumber(s string) (index, of, size int) {
	t := s
	open := cutAny(&t, "(", "（", "[", "【", "〔", "<")
	ordinal := cutAny(&t, "第")
	index, ok := cutNumber(&t)
	switch {
	case !ok:
		return 0, 0, 0
	case ordinal:
		cutAny(&t, "条", "段", "部分")
		if cutAny(&t, "，", ",", "/", "、"); !cutAny(&t, "共") {
			return 0, 0, 0
		}
	case !cutAny(&t, "/", "／", "-", "of"):
		return 0, 0, 0
	}
	if of, ok = cutNumber(&t); !ok || index < 1 || index > of || of < 2 || of > mostParts {
		return 0, 0, 0
	}
	if ordinal {
		cutAny(&t, "条", "段", "部分")
	}
	if closed := cutAny(&t, ")", "）", "]", "】", "〕", ">"); !closed && (open || !ordinal) {
		return 0, 0, 0
	}
	return index, of, len(s) - len(t)
}

// closingNumber is leadingNumber for the end of s, where it stands in brackets.
func closingNumber(s string) (index, of, size int) {
	for _, open := range [...]string{"(", "（", "[", "【"} {
		if i := strings.LastIndex(s, open); i > 0 && len(s)-i <= longestNumber {
			if index, of, n := leadingNumber(s[i:]); n == len(s)-i {
				return index, of, n
			}
		}
	}
	return 0, 0, 0
}

const longestNumber = 31 // bytes: （第10部分，共20部分）

func cutAny(s *string, all ...string) bool {
	for _, w := range all {
		if rest, ok := strings.CutPrefix(*s, w); ok {
			*s = rest
			return true
		}
	}
	return false
}

func cutNumber(s *string) (n int, ok bool) {
	i := 0
	for ; i < len(*s) && i < 2 && '0' <= (*s)[i] && (*s)[i] <= '9'; i++ {
		n = n*10 + int((*s)[i]-'0')
	}
	*s = (*s)[i:]
	return n, i > 0
}

// mayBePart reports whether a message may be a part of a text: all that the joining of parts
// looks at. What is none is not kept for it.
func mayBePart(m *Message) bool {
	if m.Sender == "" {
		return false
	}
	p := partOf(m.Text)
	return p.of > 0 || p.goesOn || p.takesUp || p.isCut() || p.signature == ""
}

// isCut reports whether the text may have been cut by a phone.
func (p *part) isCut() bool {
	return !p.looksWhole && utf8.RuneCountInString(p.body) >= leastCut
}

// whole is a text that is being put together.
type whole struct {
	parts []*reading // by their index; nil where one is missing
	said  []part
	last  time.Time
}

func (w *whole) isFull() bool { return !slices.Contains(w.parts, nil) }

// joinParts puts the texts together of which messages are parts. The readings are in order; it
// returns those that are left, in order, and the parts of texts that are not whole.
func (p *Phone) joinParts(all []*reading) (joined, loose []*reading) {
	joined = make([]*reading, 0, len(all))
	open := map[string]*whole{} // of numbered parts, by sender and how many there are
	before := map[string]int{}  // the last of a sender that may go on, as a place in joined
	taken := map[*reading]bool{}
	texts := map[*reading]*whole{} // by their first part in time
	for _, r := range all {
		said := partOf(r.Text)
		switch {
		case r.Sender == "":
		case said.of > 0:
			key := r.Sender + "\x00" + string(rune(said.of))
			w := open[key]
			if w == nil || w.parts[said.index-1] != nil || tooFar(w.last, r.ReceivedAt, partsWithin) {
				w = &whole{parts: make([]*reading, said.of), said: make([]part, said.of)}
				open[key] = w
				texts[r] = w
			} else {
				taken[r] = true
			}
			w.parts[said.index-1], w.said[said.index-1], w.last = r, said, r.ReceivedAt
			if w.isFull() {
				delete(open, key)
			}
		default:
			if i, ok := before[r.Sender]; ok {
				w := texts[joined[i]]
				if w.goesOnWith(&said, r.ReceivedAt) {
					w.add(r, said)
					taken[r] = true
					if !said.goesOn && !said.isCut() {
						delete(before, r.Sender)
					}
					break
				}
			}
			delete(before, r.Sender)
			if said.goesOn || said.isCut() || said.takesUp {
				before[r.Sender] = len(joined)
				texts[r] = &whole{parts: []*reading{r}, said: []part{said}, last: r.ReceivedAt}
			}
		}
		if !taken[r] {
			joined = append(joined, r)
		}
	}
	var apart []*reading // parts of texts that are too long
	for i, r := range joined {
		w := texts[r]
		switch {
		case w == nil || len(w.parts) < 2:
			if w != nil && (w.said[0].goesOn || w.said[0].takesUp) {
				loose = append(loose, r)
			}
		default:
			if !w.isFull() {
				loose = append(loose, r)
			}
			if whole := p.put(w); whole != nil {
				joined[i] = whole
			} else {
				apart = append(apart, slices.DeleteFunc(slices.Clone(w.parts), func(q *reading) bool { return q == nil || q == r })...)
			}
		}
	}
	if len(apart) > 0 {
		joined = append(joined, apart...)
		slices.SortStableFunc(joined, func(a, b *reading) int { return compare(&a.Message, &b.Message) })
	}
	return joined, loose
}

func tooFar(a, b time.Time, most time.Duration) bool {
	if a.IsZero() || b.IsZero() {
		return a.IsZero() != b.IsZero()
	}
	return b.Sub(a) > most
}

// goesOnWith reports whether the text goes on with a part that came at a time.
func (w *whole) goesOnWith(next *part, at time.Time) bool {
	last := &w.said[len(w.said)-1]
	switch {
	case len(w.parts) == mostParts:
		return false
	case last.goesOn || next.takesUp && !last.takesUp, next.goesOn && last.takesUp:
		return !tooFar(w.last, at, partsWithin)
	case last.isCut():
		return next.signature == "" && next.body != "" && !w.last.IsZero() && !tooFar(w.last, at, cutWithin)
	}
	return false
}

// add adds a part; one that takes up nothing before one that does comes first, whenever it
// came.
func (w *whole) add(r *reading, said part) {
	w.last = r.ReceivedAt
	if first := w.said[0]; len(w.said) == 1 && first.takesUp && said.goesOn && !said.takesUp {
		w.parts, w.said = []*reading{r, w.parts[0]}, []part{said, first}
		return
	}
	w.parts, w.said = append(w.parts, r), append(w.said, said)
}

// put reads the text as one. It returns nil if that cannot be read.
func (p *Phone) put(w *whole) *reading {
	var b strings.Builder
	var m Message
	var pieces []Piece
	var facts []classify.Facts
	signature := ""
	for i, r := range w.parts {
		if r == nil {
			continue
		}
		said := &w.said[i]
		body, from := said.body, said.from
		if said.head != "" && said.head != signature { // the signature before the number is the text's own
			pieces = append(pieces, Piece{r.Number, b.Len(), b.Len() + len(said.head), said.headAt})
			b.WriteString(said.head)
			signature = said.head
		}
		if said.signature != "" && said.signature == signature {
			if rest, ok := strings.CutPrefix(body, said.signature); ok {
				body, from = rest, from+len(said.signature)
			}
		} else if signature == "" {
			signature = said.signature
		}
		if len(pieces) == 0 || m.Number == 0 {
			m = Message{Number: r.Number, ID: r.ID, Sender: r.Sender, ReceivedAt: r.ReceivedAt}
		}
		pieces = append(pieces, Piece{r.Number, b.Len(), b.Len() + len(body), from})
		b.WriteString(body)
		facts = append(facts, r.facts...)
	}
	m.Text = b.String()
	whole, err := p.read(m, pieces)
	if err != nil {
		return nil
	}
	whole.facts = facts
	return whole
}

// numbers returns the numbers of the messages that the reading is of.
func (r *reading) numbers() []int {
	if r.pieces == nil {
		return []int{r.Number}
	}
	var all []int
	for _, p := range r.pieces {
		if !slices.Contains(all, p.Message) {
			all = append(all, p.Message)
		}
	}
	slices.SortFunc(all, func(a, b int) int { return cmp.Compare(a, b) })
	return all
}

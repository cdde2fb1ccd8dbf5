package matter

import (
	"cmp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify"
)

// Piece says which bytes of a joined text come from which message: text[Start:End] is the
// message's own text from byte From on.
type Piece struct {
	Message int `json:"message"` // the message's Number
	Start   int `json:"start"`
	End     int `json:"end"`
	From    int `json:"from"`
}

// When parts are joined into one text.
const (
	partsWithin = 30 * time.Minute // between two parts that are numbered or say that they go on
	cutWithin   = 20 * time.Second // between two parts without marks
	leastCut    = 60               // characters of a text cut by a phone: one SMS holds 67 or 70
	mostParts   = 9
)

// part is what a message shows about being part of a longer text.
type part struct {
	index, of  int    // (1/2); 0 if there are none
	goesOn     bool   // ends with 待续
	takesUp    bool   // begins with 接上条
	body       string // without these marks and without surrounding blanks
	from       int    // where body begins in the message
	signature  string // the one that body begins with, or head; with its brackets
	head       string // a signature before the number, 【某某】(1/2), which is not in body
	headAt     int    // where head begins in the message
	looksWhole bool   // ends the way texts end
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
		for _, w := range words(continues) {
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
	for _, w := range words(continued) {
		if rest, ok := strings.CutSuffix(p.body, w); ok {
			p.goesOn = true
			p.body = strings.TrimRight(rest, " 　")
		}
	}
	last, _ := utf8.DecodeLastRuneInString(p.body)
	p.looksWhole = p.body == "" || strings.ContainsRune("。！？!?】]）)~～…;；", last)
	return p
}

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

// leadingNumber reads (1/2), 1/2), [1/2] or 第1条共2条 at the front of s. Size is its length in bytes,
// 0 if there is none.
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
	case !cutAny(&t, "/", "／", "-"):
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

// closingNumber is leadingNumber for the end of s, where the number must be in brackets.
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

// mayBePart reports whether a message may be part of a longer text: only such messages are kept
// for the joining of parts.
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

// whole is a text that is being joined.
type whole struct {
	parts []*reading // by their index; nil where one is missing
	said  []part
	last  time.Time
}

func (w *whole) isFull() bool { return !slices.Contains(w.parts, nil) }

// parts gathers the parts of texts.
type parts struct {
	first  []*reading          // in order: messages that are no parts, and the part of each text that came first
	texts  map[*reading]*whole // by the part that came first
	open   map[string]*whole   // texts of numbered parts, by sender and number of parts
	before map[string]*whole   // the last text of a sender, which may go on
}

// joinParts joins messages that are parts of one text. The readings must be in order. It returns
// the joined texts and all other readings, in order, and the first part of each text that lacks
// one.
func (p *Phone) joinParts(all []*reading) (joined, loose []*reading) {
	c := &parts{texts: map[*reading]*whole{}, open: map[string]*whole{}, before: map[string]*whole{}}
	for _, r := range all {
		said := partOf(r.Text)
		switch {
		case r.port != "" && said.of > 0 && c.number(r, said):
		case r.port != "" && said.of == 0 && c.goOn(r, said):
		default:
			c.first = append(c.first, r)
		}
	}
	for _, r := range c.first {
		w := c.texts[r]
		if w != nil && w.lacks() {
			loose = append(loose, r)
		}
		if w == nil || w.count() < 2 { // a lone part keeps its marks: 3/8 may be a date
			joined = append(joined, r)
		} else if whole := p.put(w); whole != nil {
			joined = append(joined, whole)
		} else { // the joined text is too long
			joined = append(joined, slices.DeleteFunc(slices.Clone(w.parts), func(q *reading) bool { return q == nil })...)
		}
	}
	slices.SortStableFunc(joined, func(a, b *reading) int { return compare(&a.Message, &b.Message) })
	return joined, loose
}

// number adds a numbered part, and reports whether it belongs to a text already begun.
func (c *parts) number(r *reading, said part) (goesOn bool) {
	key := r.port + "\x00" + string(rune(said.of))
	w := c.open[key]
	if goesOn = w != nil && w.parts[said.index-1] == nil && !tooFar(w.last, r.ReceivedAt, partsWithin); !goesOn {
		w = &whole{parts: make([]*reading, said.of), said: make([]part, said.of)}
		c.open[key], c.texts[r] = w, w
	}
	w.parts[said.index-1], w.said[said.index-1], w.last = r, said, r.ReceivedAt
	if w.isFull() {
		delete(c.open, key)
	}
	return goesOn
}

// goOn adds a message without a number, and reports whether it continues the last one of its
// sender.
func (c *parts) goOn(r *reading, said part) bool {
	w := c.before[r.port]
	if w != nil && w.goesOnWith(&said, r.ReceivedAt) {
		w.add(r, said)
		if !said.goesOn && !said.isCut() {
			delete(c.before, r.port)
		}
		return true
	}
	if w != nil && w.said[len(w.said)-1].goesOn && !tooFar(w.last, r.ReceivedAt, partsWithin) && said.signature != "" {
		return false // a text of its own that came between two parts
	}
	w = &whole{parts: []*reading{r}, said: []part{said}, last: r.ReceivedAt}
	c.before[r.port], c.texts[r] = w, w
	return false
}

// count returns how many parts there are.
func (w *whole) count() (n int) {
	for _, r := range w.parts {
		if r != nil {
			n++
		}
	}
	return n
}

// mostSurely is the most parts that a lone numbered message may give and be taken for a part: 3/8
// may be a date.
const mostSurely = 4

// lacks reports whether a part is missing.
func (w *whole) lacks() bool {
	if len(w.parts) == 1 {
		return w.said[0].goesOn || w.said[0].takesUp
	}
	return !w.isFull() && (w.count() > 1 || len(w.parts) <= mostSurely)
}

func tooFar(a, b time.Time, most time.Duration) bool {
	if a.IsZero() || b.IsZero() {
		return a.IsZero() != b.IsZero()
	}
	return b.Sub(a) > most
}

// goesOnWith reports whether the text continues with a part that came at a time.
func (w *whole) goesOnWith(next *part, at time.Time) bool {
	last := &w.said[len(w.said)-1]
	switch {
	case len(w.parts) == mostParts:
		return false
	case next.takesUp && !last.takesUp, last.goesOn && next.signature == "", next.goesOn && last.takesUp:
		return !tooFar(w.last, at, partsWithin)
	case last.isCut():
		return next.signature == "" && next.body != "" && !w.last.IsZero() && !tooFar(w.last, at, cutWithin)
	}
	return false
}

// add adds a part. If the first part takes up another and the new one only goes on, the new one
// comes first, whenever it came.
func (w *whole) add(r *reading, said part) {
	w.last = r.ReceivedAt
	if first := w.said[0]; len(w.said) == 1 && first.takesUp && said.goesOn && !said.takesUp {
		w.parts, w.said = []*reading{r, w.parts[0]}, []part{said, first}
		return
	}
	w.parts, w.said = append(w.parts, r), append(w.said, said)
}

// put reads the joined text. It returns nil if that cannot be read.
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
		if said.head != "" && said.head != signature { // the signature before the number is part of the text
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

// numbers returns the Numbers of the messages that the reading is made of.
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

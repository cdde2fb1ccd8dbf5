package fold

import (
	"strings"
	"sync"

	"github.com/dunsms/dunsms/internal/han"
	"github.com/dunsms/dunsms/parser/internal/runes"
	"golang.org/x/text/unicode/norm"
)

// glyph says what a character is folded to, and what matters of it beside that:
// a rune in the low 21 bits and a mark above them.
type glyph uint32

func (g glyph) to() rune   { return rune(g & 0x1fffff) }
func (g glyph) mark() mark { return mark(g >> 24) }

func newGlyph(to rune, m mark) glyph { return glyph(to) | glyph(m)<<24 }

type mark uint8

const (
	markNone        mark = iota
	markSeparator        // may break a word: 逾 期
	markDropped          // does not show
	markTraditional      // has a simplified form
	markSimplified       // stands in simplified text only
	markEnclosed         // an enclosed digit, which may number a list
	markLookAlike        // another writing of a letter, digit or character
)

// glyphs is the table of folding by pages of 256 characters.
type glyphs struct {
	pages [256]*[256]glyph // nil: stands for itself; the first is there
	far   map[rune]glyph   // beyond the first plane
	more  map[rune][]rune  // what follows to: ⑫ is 1 and 2
}

// of returns the glyph of r.
func (g *glyphs) of(r rune) glyph {
	if r < 1<<16 {
		if p := g.pages[r>>8]; p != nil {
			return p[r&0xff]
		}
		return newGlyph(r, markNone)
	}
	if v, ok := g.far[r]; ok {
		return v
	}
	if r >= 0x1F000 && r < 0x20000 { // emoji and other symbols
		return newGlyph(r, markSeparator)
	}
	return newGlyph(r, markNone)
}

func (g *glyphs) set(r, to rune, m mark) {
	if r >= 1<<16 {
		g.far[r] = newGlyph(to, m)
		return
	}
	p := g.pages[r>>8]
	if p == nil {
		p = new([256]glyph)
		for i := range p {
			p[i] = newGlyph(r&^0xff|rune(i), markNone)
		}
		g.pages[r>>8] = p
	}
	p[r&0xff] = newGlyph(to, m)
}

// loadGlyphs builds the table at first use.
var loadGlyphs = sync.OnceValue(func() *glyphs {
	g := &glyphs{far: map[rune]glyph{}, more: map[rune][]rune{}}
	g.addSymbols()
	g.addCompatible()
	g.addHan()
	g.addWidths()
	for _, r := range dropped {
		for c := r[0]; c <= r[1]; c++ {
			g.set(c, c, markDropped)
		}
	}
	for c := range rune(128) {
		switch {
		case 'A' <= c && c <= 'Z':
			g.set(c, c+'a'-'A', markNone)
		case mayBreak(c):
			g.set(c, c, markSeparator)
		case c == '\t' || c == '\v' || c == '\f':
			g.set(c, ' ', markSeparator)
		case c == '\r':
			g.set(c, '\n', markNone)
		}
	}
	return g
})

// dropped are the ranges of characters that do not show: soft hyphen, combining
// marks (逾̶期), joiners, directions, variation selectors, byte order mark, tags.
var dropped = [][2]rune{
	{0xAD, 0xAD}, {0x300, 0x36F}, {0x61C, 0x61C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
	{0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x20D0, 0x20F0}, {0x3164, 0x3164}, {0xFE00, 0xFE0F},
	{0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0}, {0xFFF9, 0xFFFB}, {0xE0001, 0xE0001}, {0xE0020, 0xE007F},
}

// compatible are the ranges whose characters are another writing of plain ones,
// which Unicode's compatibility decomposition (NFKC) gives.
var compatible = [][2]rune{
	{0x2070, 0x209C}, {0x2100, 0x214F}, {0x2460, 0x24EA}, {0x2E80, 0x2FD5}, {0x3220, 0x3247}, {0x3280, 0x32B0},
	{0xF900, 0xFAFF}, {0x1D400, 0x1D7FF}, {0x1F100, 0x1F14F}, {0x2F800, 0x2FA1D},
}

// digits in enclosures that have no compatibility decomposition: the first
// character and the number it shows.
var enclosed = []struct {
	first rune
	from  int
	n     int
}{{0x24EB, 11, 10}, {0x24F5, 1, 10}, {0x24FF, 0, 1}, {0x2776, 1, 10}, {0x2780, 1, 10}, {0x278A, 1, 10}}

// brackets are those of enclosures in the form that folding gives them.
var brackets = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer("〔", "[", "〕", "]") })

// addCompatible adds what the standard decomposes, digits in enclosures, and
// letters in black enclosures.
func (g *glyphs) addCompatible() {
	for _, block := range compatible {
		for c := block[0]; c <= block[1]; c++ {
			plain := brackets().Replace(strings.ToLower(norm.NFKC.String(string(c))))
			if plain == string(c) {
				continue
			}
			m := markLookAlike
			if c < 0x2E80 {
				m = markEnclosed
				plain = strings.Trim(plain, "().")
			}
			g.setAll(c, plain, m)
		}
	}
	for _, e := range enclosed {
		for i := range e.n {
			n := e.from + i
			plain := string(rune('0' + n%10))
			if n >= 10 {
				plain = string(rune('0'+n/10)) + plain
			}
			g.setAll(e.first+rune(i), plain, markEnclosed)
		}
	}
	for i := range rune(26) {
		for _, first := range [...]rune{0x1F150, 0x1F170, 0x1F1E6} {
			g.set(first+i, 'a'+i, markLookAlike)
		}
	}
}

func (g *glyphs) setAll(c rune, plain string, m mark) {
	runes := []rune(plain)
	if len(runes) == 0 {
		return
	}
	for i, r := range runes {
		runes[i] = simplified(r)
	}
	g.set(c, runes[0], m)
	if len(runes) > 1 {
		g.more[c] = runes[1:]
	}
}

// inBoth are the simplified characters that traditional text has too, in other
// words or for other senses (后, 只, 干): those of the table that Big5 holds.
const inBoth = "万与丑丰么于云仆价优体余佣儿克党冬准几出划刮制千卜卷厂厘只台吁合同后向吨听咸回困圣坏复夸奸姜宁家尸岭帘干并庄" +
	"异彝御忏志怀怜惊愿才扑扰挂挽据斗旋晒曲朱朴机杆杰松板极构柜栖栗气沈泞注洁洒洼涂淀漓灶症痒确离秋种筑篱系累网肮肴" +
	"胜胡腊致舍芸苹范茧荐蒙蔑虫虮蚕蜡表触谷赶踊辟适郁采霉面里"

// oddHan are characters whose plain form the table of traditional characters
// does not give: ones that have a sense of their own too, but not in a notice,
// and old spellings, which hide nothing.
const oddHan = "復复複复後后於于發发裝装徵征帳账賬账衞卫麪面鉅巨週周佔占慾欲裡里裏里鍾钟製制祇只隻只係系"

// oddHanPairs is oddHan as a map.
var oddHanPairs = sync.OnceValue(func() map[rune]rune {
	odd, pairs := []rune(oddHan), map[rune]rune{}
	for i := 0; i < len(odd); i += 2 {
		pairs[odd[i]] = odd[i+1]
	}
	return pairs
})

// simplified returns the plain form of a Chinese character.
func simplified(r rune) rune {
	if to, ok := oddHanPairs()[r]; ok {
		return to
	}
	return han.Simplified(r)
}

func (g *glyphs) addHan() {
	for c := rune(0x4E00); c <= 0x9FFF; c++ {
		if s := han.Simplified(c); s != c {
			g.set(c, s, markTraditional)
			if !strings.ContainsRune(inBoth, s) {
				g.set(s, s, markSimplified)
			}
		}
	}
	for _, c := range oddHan {
		if to := simplified(c); to != c {
			g.set(c, to, markTraditional)
		}
	}
	g.set('帐', '账', markNone) // 帐 for 账 is an old spelling
	g.set('圆', '圆', markNone) // the unit, in either script
}

// addWidths adds the forms of ASCII that typography has. The comma and the
// semicolon of Chinese text keep theirs.
func (g *glyphs) addWidths() {
	for c := rune(0xFF01); c <= 0xFF5E; c++ {
		to := c - 0xFF01 + '!'
		if 'A' <= to && to <= 'Z' {
			to += 'a' - 'A'
		}
		m := markNone
		if mayBreak(to) {
			m = markSeparator
		}
		if !strings.ContainsRune("，；？", c) {
			g.set(c, to, m)
		}
	}
	for c, to := range map[rune]rune{'￥': '¥', '﹡': '*', '∗': '*', '✱': '*', '〜': '~', '﹣': '-', '﹒': '.', '。': '。',
		'﹐': ',', '﹕': ':', '﹙': '(', '﹚': ')', '︰': ':', '∶': ':', '〔': '[', '〕': ']', '﹝': '[', '﹞': ']'} {
		g.set(c, to, markNone)
	}
	for _, c := range []rune{0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008,
		0x2009, 0x200A, 0x202F, 0x205F, 0x2800, 0x3000} {
		g.set(c, ' ', markSeparator)
	}
}

// addSymbols marks the symbols that may break a word.
func (g *glyphs) addSymbols() {
	for _, block := range [...][2]rune{{0x80, 0x3FF}, {0x2000, 0x30FF}, {0x4E00, 0x4E3F}} {
		for c := block[0]; c <= block[1]; c++ {
			if mayBreak(c) {
				g.set(c, c, markSeparator)
			}
		}
	}
}

// IsSeparator reports whether senders put r between the characters of a word.
func IsSeparator(r rune) bool {
	return !runes.IsCommonHan(r) && loadGlyphs().of(r).mark() == markSeparator
}

// Plain returns what r is folded to by itself, the first character of several; ok
// is false where r does not show.
func Plain(r rune) (plain rune, ok bool) {
	g := loadGlyphs().of(r)
	return g.to(), g.mark() != markDropped
}

// Stands reports whether r stands for itself and breaks no word.
func Stands(r rune) bool {
	g := loadGlyphs().of(r)
	return g == newGlyph(r, markNone) || g == newGlyph(r, markSimplified)
}

// mayBreak tells what the table marks as a separator. The marks that end a
// clause, quotation marks and brackets are none.
func mayBreak(r rune) bool {
	if r < 0x80 {
		return strings.ContainsRune(" *.-_/|\\~^`+=#&@$%'", r)
	}
	switch {
	case strings.ContainsRune("·•、丨丶゛゜ヽ・ˊˋ¨¯°±×÷§¤¦´ˉ", r):
		return true
	case r == '…' || r == '“' || r == '”' || r == '—':
		return false
	case 0x2010 <= r && r <= 0x2BFF, 0x3003 <= r && r <= 0x3006, 0x3012 <= r && r <= 0x301F, 0x3099 <= r && r <= 0x309C,
		0x1F000 <= r && r < 0x20000, r == ' ':
		return true
	}
	return false
}

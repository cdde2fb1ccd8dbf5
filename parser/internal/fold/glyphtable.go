package fold

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/dunsms/dunsms/internal/han"
)

// compatible are the ranges of characters that are another form of plain ones, by
// Unicode's compatibility decomposition (NFKC).
var compatible = [][2]rune{
	{0x2070, 0x209C}, {0x2100, 0x214F}, {0x2460, 0x24EA}, {0x2E80, 0x2FD5}, {0x3220, 0x3247}, {0x3280, 0x32B0},
	{0xF900, 0xFAFF}, {0x1D400, 0x1D7FF}, {0x1F100, 0x1F14F}, {0x2F800, 0x2FA1D},
}

// enclosed are runs of digits in enclosures that have no compatibility decomposition:
// the first character, the number it shows, and the length of the run.
var enclosed = []struct {
	first rune
	from  int
	n     int
}{{0x24EB, 11, 10}, {0x24F5, 1, 10}, {0x24FF, 0, 1}, {0x2776, 1, 10}, {0x2780, 1, 10}, {0x278A, 1, 10}}

// brackets returns a replacer that gives the brackets of enclosures the form that
// folding gives them.
var brackets = sync.OnceValue(func() *strings.Replacer { return strings.NewReplacer("〔", "[", "〕", "]") })

// addCompatible adds what NFKC decomposes, digits in enclosures, and letters in black
// enclosures.
func (g *glyphs) addCompatible() {
	for _, block := range compatible {
		for c := block[0]; c <= block[1]; c++ {
			plain := strings.ToLower(decomposed(c))
			if strings.ContainsAny(plain, "〔〕") {
				plain = brackets().Replace(plain)
			}
			if plain == string(c) {
				continue
			}
			m := markLookAlike
			if c < 0x2E80 {
				m = markEnclosed
			}
			if c <= '㈩' {
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

// decomposed returns the form of c by NFKC. Most are a single character, which is in norm's
// table.
func decomposed(c rune) string {
	s := string(c)
	if d := norm.NFKC.PropertiesString(s).Decomposition(); utf8.RuneCount(d) == 1 {
		return string(d)
	}
	return norm.NFKC.String(s)
}

// setAll makes c fold to plain, which may have several runes; an empty plain changes
// nothing.
func (g *glyphs) setAll(c rune, plain string, m mark) {
	to := []rune(plain)
	if len(to) == 0 {
		return
	}
	for k, r := range to {
		if like := g.of(r); like.mark() == markLikeLatin {
			to[k] = like.to()
		}
	}
	for i, r := range to {
		to[i] = simplified(r)
	}
	g.set(c, to[0], m)
	if len(to) > 1 {
		g.more[c] = to[1:]
	}
}

// inBoth are the simplified characters that traditional text also uses, in other words or
// senses (后, 只, 干): the simplified characters of the table that are in Big5.
const inBoth = "万与丑丰么于云仆价优体余佣儿克党冬准几出划刮制千卜卷厂厘只台吁合同后向吨听咸回困圣坏复夸奸姜宁家尸岭帘干并庄" +
	"异彝御忏志怀怜惊愿才扑扰挂挽据斗旋晒曲朱朴机杆杰松板极构柜栖栗气沈泞注洁洒洼涂淀漓灶症痒确离秋种筑篱系累网肮肴" +
	"胜胡腊致舍芸苹范茧荐蒙蔑虫虮蚕蜡表触谷赶踊辟适郁采霉面里"

// oddHan are pairs of a character and its plain form that the table of traditional
// characters lacks: characters that also have another sense, though not in a notice, and
// old spellings, which hide nothing.
const oddHan = "復复複复後后於于發发裝装徵征帳账賬账衞卫麪面鉅巨週周佔占慾欲裡里裏里鍾钟製制祇只隻只係系"

// oddHanPairs returns oddHan as a map.
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

// addHan adds the traditional characters, and marks those that only simplified text
// uses.
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

// addWidths adds the wide and other typographic forms of ASCII. The comma, the
// semicolon and the question mark of Chinese text keep theirs.
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
	for _, c := range []rune{'⁄', '∕', '⧸'} {
		g.set(c, '/', markSeparator)
	}
	for _, c := range []rune{0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008,
		0x2009, 0x200A, 0x202F, 0x205F, 0x2800, 0x3000} {
		g.set(c, ' ', markSeparator)
	}
	for _, c := range []rune{0x85, 0x2028, 0x2029} {
		g.set(c, '\n', markBreak)
	}
}

// lettersLike are pairs of a Cyrillic or Greek letter and the Latin one that it looks like.
const lettersLike = "αaοoρpιiκkτtυuχxγyΑaΒbΕeΖzΗhΙiΚkΜmΟoΡpΤtΥyΧx" +
	"кkмmтtаaеeоoрpсcуyхxіiѕsјjԁdԛqԝwһhӏlАaВbЕeКkМmНhОoРpСcТtУyХxІiЅsЈj"

// addLettersLike adds the letters that look like Latin ones.
func (g *glyphs) addLettersLike() {
	pairs := []rune(lettersLike)
	for i := 0; i < len(pairs); i += 2 {
		g.set(pairs[i], pairs[i+1], markLikeLatin)
	}
}

// addSymbols marks symbols as separators.
func (g *glyphs) addSymbols() {
	for _, block := range [...][2]rune{{0x80, 0x3FF}, {0x2000, 0x30FF}, {0x4E00, 0x4E3F}} {
		for c := block[0]; c <= block[1]; c++ {
			if mayBreak(c) {
				g.set(c, c, markSeparator)
			}
		}
	}
}

package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/classify/conduct"
	"github.com/dunsms/dunsms/parser"
)

// ownAsk finds where a sentence that denies or warns turns to what the sender itself wants:
// 谨防诈骗，请转到….
var ownAsk = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[，,](?:请(?:[^勿不拒立向及警谨]|$)|速|马上|直接|现在|务必|赶紧|立刻|今[天日晚])`)
})

// accused finds accusations that the reader swindles, which are no warning.
var accused = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:涉嫌|构成|属于?|犯了?|算|触犯|涉及)[^，。；！\n骗]{0,4}诈骗|(?:你|您)[^，。；！\n骗]{0,6}骗(?:子|钱|贷|人)`)
})

// isWarning reports whether the sentence around a span denies what the span says or warns of those
// who say it: 任何人让您转账到个人账户都不要信. A demand after a warning is not part of it.
func isWarning(text string, s parser.Span) bool {
	left, right := before(text, s, sentenceEnds), behind(text, s, sentenceEnds)
	said := text[s.Start:s.End]
	if strings.Contains(left, "骗") || strings.Contains(right, "骗") {
		left, right = accused().ReplaceAllString(left, ""), accused().ReplaceAllString(right, "")
	}
	if at := ownAsk().FindAllStringIndex(left, -1); at != nil {
		left = left[at[len(at)-1][0]:]
	}
	return says(left, "denied") || says(left+said, "warned") || says(right, "warned")
}

// asks are the codes of demands on the reader, of which a notice may also warn.
var asks = []string{"ASKS_CODE", "ASKS_CONTACT", "FEE_FIRST", "PAYEE_PERSON", "PAYEE_PRIVATE", "PRIVATE_CHANNEL", "SAFE_ACCOUNT"}

// meant returns the spans of a code that are meant as the code says, and whether it still stands:
// a warning is no demand, what stays unharmed is no threat, and a count such as 3期/共6期 is no
// broken word.
func (k *check) meant(code string, all []parser.Span) ([]parser.Span, bool) {
	var drop func(s parser.Span) bool
	switch {
	case slices.Contains(asks, code):
		drop = func(s parser.Span) bool { return isWarning(k.text, s) }
	case code == conduct.CriminalCharge || code == conduct.FalseConsequence:
		drop = func(s parser.Span) bool { return says(k.clause(s), "unharmed") }
	case code == "SIGNATURE_DIFFERS":
		drop = func(s parser.Span) bool {
			return slices.ContainsFunc(k.notice.Signatures, func(f parser.Found) bool {
				return says(f.Text, "collector") || k.hasNamedSender() && isOurs(f.Text, []string{k.record.Sender})
			})
		}
	case code == "CALLBACK_UNKNOWN":
		drop = func(s parser.Span) bool {
			return slices.Contains(cues()["public_line"], digitsOf(k.text[s.Start:s.End]))
		}
	case code == "WORDS_BROKEN":
		if parted := !slices.ContainsFunc(all, func(s parser.Span) bool { return !k.isParted(s) }); parted {
			return nil, len(all) == 0
		}
		drop = func(s parser.Span) bool { return isCount().MatchString(k.text[s.Start:s.End]) || k.isTitle(s) }
	default:
		return all, true
	}
	meant := slices.DeleteFunc(slices.Clone(all), drop)
	return meant, len(all) == 0 || len(meant) > 0
}

// isCount finds two counts with a stroke between them.
var isCount = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[0-9第共 ]{0,6}[期月笔天元次]/[共第每0-9 期月笔天元次]{1,6}$`)
})

// isTitle reports whether a span is a whole line, and another follows: the 律 师 函 above a letter.
func (k *check) isTitle(s parser.Span) bool {
	before, after := strings.TrimRight(k.text[:s.Start], " 　"), strings.TrimLeft(k.text[s.End:], " 　")
	return (before == "" || strings.HasSuffix(before, "\n")) && strings.HasPrefix(after, "\n")
}

// isParted reports whether only blanks break up a span, and separate whole words in its clause as
// usual: 自动扣款 卡尾号1929, not 逾 期.
func (k *check) isParted(s parser.Span) bool {
	if strings.ContainsFunc(k.text[s.Start:s.End], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsSpace(r) }) {
		return false
	}
	for _, part := range strings.Fields(k.around(s, clauseEnds)) {
		if utf8.RuneCountInString(part) < 2 {
			return false
		}
	}
	return true
}

package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dunsms/dunsms/parser"
)

// ownNames returns the names that the caller knows as its own: those of its lenders, and the sender where the phone shows
// a name.
func (k *check) ownNames() (all []string) {
	if k.hasNamedSender() {
		all = append(all, k.record.Sender)
	}
	for _, l := range slices.Concat(k.notice.Lenders(), k.Lenders) {
		all = append(append(all, l.Name), l.Aliases...)
	}
	return all
}

// hasNamedSender reports whether the phone shows a name as the sender.
func (k *check) hasNamedSender() bool { return strings.ContainsFunc(k.record.Sender, unicode.IsLetter) }

// isOurs reports whether a name is one of the caller's own, has the brand in common with one, or shortens it as firms
// do: 青渠 or 青渠消金 of 青渠消费金融, 青渠租车 of 青渠汽车租赁.
func isOurs(name string, own []string) bool {
	brand := brandOf(name)
	return slices.ContainsFunc(own, func(ours string) bool {
		return contains(ours, brand) || contains(name, brandOf(ours)) || firstTwo(name) == firstTwo(ours) || shortens(name, ours) || shortens(ours, name)
	})
}

// firstTwo returns the first two characters of a name.
func firstTwo(name string) string {
	all := []rune(name)
	return string(all[:min(2, len(all))])
}

// shortens reports whether a name is made of characters of another in their order, from the first on.
func shortens(short, whole string) bool {
	s, w := []rune(short), []rune(whole)
	if len(s) == 0 || len(w) == 0 || s[0] != w[0] {
		return false
	}
	for _, r := range w {
		if len(s) > 0 && r == s[0] {
			s = s[1:]
		}
	}
	return len(s) == 0
}

// contains reports whether a text has a brand of two characters or more.
func contains(text, brand string) bool {
	return utf8.RuneCountInString(brand) > 1 && strings.Contains(text, brand)
}

// isFirm reports whether a name ends as the names of firms do, or has a word of those that collect.
func isFirm(name string) bool {
	return utf8.RuneCountInString(brandOf(name)) > 1 && (brandOf(name) != name || says(name, "collector"))
}

// lenders finds the names of other lenders: of one that signs, and of one whose loan it is said to be, where
// who writes lends by itself: platforms and collectors speak of the loans of others. Only a caller that has given
// its own names can tell.
func (k *check) lenders() {
	own := k.ownNames()
	if len(k.Lenders) == 0 && len(k.notice.Lenders()) == 0 {
		return
	}
	var other []parser.Span
	for _, s := range k.signed() {
		if !isOurs(k.text[s.Start:s.End], own) && k.isForeign(s, own) {
			other = append(other, s)
		}
	}
	if len(other) == 0 && !says(k.text, "for_other") && slices.ContainsFunc(own, func(ours string) bool { return endsWith(ours, "institution") }) &&
		!slices.ContainsFunc(own, func(ours string) bool { return says(ours, "collector") }) {
		other = k.loansOf(own)
	}
	if len(other) > 0 {
		k.add("SIGNATURE_DIFFERS", other...)
	}
}

// isForeign reports whether a signature that is none of ours is another firm's: one with a firm's ending, or any that is
// no heading where the sender has a name and none of ours stands in the text. A collector writes for others,
// and is another's only where the sender has a name.
func (k *check) isForeign(s parser.Span, own []string) bool {
	name := k.text[s.Start:s.End]
	switch {
	case says(name, "heading"):
		return false
	case says(name, "collector"):
		return k.hasNamedSender()
	case isFirm(name):
		return true
	}
	return k.hasNamedSender() && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.Is(unicode.Han, r) }) && name != k.record.Person.Name &&
		!slices.ContainsFunc(own, func(ours string) bool { return contains(k.text, brandOf(ours)) })
}

// unbracketed finds a firm that signs without brackets: at the beginning 赤岭银行提醒：, or behind the last sentence.
var unbracketed = sync.OnceValue(func() *regexp.Regexp {
	const firm = `([\p{Han}A-Za-z]{3,20}?)`
	return regexp.MustCompile(`^` + firm + `(?:温馨|友情|特此|郑重)?(?:提醒|提示|通知|告知|致函|来函)(?:您|你)?[：:，,]|^` + firm + `[：:]|[。！!\n] ?` + firm + ` ?$`)
})

// signed returns where the text says who signs: in brackets at the beginning or the end, or without.
func (k *check) signed() (all []parser.Span) {
	isEdge := func(rest string) bool { return len(rest) < 16 && utf8.RuneCountInString(strings.TrimSpace(rest)) < 2 } // a bracket
	for _, f := range k.notice.Signatures {
		if isEdge(k.text[:f.Span.Start]) || isEdge(k.text[f.Span.End:]) {
			all = append(all, f.Span)
		}
	}
	if len(all) > 0 {
		return all
	}
	for _, at := range unbracketed().FindAllStringSubmatchIndex(k.text, -1) {
		group := 2
		for at[group] < 0 {
			group += 2
		}
		if s := (parser.Span{Start: at[group], End: at[group+1]}); isFirm(k.text[s.Start:s.End]) && endsWith(k.text[s.Start:s.End], "institution") {
			all = append(all, s)
		}
	}
	return all
}

// loanOf finds whose loan the text says it is, or whose app pays it: 您在东隅消费金融的借款, 您的东隅银行贷款, 请登录东隅银行App.
var loanOf = sync.OnceValue(func() *regexp.Regexp {
	const loan = `(?:借款|贷款|欠款|账单|信用卡|贷记卡|分期|消费贷|信用贷|房贷|车贷|合同|债务|租金)`
	return regexp.MustCompile(`(?:您|你|贵方|客户)(?:本人)?(?:此前|之前|曾)?(?:在|于|与|向|跟)[“"「『]?([\p{Han}A-Za-z]{2,16}?)[”"」』]?(?:所|处)?(?:的|办理|申请|开通|开立|签订|签署|借的|借入|使用的|申领)[^，。；！？,;!?\n]{0,24}?` + loan +
		`|(?:(?:您|你)?名下|您|你)的?[“"「『]?([\p{Han}]{2,12}?)[”"」』]?的?` + loan +
		`|(?:登录|登陆|打开|下载)[“"「『]?([\p{Han}]{2,12}?)[”"」』]?(?:App|APP|app|手机银行|公众号|小程序|客户端)`)
})

// loansOf returns the names of institutions that are none of ours, where the text says that the loan is theirs.
func (k *check) loansOf(own []string) (all []parser.Span) {
	for _, at := range loanOf().FindAllStringSubmatchIndex(k.text, -1) {
		group := 2
		for at[group] < 0 {
			group += 2
		}
		s := parser.Span{Start: at[group], End: at[group+1]}
		if says(k.around(s, sentenceEnds), "pays_from") {
			continue // the debtor's own bank, which pays
		}
		if name := k.text[s.Start:s.End]; endsWith(name, "institution") && isFirm(name) && !says(name, "no_name") && !isOurs(name, own) {
			all = append(all, s)
		}
	}
	return all
}

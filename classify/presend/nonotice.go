package presend

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/dunsms/dunsms/parser"
)

// isNoNotice reports whether the text is no notice of a debt: it is of something else and names nobody or no sum, or it says
// that all is paid, or that the debt is late, which the record knows, it does not say in any way.
func (k *check) isNoNotice() bool {
	n := k.notice
	if n.Kind == parser.KindOther && (k.claim.Name.IsZero() || len(n.Amounts) == 0 || n.KindProbability >= sureKind && k.speaksOfNoDebt()) {
		return true
	}
	if n.Kind != parser.KindOther && n.Kind != parser.KindReceipt {
		return false
	}
	if n.Kind == parser.KindReceipt && n.KindProbability >= sureKind && settled().MatchString(k.text) && !unsettled().MatchString(k.text) {
		return true
	}
	late, _ := k.isKnownLate()
	return late && (!k.saysAmount() || !debtWord().MatchString(k.text)) && !k.saysLate() && !says(k.text, "owed")
}

// speaksOfNoDebt reports whether the text neither gives the record's amount nor says that anything is owed or late.
func (k *check) speaksOfNoDebt() bool {
	return !k.saysAmount() && !k.saysLate() && !says(k.text, "owed")
}

// debtWord finds what a text that wants money has, be it as short as may be.
var debtWord = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`[还贷借欠租缴付逾扣交赎补清期]|账单|(?i:pay|due|owe)`)
})

// sureKind is the probability from which the kind that package parser reads is believed against the record.
const sureKind = .9

// settled finds that a debt is paid.
var settled = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:已|均|全部|全额|现)(?:于[^，。；！？,;!?\n]{1,12}?)?(?:经|均|自动|全部|全额|成功|提前|一次性|正常|如数){0,3}(?:结清|还清|清偿|付清|缴清|交清|核销|销账|入账|到账)` +
		`|(?:还款|扣款|扣收|划扣|代扣|支付|缴费|付款|交租)(?:已)?成功|成功(?:还款|扣款|扣收|划扣|代扣|支付|缴费|付款)|结清证明`)
})

// unsettled finds that something of it is left, or that it is paid in a case that is thought of.
var unsettled = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`未|没有?(?:还|付|交|缴|到|成)|仍|尚|本[月期]|这[月期个]|请按|请及时|补[交缴]|为空|但|剩余|还差|还欠|仅差|余款|现欠|不足|失败|(?:如|若|请|待|后|可)(?:您|你)?(?:已|可|尽快|及时)?(?:经)?(?:结清|还清|付清|还款成功|付款成功)|(?:结清|还清|成功)后`)
})

// lateWord finds that a debt is late; what is to be avoided is not.
var lateWord = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:^|[^免止生现成防])(?:逾期|超期|过期)|逾[0-9]|欠|违约|拖|延迟|延误|[迟晚]了?[0-9一二两三四五六七八九十]|催|未(?:还|付|缴|交|清|结|到|扣|偿|足|能|按|支|收|归|履)|没(?:还|付|交|缴|到|扣|有|收|按|处理)|过了|已过|(?i:overdue|past due|late)`)
})

// saysLate reports whether the text says in any way that the debt is overdue.
func (k *check) saysLate() bool {
	return lateWord().MatchString(k.text) || slices.ContainsFunc(k.statedDays(), func(s stated) bool { return s.late })
}

// soonDue finds that something is due soon, without a day.
var soonDue = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?:即将|将要|快要|马上|就要|快|临近)(?:到期|到还款日|扣款|扣收)|还款日(?:将至|将近|临近|快到)`)
})

// notYetDue finds that a text says that the debt is still to fall due, and the record that it is overdue.
func (k *check) notYetDue(d dated) {
	n := k.notice
	late, _ := k.isKnownLate()
	if n.Kind != parser.KindReminder || n.KindProbability < sureKind || !late || k.saysLate() ||
		!d.due.IsZero() && (k.says(d.due, d.planned) || slices.ContainsFunc(d.all, func(w date) bool { return w.is(d.due) })) {
		return
	}
	of := FieldDays
	if k.record.Days == nil {
		of = fieldIf(d.since, FieldSince, FieldDue)
	}
	if says(k.text, "again") {
		return // what failed is tried again
	}
	for _, pattern := range [...]func() *regexp.Regexp{toCome, soonDue} {
		if at := pattern().FindStringIndex(k.text); at != nil {
			k.differs("DUE_DIFFERS", of, parser.Span{Start: at[0], End: at[1]})
			return
		}
	}
	for _, w := range k.dueDates(d) {
		if day, ok := w.near(d.planned); ok && !d.planned.IsZero() && day.After(d.planned) && (k.isNamedDue(w) || strings.HasPrefix(k.text[w.span.End:], "到期")) {
			k.differs("DUE_DIFFERS", of, w.span)
			return
		}
	}
	if at := todays().FindStringSubmatchIndex(k.text); at != nil && !strings.ContainsAny(k.text[at[2]:at[3]], "昨前") && !k.isJustLate() {
		k.differs("DUE_DIFFERS", of, parser.Span{Start: at[2], End: at[3]})
	} else if at := weekdays().FindStringSubmatchIndex(k.text); at != nil {
		k.differs("DUE_DIFFERS", of, parser.Span{Start: at[2], End: at[3]})
	}
}

// isJustLate reports whether the debt is late by a day or so: the last day of grace is due today.
func (k *check) isJustLate() bool { return k.record.Days != nil && *k.record.Days <= 3 }
